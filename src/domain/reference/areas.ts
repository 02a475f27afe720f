import { enums } from '../enums'
import type { Bilingual } from '../text'
import { parseReferenceCsv, ReferenceTableError } from './csv'

export type AreaLevel = (typeof enums)['areas.level'][number]['value']

/** A place. Its code starts with the code of its parent; names repeat between places and are never keys. */
export interface Area {
  /** 2, 6, 9 or 12 digits: province, district, subdistrict, committee. */
  readonly code: string
  readonly name: Bilingual
  readonly level: AreaLevel
  /** null for the root. */
  readonly parent: string | null
}

const columns = ['area_code', 'name_zh', 'name_en', 'level', 'parent_code'] as const

const levelOf = (text: string): AreaLevel | undefined => enums['areas.level'].find(({ value }) => value === text)?.value

const whyWrong = (area: Area, seen: ReadonlyMap<string, Area>): Bilingual | null => {
  if (!/^\d{2,12}$/.test(area.code)) return { zh: `区划代码“${area.code}”不是数字`, en: `area code "${area.code}" is not digits` }
  if (seen.has(area.code)) return { zh: `区划代码 ${area.code} 重复`, en: `area code ${area.code} repeats` }
  if (area.parent === null) return null
  if (!seen.has(area.parent)) return { zh: `上级 ${area.parent} 未在前面列出`, en: `parent ${area.parent} is not listed above` }
  if (area.code === area.parent || !area.code.startsWith(area.parent))
    return { zh: `区划代码 ${area.code} 不以上级代码开头`, en: `area code ${area.code} does not start with its parent's` }
  return null
}

/** Reads areas.csv; parents stand above their children. Throws ReferenceTableError at the first line that breaks the tree. */
export const parseAreas = (text: string): Area[] => {
  const seen = new Map<string, Area>()
  for (const { line, cells } of parseReferenceCsv('areas', text, columns)) {
    const level = levelOf(cells.level)
    if (!level) throw new ReferenceTableError('areas', line, { zh: `级别“${cells.level}”不存在`, en: `no such level "${cells.level}"` })
    const name = { zh: cells.name_zh, en: cells.name_en }
    const area: Area = { code: cells.area_code, name, level, parent: cells.parent_code || null }
    const why = whyWrong(area, seen)
    if (why) throw new ReferenceTableError('areas', line, why)
    seen.set(area.code, area)
  }
  return [...seen.values()]
}

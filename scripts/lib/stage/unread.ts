import type { Bilingual } from '../../../src/domain/text'
import type { NotRead } from './candidates'
import { explanationSheet } from '../templates/explanation-sheet'
import { sheetName } from './empty-ledgers'

const SHOWN = 10

/** The sheet that the product itself puts beside every empty ledger: there is nothing to say of it. */
export const isOwnExplanation = ({ sheet }: NotRead): boolean => sheet === explanationSheet

/** Sheets that explain how a ledger is filled in, as the empty ledgers carry them. */
const isRemark = ({ sheet }: NotRead): boolean => sheet !== null && sheet.includes('说明')

/** What stands beside ledgers without anybody taking it for one; the report lists it. */
const isNoLedger = ({ file }: NotRead): boolean => /\.(json|md|ini|db|log|tmp)$/i.test(file)

/** Files that were not read at all, and sheets left out of workbooks that were: one line, with the reason of each; null where there are none. */
export const unreadLine = (notRead: readonly NotRead[], readFiles: ReadonlySet<string>): Bilingual | null => {
  const isPart = (one: NotRead): boolean => readFiles.has(one.file)
  const files = [...new Map(notRead.filter(one => !isPart(one) && !isNoLedger(one)).map(one => [one.file, one] as const)).values()]
  const sheets = notRead.filter(one => isPart(one) && !isRemark(one) && one.isBlank !== true)
  const all = [...files.map(one => ({ name: one.file, why: one.why })), ...sheets.map(one => ({ name: sheetName(one), why: one.why }))]
  if (all.length === 0) return null
  const shown = all.slice(0, SHOWN)
  const counts = [[files.length, '个文件', 'file', 'files'], [sheets.length, '个工作表', 'sheet', 'sheets']] as const
  const given = counts.filter(([count]) => count > 0)
  return {
    zh: `未读取 ${given.map(([count, zh]) => `${count} ${zh}`).join('、')}：${shown.map(one => `${one.name}（${one.why.zh.replace(/。$/, '')}）`).join('、')}${all.length > SHOWN ? ' 等' : ''}。`,
    en: `${given.map(([count, , one, many]) => `${count} ${count === 1 ? one : many}`).join(' and ')} not read: ${shown.map(one => `${one.name} (${one.why.en.replace(/\.$/, '')})`).join(', ')}${all.length > SHOWN ? ' and others' : ''}.`,
  }
}

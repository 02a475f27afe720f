import type { Firm } from './enterprises'
import { titleOf } from './ledger-file'
import { areaRows, committees, STREET_CODE, STREET_NAME } from './places'
import type { Random } from './random'
import { plainText, writeText } from './text-file'
import { headerOf, labelOf } from './wording'

const headersOfTable = (table: string, columns: readonly string[]): readonly string[] => columns.map((column) => headerOf(table, column))

export const writeAreas = (file: string): void => {
  writeText(file, [
    [titleOf('区划', '（2025 年）')],
    headersOfTable('areas', ['area_code', 'name_zh', 'level']),
    ...areaRows.map(({ code, name, level }) => [code, name, labelOf('areas.level', level)]),
  ], plainText)
}

const membersOf = (random: Random, heads: ReadonlyMap<Firm, number>, unionId: string): number => {
  let workers = 0
  for (const [firm, count] of heads) {
    if (firm.committee.unionId === unionId && firm.closed === null && firm.unionJoined !== null) workers += count
  }
  return Math.round(workers * (0.7 + 0.2 * random.next()))
}

/** The subdistrict federation and one joint union for each committee. */
export const writeUnions = (file: string, random: Random, heads: ReadonlyMap<Firm, number>): void => {
  const federation = `GH${STREET_CODE}`
  const joint = committees.map(({ code, short, unionId }) => ({ code, short, unionId, members: membersOf(random, heads, unionId) }))
  const members = joint.reduce((sum, union) => sum + union.members, 0)
  writeText(file, [
    [titleOf('工会组织', '（2025 年末）')],
    headersOfTable('unions', ['union_id', 'name_zh', 'level', 'parent_union_id', 'area_code', 'founded_on', 'members']),
    [federation, `${STREET_NAME}总工会`, labelOf('unions.level', 'subdistrict'), '', STREET_CODE, '2003-05-20', String(members)],
    ...joint.map(({ code, short, unionId, members: own }) => [
      unionId, `${short}居民区联合工会`, labelOf('unions.level', 'joint'), federation, code,
      `${random.int(2008, 2016)}-${String(random.int(1, 12)).padStart(2, '0')}-${random.int(10, 28)}`, String(own),
    ]),
  ], plainText)
}

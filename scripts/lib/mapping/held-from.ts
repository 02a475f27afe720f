import { sourceTables } from '../../../src/domain/tables/index'
import type { MappingIssue } from './issue'
import type { Mapping } from './schema'

const ledgerOf = (name: string): string | undefined => sourceTables.find((table) => table.name === name || table.zh === name)?.name

export const heldFromIssues = ({ held_from: given }: Mapping): readonly MappingIssue[] =>
  Object.keys(given).filter((name) => ledgerOf(name) === undefined).map((name) => ({
    path: `held_from.${name}`,
    zh: `没有名为 ${name} 的表；可用：${sourceTables.map((table) => `${table.name}（${table.zh}）`).join('、')}。`,
    en: `no table named ${name}; there are: ${sourceTables.map((table) => table.name).join(', ')}.`,
  }))

/** Months from which ledgers are declared to be complete, by canonical table. */
export const declaredFrom = ({ held_from: given }: Mapping): ReadonlyMap<string, string> =>
  new Map(Object.entries(given).flatMap(([name, month]): [string, string][] => {
    const ledger = ledgerOf(name)
    return ledger === undefined ? [] : [[ledger, month]]
  }))

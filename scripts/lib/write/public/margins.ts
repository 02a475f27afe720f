import type { MarginTable } from '../../protect/margin-table'
import { protectParameters } from '../../protect/parameters'
import { splitBy } from '../../protect/margin-tables'
import { beyondBand, type PublicRows } from '../../../../src/domain/public-facts'
import { coded, totalOf, type JointRows, type JointTable } from './joint-table'
import { daysOf, monthsOf } from './told-columns'

/** Numbers of a sum of a fact by some columns; none is the total. */
export interface Margin {
  /** `n` counts all rows, a flag those that have it. */
  readonly sum: string
  readonly margin: readonly string[]
  readonly table: MarginTable
  /** Of numbers by quarter: by row its quarter, and the same numbers without their quarters. */
  readonly overTime?: { readonly quarters: readonly unknown[]; readonly whole: MarginTable }
}

/** A total, or that of a year: what is read more than any other number, and must be within one base. */
export const isYearsTotal = (margin: readonly string[]): boolean => margin.length === 0 || (margin.length === 1 && margin.every((name) => name.startsWith('year ')))

const splitsOf = (rows: JointRows): ((table: MarginTable, name: string) => MarginTable) => {
  const codes = new Map<string, ReturnType<typeof coded>>()
  return (table, name) => {
    const values = rows.columns.get(name)
    if (!values) throw new Error(`Nothing of ${rows.shown.fact} is told by ${name}`)
    const { codes: column, size } = codes.get(name) ?? coded(values)
    codes.set(name, { codes: column, size })
    return splitBy(table, column, size)
  }
}

/** As much as the few numbers of a margin count at most beside those of finer ones. */
const mostWeight = 6

/** Totals and those of years, which must be within one base. */
const yearsTotals = (shown: PublicRows): string[][] => [[], ...monthsOf(shown).map((name) => [`year ${name}`])]

/** What the rounding stays close to: the cells themselves, totals of every fact, and the margins that it declares. */
export const declaredMargins = ({ counts, rows }: JointTable): MarginTable[] => [
  { of: Int32Array.from(counts.keys()), size: counts.length },
  ...rows.flatMap((own) => {
    const split = splitsOf(own)
    const tableOf = (margin: readonly string[]): MarginTable => {
      const table = margin.reduce(split, totalOf(own))
      return { ...table, weight: Math.min(mostWeight, Math.max(1, Math.sqrt(counts.length / Math.max(1, table.size)))) }
    }
    return [...yearsTotals(own.shown).map((margin) => ({ ...tableOf(margin), limit: protectParameters.base })), ...own.shown.margins.map(tableOf)]
  }),
]

/** A reader narrows a place by the finest of its dimensions: the wider ones add nothing to it. */
const places: readonly string[] = ['area', 'subdistrict', 'district']

/** Of each group a page reads by one at most. */
const groupsOf = (shown: PublicRows): string[][] => [
  shown.dimensions.filter((id) => places.includes(id)),
  ...shown.dimensions.filter((id) => !places.includes(id)).map((id) => [id]),
  [...daysOf(shown), ...(shown.bands ?? []).map(beyondBand)],
].filter((group) => group.length > 0)

/** Rows that have a flag. */
const flagged = ({ cellOf, columns, shown }: JointRows, flag: string): JointRows => {
  const has = columns.get(flag)
  const kept = [...cellOf.keys()].filter((row) => has?.[row] === 1)
  return { shown, cellOf: Int32Array.from(kept, (row) => cellOf[row] ?? 0), columns: new Map([...columns].map(([name, values]) => [name, kept.map((row) => values[row])])) }
}

function* marginsOf(rows: JointRows, sum: string): Generator<Margin> {
  const split = splitsOf(rows)
  const months = monthsOf(rows.shown)
  function* walk(table: MarginTable, margin: readonly string[], groups: readonly (readonly string[])[]): Generator<Margin> {
    yield { sum, margin, table }
    for (const name of months) {
      yield { sum, margin: [`year ${name}`, ...margin], table: split(table, `year ${name}`) }
      yield { sum, margin: [name, ...margin], table: split(table, name), overTime: { quarters: rows.columns.get(name) ?? [], whole: table } }
    }
    for (const [i, group] of groups.entries()) for (const name of group) yield* walk(split(table, name), [...margin, name], groups.slice(i + 1))
  }
  yield* walk(totalOf(rows), [], groupsOf(rows.shown))
}

/** Whatever a reader can ask of a fact by filters and splits, of all cases and of those with any one flag, over all time, by year and by quarter. */
export function* everyMargin(rows: JointRows): Generator<Margin> {
  yield* marginsOf(rows, 'n')
  for (const flag of rows.shown.flags) yield* marginsOf(flagged(rows, flag), flag)
}

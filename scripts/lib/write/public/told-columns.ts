import { factOf } from '../../../../src/domain/facts'
import { beyondBand, type PublicRows } from '../../../../src/domain/public-facts'
import { quote } from '../sql'

/** Columns of months along the axes that are told, each once; the first is the one every row has. */
export const monthsOf = ({ fact, axes }: PublicRows): string[] => [...new Set(axes.map((id) => {
  const axis = factOf(fact).axes[id]
  if (!axis) throw new Error(`${fact} has no axis ${id}`)
  return axis.month
}))]

/** The column of days, where they are told in bands. */
export const daysOf = ({ fact, bands }: PublicRows): string[] => {
  const { spread } = factOf(fact)
  if (!bands) return []
  if (spread === undefined) throw new Error(`${fact} has no days`)
  return [spread]
}

/** Columns that tell the rows of a public fact apart. */
export const keysOf = (shown: PublicRows): string[] => [...monthsOf(shown), ...shown.dimensions, ...daysOf(shown), ...shown.flags]

/** The last day of the band that days lie in; beyond the last one the day after it. */
const bandSql = (column: string, bands: readonly number[]): string =>
  `CASE ${bands.map((end) => `WHEN ${column} <= ${end} THEN ${end}`).join(' ')} WHEN ${column} IS NOT NULL THEN ${(bands.at(-1) ?? 0) + 1} END`

/** Each column that tells rows apart, as it is made of the fact's own: a quarter stands in its last month, days in their band's last. */
export const toldSql = (shown: PublicRows): string[] => [
  ...monthsOf(shown).map((name) => `${quote(name)} - ${quote(name)} % 3 + 2 AS ${quote(name)}`),
  ...shown.dimensions.map(quote),
  ...daysOf(shown).map((name) => `${bandSql(quote(name), shown.bands ?? [])} AS ${quote(name)}`),
  ...shown.flags.map(quote),
]

/** Values of the columns by which numbers are told, by name: those that tell rows apart, years, and bands from one on. */
export const namedColumns = (shown: PublicRows, columns: Readonly<Record<string, readonly unknown[]>>): ReadonlyMap<string, readonly unknown[]> => {
  const valuesOf = (name: string): readonly unknown[] => columns[name] ?? []
  const years = monthsOf(shown).map((name): [string, readonly unknown[]] => [`year ${name}`, valuesOf(name).map((month) => (typeof month === 'number' ? Math.floor(month / 12) : null))])
  const beyond = daysOf(shown).flatMap((name) => (shown.bands ?? []).map((end): [string, readonly unknown[]] => [beyondBand(end), valuesOf(name).map((days) => Number(typeof days === 'number' && days > end))]))
  return new Map([...keysOf(shown).map((name): [string, readonly unknown[]] => [name, valuesOf(name)]), ...years, ...beyond])
}

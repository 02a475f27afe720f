import type { Fact } from '../../../src/domain/facts/fact'
import { caseRows, columnsOf } from '../write/columns'
import { idInStreet, inStreet, type Home } from './streets'

type Written = ReadonlyMap<string, string>

const text = (columns: Written): string => [...columns].map(([name, value]) => `${value} AS "${name}"`).join(', ')

const own = (fact: Fact): Map<string, string> => {
  const { dimensions, times, spread, sums, details } = columnsOf(fact, caseRows(fact))
  return new Map([...times, ...dimensions, ...spread, ...sums, ...details, '_ord'].map((name) => [name, `s."${name}"`]))
}

const idsOf = (fact: Fact): string[] => Object.keys(fact.details).filter((name) => name.endsWith('_id'))
const held = (columns: Written, names: readonly string[]): string[] => names.filter((name) => columns.has(name))

const places = ['area', 'subdistrict'] as const
const unit = ['union', 'unit'] as const

/** A fact that stands once in every street, such as its enterprises, congresses and contracts. */
export const perStreet = (fact: Fact, home: Home): string => {
  const columns = own(fact)
  for (const name of held(columns, places)) columns.set(name, inStreet(`s."${name}"`, home))
  if (columns.has('district')) columns.set('district', `CASE WHEN s.district = '${home.district}' THEN left(k.street, 6) ELSE s.district END`)
  for (const name of held(columns, unit)) columns.set(name, idInStreet(`s."${name}"`, home))
  for (const name of idsOf(fact)) columns.set(name, `s."${name}" || '-' || k.i`)
  columns.set('_ord', `s._ord || '|' || k.i`)
  return `CREATE TABLE fact.${fact.id} AS SELECT ${text(columns)} FROM seed.${fact.id} s, bench.streets k`
}

const trade = ['industry', 'industry_section', 'industry_group', 'size'] as const
const causes = ['cause', 'cause_class', 'cause_area'] as const

/** What was agreed and paid, of another case another share of what was claimed. */
const agreed: ReadonlySet<string> = new Set(['amount_agreed', 'paired_agreed', 'paired_due', 'amount_performed', 'paired_performed'])

const part = (shift: number, of: number): string => `CAST((h >> ${shift}) % ${of} AS INTEGER)`
const kept = (name: string, value: string): string => `CASE WHEN s."${name}" IS NULL THEN NULL ELSE ${value} END`

const place = (name: string, home: Home): string => {
  if (name === 'district') return 'left(k.street, 6)'
  return name === 'union' ? idInStreet('f."union"', home) : inStreet(`f."${name}"`, home)
}

/** A few months earlier or later; what is open or near the as-of date stays, for its flags tell of that day. */
const shifted = (columns: Map<string, string>, fact: Fact): void => {
  const { times } = columnsOf(fact, caseRows(fact))
  for (const name of times.filter((one) => one.endsWith('month'))) columns.set(name, `s."${name}" + s.shift`)
  for (const [name, kind] of Object.entries(fact.details)) if (kind === 'date') columns.set(name, `CAST(s."${name}" + to_months(s.shift) AS DATE)`)
  if (columns.has('closed_on')) {
    const closed = columns.get('closed_on') ?? ''
    // Of nothing and a day the greatest is the day.
    columns.set('closed_on', `CASE WHEN s.closed_on IS NOT NULL THEN greatest(${columns.get('opened_on')}, CAST(date_trunc('month', ${closed}) + to_days(CAST((day(${closed}) - 1 + CASE WHEN s.moves THEN ${part(48, 9)} ELSE 0 END) % 28 AS INTEGER)) AS DATE)) END`)
  }
  if (fact.spread === 'days') columns.set('days', `greatest(0, s.days + ${part(52, 7)} - 3)`)
}

/** How many enterprises, streets and causes there are for a copy to be of. */
export interface Donors {
  readonly firms: number
  readonly streets: number
  readonly causes: number
}

/**
 * A fact of cases, each of them copied: every copy is of another enterprise in one of the streets, about another cause, some
 * months off, over another sum, the same in all facts about the case. `bench.cases_<fact>` tells which case a row is of.
 */
export const perCase = (fact: Fact, home: Home, copies: number, donors: Donors): string => {
  const columns = own(fact)
  for (const name of held(columns, [...places, 'district', 'union'])) columns.set(name, kept(name, place(name, home)))
  for (const name of held(columns, trade)) columns.set(name, kept(name, `f."${name}"`))
  for (const name of held(columns, causes)) columns.set(name, kept(name, `c."${name}"`))
  for (const [name, { type }] of Object.entries(fact.sums))
    if (type === 'money') columns.set(name, `CAST(s."${name}" * ${agreed.has(name) ? `(0.80 + ${part(20, 201)} / 1000)` : `(0.80 + ${part(24, 401)} / 1000)`} AS DECIMAL(18, 2))`)
  for (const name of idsOf(fact)) columns.set(name, name === 'enterprise_id' ? kept(name, `f.enterprise_id || '-' || k.i`) : `s."${name}" || '-' || s.copy`)
  shifted(columns, fact)
  columns.set('_ord', `s._ord || ' ' || lpad(CAST(s.copy AS VARCHAR), 5, '0')`)
  // A table, not a range: only of a table is it known that the copies are many, and the copies are what must not be held in memory.
  return `CREATE OR REPLACE TABLE bench.copies AS SELECT CAST(range AS INTEGER) AS copy FROM range(${copies});
    CREATE TABLE fact.${fact.id} AS
    WITH copied AS (SELECT s.*, n.copy, hash(s."case", n.copy) AS h FROM bench.cases_${fact.id} s, bench.copies n),
    moved AS (
      SELECT *, CASE WHEN moves THEN ${part(16, 5)} - 2 ELSE 0 END AS shift,
        ${part(8, donors.firms)} AS firm, ${part(32, donors.streets)} AS street_no, ${part(40, donors.causes)} AS about
      FROM copied
    )
    SELECT ${text(columns)} FROM moved s JOIN bench.firms f ON f.i = s.firm JOIN bench.streets k ON k.i = s.street_no JOIN bench.causes c ON c.i = s.about`
}

/** `bench.cases_<fact>`: the sample's rows with their case and whether it may be moved in time. */
export const casesOf = (fact: Fact, months: { readonly from: number; readonly to: number }, ofDispute: boolean): string => {
  const times = columnsOf(fact, caseRows(fact)).times.filter((name) => name.endsWith('month')).map((name) => `s."${name}"`)
  const among = `least(${times.join(', ')}) >= ${months.from + 2} AND greatest(${times.join(', ')}) <= ${months.to - 3} AND ${times.map((name) => `${name} IS NOT NULL`).join(' AND ')}`
  return ofDispute
    ? `CREATE TABLE bench.cases_${fact.id} AS SELECT s.*, split_part(s._ord, ' ', 1) AS "case", coalesce(m.moves, FALSE) AS moves FROM seed.${fact.id} s LEFT JOIN bench.moves m ON m."case" = split_part(s._ord, ' ', 1)`
    : `CREATE TABLE bench.cases_${fact.id} AS SELECT s.*, s._ord AS "case", ${among} AS moves FROM seed.${fact.id} s`
}

import { homeOf, nestings, widerRows, type Nesting } from '../shape/wider.sql'
import { besideFirms, placedReports } from '../shape/workforce.sql'
import type { Rule } from './rule'

const nestingOf = (table: keyof typeof nestings): Nesting =>
  ({ rows: 'held', ...nestings[table], ...(table === 'workforce_months' ? { other: besideFirms('held') } : {}) })

const heldOf = (table: keyof typeof nestings): string =>
  table === 'workforce_months' ? placedReports('work', `getvariable('as_of')::DATE`) : `SELECT * FROM work.${table}`

/** Found on the wider row: its parts may be a whole year of a register. */
const widerThan = (table: keyof typeof nestings, id: string, counted: string, zh: string, en: string): Rule => ({
  id: `${table}.${id}`,
  table,
  severity: 'flag',
  column: 'area_code',
  zh: `${zh}（所列为被包含的行数和其中第一行）`,
  en: `${en} (the number of rows in it and the first of them are shown)`,
  from: `
    WITH held AS MATERIALIZED (${heldOf(table)}), home AS MATERIALIZED (${homeOf('work')})
    SELECT _ord, concat_ws(' · ', parts, part) AS shown FROM (${widerRows(nestingOf(table), 'home')}) WHERE ${counted}`,
})

const rulesOf = (table: keyof typeof nestings): readonly Rule[] => [
  widerThan(table, 'holds_others', 'counted',
    '合计行：同月另有下级区划、下级行业或企业的行包含在本行之内，以本行为准，那些行不再相加', 'a total: rows of narrower places or trades, or of enterprises, of the same month lie in it; it stands and they are not added'),
  widerThan(table, 'beyond_home', 'NOT counted',
    '合计行：范围超出台账所在的街道（区），同月另有其中的行，只计那些行，本行不计入', 'a total that reaches beyond the place of the ledgers, beside rows in it: they are counted and it is not'),
]

/** Rows that hold other rows of their ledger: they are not counted twice, and the clerk is told which of the two counts. */
export const widerFlags: readonly Rule[] = [...rulesOf('entity_flows'), ...rulesOf('external_cases'), ...rulesOf('workforce_months')]

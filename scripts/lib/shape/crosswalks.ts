import type { DuckDBConnection } from '@duckdb/node-api'
import { causes, type Cause } from '../../../src/domain/reference/causes'
import type { Calendar } from '../../../src/domain/reference/calendar'
import type { Staged } from '../stage/staged'
import { industryDivisionOf, industryGroupOf, industryOf, industrySectionOf } from '../../../src/domain/reference/industry'

const rows = async (connection: DuckDBConnection, sql: string): Promise<string[]> =>
  (await connection.runAndReadAll(sql)).getRows().map(([value]) => String(value))

/** Makes a table of texts. */
export const fill = async (connection: DuckDBConnection, table: string, columns: readonly string[], values: readonly (readonly (string | null)[])[]): Promise<void> => {
  await connection.run(`CREATE TABLE ${table} (${columns.map((c) => `${c} VARCHAR`).join(', ')})`)
  const appender = await connection.createAppender(table.split('.')[1] ?? table, table.split('.')[0])
  for (const row of values) {
    for (const value of row) {
      if (value === null) appender.appendNull()
      else appender.appendVarchar(value)
    }
    appender.endRow()
  }
  appender.closeSync()
}

const industryRow = (code: string): (string | null)[] => {
  const known = industryOf(code)
  // A foreign ledger names its industries itself: they stand as named and belong to no section.
  if (!known) return [code, code, null, null]
  return [code, industryDivisionOf(code)?.code ?? null, industrySectionOf(code)?.code ?? null, industryGroupOf(code) ?? 'other']
}

const isCause = (value: string): value is Cause => value in causes

const withIndustry = ['disputes', 'enterprises', 'workforce_months', 'entity_flows', 'investment_leads']

/** Reference tables the shape step joins: industries and causes. */
export const makeCrosswalks = async (connection: DuckDBConnection): Promise<void> => {
  const coded = withIndustry.map((table) => `SELECT industry_code FROM stage.${table}`).join(' UNION ALL ')
  const industries = await rows(connection, `SELECT DISTINCT industry_code FROM (${coded}) WHERE industry_code IS NOT NULL ORDER BY 1`)
  await fill(connection, 'shape.industries', ['code', 'industry', 'industry_section', 'industry_group'], industries.map(industryRow))
  const kinds = Object.keys(causes).filter(isCause)
  await fill(connection, 'shape.causes', ['cause', 'cause_class', 'cause_area'], kinds.map((cause) => [cause, String(causes[cause].lawClass), causes[cause].area]))
}

/** The last day of each mediation's 15 days. */
export const makeDeadlines = async ({ connection }: Staged, calendar: Calendar): Promise<void> => {
  const dates = await rows(connection, `SELECT DISTINCT CAST(applied_on AS VARCHAR) FROM stage.dispute_stages WHERE stage IN ('tier2', 'tier3') ORDER BY 1`)
  await fill(connection, 'shape.deadlines', ['applied_on', 'deadline'], dates.map((date) => [date, calendar.mediationDeadline(date)]))
}

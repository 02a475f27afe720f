import type { DuckDBConnection } from '@duckdb/node-api'
import { facts, factOf } from '../../../src/domain/facts'
import { casesOf, perCase, perStreet } from './multiply'
import type { BenchSize } from './sizes'
import { homeOf, makeStreets } from './streets'

/** Read off `fact.disputes`, as they are in any extract. */
const views: ReadonlySet<string> = new Set(['dispute_days', 'settlement_ratios'])
const ofDispute = ['disputes', 'stages', 'stage_days', 'sessions', 'claims']
const ofContact = ['tickets', 'ticket_days', 'ticket_response_days', 'ticket_ratings', 'letters', 'contacts']

const prepare = `
CREATE SCHEMA seed; CREATE SCHEMA bench;
CREATE TABLE bench.firms AS
  SELECT CAST(row_number() OVER (ORDER BY enterprise_id) - 1 AS INTEGER) AS i, enterprise_id, area, subdistrict, "union", industry, industry_section, industry_group, size
  FROM shape.firms WHERE area IS NOT NULL AND "union" IS NOT NULL AND industry IS NOT NULL AND size IS NOT NULL;
CREATE TABLE bench.causes AS SELECT CAST(row_number() OVER (ORDER BY _ord) - 1 AS INTEGER) AS i, cause, cause_class, cause_area FROM fact.disputes WHERE cause IS NOT NULL;`

const rows = async (connection: DuckDBConnection, sql: string): Promise<unknown[]> => (await connection.runAndReadAll(sql)).getRows()[0] ?? []

/** Takes every fact of the sample out of schema `fact`, to schema `seed`. */
const takeSeeds = async (connection: DuckDBConnection): Promise<void> => {
  const scaled = facts.filter(({ id }) => !views.has(id))
  const kinds = new Map((await connection.runAndReadAll(`SELECT table_name, table_type FROM information_schema.tables WHERE table_schema = 'fact'`)).getRows().map(([name, kind]) => [String(name), String(kind)]))
  for (const { id } of scaled) await connection.run(`CREATE TABLE seed.${id} AS SELECT * FROM fact.${id}`)
  for (const { id } of scaled) await connection.run(`DROP ${kinds.get(id) === 'VIEW' ? 'VIEW' : 'TABLE'} fact.${id}`)
}

/**
 * Multiplies the shaped facts of the sample street in schema `fact` to an extract's size. What is made is as consistent as a
 * measurement needs: dimensions, dates and sums of a case differ from copy to copy, its flags and its batch do not.
 */
export const scaleFacts = async (connection: DuckDBConnection, { streets, disputes, contacts }: BenchSize, step: (line: string) => void): Promise<void> => {
  await connection.run(`SET threads = 2; SET memory_limit = '4GB'; SET force_compression = 'auto'; ${prepare}`)
  await takeSeeds(connection)
  const home = await homeOf(connection)
  await makeStreets(connection, home, streets)
  const [from, to, count] = await rows(connection, 'SELECT min(opened_month), max(opened_month), count(*) FROM seed.disputes')
  const [firms, causes] = (await rows(connection, 'SELECT (SELECT count(*) FROM bench.firms), (SELECT count(*) FROM bench.causes)')).map(Number)
  const donors = { firms: firms ?? 0, causes: causes ?? 0, streets }
  const months = { from: Number(from), to: Number(to) }
  await connection.run(`CREATE TABLE bench.moves AS SELECT _ord AS "case", opened_month >= ${months.from + 2} AND coalesce(closed_month <= ${months.to - 3}, FALSE) AS moves FROM seed.disputes`)
  const copies = new Map([...ofDispute.map((id): [string, number] => [id, Math.ceil(disputes / Number(count))]), ...ofContact.map((id): [string, number] => [id, contacts])])
  for (const { id } of facts.filter(({ id: one }) => !views.has(one))) {
    const fact = factOf(id)
    const times = copies.get(id)
    if (times !== undefined) await connection.run(casesOf(fact, months, ofDispute.includes(id)))
    await connection.run(times === undefined ? perStreet(fact, home) : perCase(fact, home, times, donors))
    step(id)
  }
}

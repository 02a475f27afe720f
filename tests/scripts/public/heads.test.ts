import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { publicSubjects } from '../../../src/domain/public-facts'
import { headsFaults } from '../../../scripts/lib/write/public/audit-heads'
import { headsRows } from '../../../scripts/lib/write/public/heads'

/** Running months of the first two quarters of 2025. */
const quarters = [[24300, 24301, 24302], [24303, 24304, 24305]] as const

interface Firm {
  readonly id: string | null
  readonly street: string
  readonly heads: readonly number[]
  readonly months?: readonly number[]
}

const house = async (firms: readonly Firm[]): Promise<DuckDBConnection> => {
  const connection = await (await DuckDBInstance.create()).connect()
  await connection.run(`CREATE SCHEMA fact; CREATE SCHEMA shape; CREATE SCHEMA joint; CREATE SCHEMA exact;
    CREATE TABLE fact.workforce AS SELECT 'register' AS panel;
    CREATE TABLE shape.workforce_reports (month INTEGER, subdistrict VARCHAR, district VARCHAR, panel VARCHAR, enterprise_id VARCHAR, heads DOUBLE)`)
  for (const { id, street, heads, months = quarters.flat() } of firms)
    for (const [i, month] of months.entries())
      await connection.run(`INSERT INTO shape.workforce_reports VALUES (${month}, '${street}', 'D', 'register', ${id === null ? 'NULL' : `'${id}'`}, ${heads[i % heads.length] ?? 0})`)
  return connection
}

const shown = publicSubjects.find((one) => one.kind === 'heads')
const last = 24305

const tell = async (connection: DuckDBConnection, lastMonth = last): Promise<unknown[][] | null> => {
  if (shown?.kind !== 'heads') throw new Error('No workers are told')
  const rows = await headsRows(connection, shown, lastMonth)
  return rows && (await connection.runAndReadAll(rows.select)).getRows()
}

const three = (street: string): Firm[] => [{ id: `${street}1`, street, heads: [30, 33, 36] }, { id: `${street}2`, street, heads: [40] }, { id: `${street}3`, street, heads: [50] }]

test('the mean of a quarter’s months is told to the nearest ten, and its worker-years are a quarter of it', async () => {
  // 33 + 40 + 50 = 123.
  expect(await tell(await house(three('A')))).toEqual(quarters.map((months) => [months[2], 'A', 'D', 1, 120, 30]))
})

test('where two enterprises stand out in a street in any quarter, streets are not told at all', async () => {
  const b: Firm[] = [{ id: 'b1', street: 'B', heads: [100] }, { id: 'b2', street: 'B', heads: [100] }, { id: 'b3', street: 'B', heads: [5] }]
  expect(await tell(await house([...three('A'), ...b]))).toEqual(quarters.map((months) => [months[2], 'D', 1, 330, 82.5]))
})

test('nothing is told where the whole is not safe, or a report names no enterprise', async () => {
  expect(await tell(await house(three('A').slice(0, 2)))).toBeNull()
  expect(await tell(await house([...three('A'), { id: null, street: 'A', heads: [70] }]))).toBeNull()
  expect(await tell(await house([]))).toBeNull()
})

test('a quarter is told when all of its months are reported and over', async () => {
  const early = three('A').map((firm) => ({ ...firm, months: [24301, 24302, 24303, 24304, 24305] }))
  expect((await tell(await house(early)))?.map(([month]) => month)).toEqual([24305])
  expect((await tell(await house(three('A')), 24302))?.map(([month]) => month)).toEqual([24302])
})

test('the audit counts anew, and finds what is wrong', async () => {
  const connection = await house([...three('A'), { id: 'b1', street: 'B', heads: [100] }, { id: 'b2', street: 'B', heads: [100] }, { id: 'b3', street: 'B', heads: [5] }])
  await tell(connection)
  const file = join(mkdtempSync(join(tmpdir(), 'xieshang-heads-')), 'workforce.parquet')
  const columns = ['month', 'subdistrict', 'district', 'n', 'employed', 'worker_years'].map((name) => ({ name }))
  const faults = async (rows: string): Promise<string[]> => {
    await connection.run(`COPY (SELECT * FROM (VALUES ${rows}) AS t(month, subdistrict, district, n, employed, worker_years)) TO '${file}' (FORMAT parquet)`)
    return headsFaults(connection, () => file, { workforce: { file: 'workforce.parquet', columns } })
  }
  expect(await faults(`(24302, 'A', 'D', 1, 120.0, 30.0)`)).toEqual([])
  expect(await faults(`(24302, 'A', 'D', 1, 130.0, 32.5)`)).toEqual(['workforce has 1 rows that are not what enterprises reported'])
  expect(await faults(`(24302, 'A', 'D', 1, 123.0, 30.75)`)).toEqual(['workforce has 1 rows that are not of whole steps and quarters'])
  expect(await faults(`(24302, 'B', 'D', 1, 200.0, 50.0)`)).toEqual(['workforce has 1 rows in which two enterprises stand out'])
  expect(await faults(`(24302, 'C', 'D', 1, 200.0, 50.0)`)).toEqual(['workforce has 1 rows that are not what enterprises reported'])
})

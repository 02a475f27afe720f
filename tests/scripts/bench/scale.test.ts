import { afterAll, beforeAll, expect, test } from 'vitest'
import { scaleFacts } from '../../../scripts/lib/bench/scale'
import { readReference } from '../../../scripts/lib/reference'
import { shape } from '../../../scripts/lib/shape/shape'
import { stage, type StagedLedgers } from '../../../scripts/lib/stage/stage'
import { ledgerAsOf, miniLedger } from '../../support/mini-ledger'

const streets = 3

let staged: StagedLedgers
let firms: number

const one = async (sql: string): Promise<number[]> => ((await staged.connection.runAndReadAll(sql)).getRows()[0] ?? []).map(Number)

beforeAll(async () => {
  staged = await stage({ folder: await miniLedger(7, 160), asOf: ledgerAsOf, maxRejected: 1 })
  await shape(staged, (await readReference()).calendar)
  firms = (await one('SELECT sum(n) FROM fact.register'))[0] ?? 0
  await scaleFacts(staged.connection, { id: 'm', title: { zh: '', en: '' }, streets, disputes: 2000, contacts: 4 }, () => undefined)
})

afterAll(() => { staged.close() })

test('there are as many cases as asked for, each its own, and every street has its enterprises', async () => {
  const [rows = 0, ids] = await one('SELECT count(*), count(DISTINCT dispute_id) FROM fact.disputes')
  expect(rows).toBeGreaterThanOrEqual(2000)
  expect(ids).toBe(rows)
  expect(await one('SELECT sum(n) FROM fact.register')).toEqual([streets * firms])
})

test('a case is of the same enterprise and cause in all that is told of it', async () => {
  const columns = ['area', 'subdistrict', 'district', '"union"', 'industry', 'size', 'cause', 'enterprise_id']
  const differs = columns.map((name) => `s.${name} IS DISTINCT FROM d.${name}`).join(' OR ')
  expect(await one(`SELECT count(*) FILTER (d.dispute_id IS NULL), count(*) FILTER (${differs}) FROM fact.stages s LEFT JOIN fact.disputes d USING (dispute_id)`)).toEqual([0, 0])
})

test('what is open stays open, and nothing ends before it began or after the as-of date', async () => {
  const [open = 0, before, after] = await one(`SELECT count(*) FILTER (closed_on IS NULL), count(*) FILTER (closed_on < opened_on), count(*) FILTER (closed_on > DATE '${ledgerAsOf}') FROM fact.disputes`)
  expect(open).toBeGreaterThan(0)
  expect([before, after]).toEqual([0, 0])
  expect(await one(`SELECT count(*) FROM fact.disputes WHERE closed_on IS NOT NULL AND closed_month <> year(closed_on) * 12 + month(closed_on) - 1`)).toEqual([0])
})

test('committees and joint unions of every street are listed by name', async () => {
  expect(await one('SELECT count(DISTINCT area), count(DISTINCT "union") FROM fact.cluster WHERE area NOT IN (SELECT area_code FROM stage.areas) OR "union" NOT IN (SELECT union_id FROM stage.unions)')).toEqual([0, 0])
  expect((await one('SELECT count(DISTINCT subdistrict) FROM fact.cluster'))[0]).toBe(streets)
})

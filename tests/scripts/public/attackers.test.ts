import { expect, test } from 'vitest'
import { readReference } from '../../../scripts/lib/reference'
import { possibleCounts } from '../../../scripts/lib/protect/possible-counts'
import { maskedFacts } from '../../../scripts/lib/protect/published-facts'
import { revealed } from '../../../scripts/lib/protect/revealed'
import { shape } from '../../../scripts/lib/shape/shape'
import { stage } from '../../../scripts/lib/stage/stage'
import { attackerFaults } from '../../../scripts/lib/write/public/audit-attackers'
import { jointTable } from '../../../scripts/lib/write/public/joint-table'
import { emptyLedger } from '../../../scripts/lib/write/public/ledger'
import { declaredMargins } from '../../../scripts/lib/write/public/margins'
import { writePublicFacts } from '../../../scripts/lib/write/public/rounded-facts'
import { publicRows, type PublicCases } from '../../../src/domain/public-facts'
import { monthOfDate } from '../../../src/domain/period'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ledgerAsOf, miniLedger } from '../../support/mini-ledger'

const shaped = async () => {
  const staged = await stage({ folder: await miniLedger(7, 160), asOf: ledgerAsOf, maxRejected: 1, wholeQuarters: true })
  const recorded = await shape(staged, (await readReference()).calendar)
  return { staged, recorded }
}

const write = async () => {
  const { staged, recorded } = await shaped()
  const rounding = { asOf: staged.asOf, order: () => 0.5, hash: (records: string) => records, ledger: emptyLedger() }
  await writePublicFacts(staged.connection, mkdtempSync(join(tmpdir(), 'xieshang-attack-')), rounding, { recorded, begins: { said: new Map(), declared: new Set(), disputes: null } })
  return staged
}

test('nobody can be sure of a small count in the rounded tables', async () => {
  const staged = await write()
  expect(await attackerFaults(staged.connection, 5)).toEqual([])
  staged.close()
}, 120_000)

test('small counts told as they are would be found', async () => {
  const staged = await write()
  await staged.connection.run('UPDATE joint.disputes_told SET n = (SELECT counted FROM joint.disputes_cells d WHERE d.cell = disputes_told.cell)')
  await expect(attackerFaults(staged.connection, 5)).rejects.toThrow('is not rounded')
  staged.close()
}, 120_000)

test('the same table with small counts hidden one by one, its sums as they are, gives cases away', async () => {
  const { staged } = await shaped()
  await staged.connection.run('CREATE SCHEMA joint')
  const disputes = publicRows.find(({ fact }) => fact === 'disputes')
  if (!disputes) throw new Error('Disputes are not told')
  const margins = [[], ['area'], ['cause_area'], ['year opened_month'], ['area', 'cause_area'], ['area', 'year opened_month'], ['cause_area', 'opened_month'], ['area', 'opened_month']]
  const narrow: PublicCases = { kind: 'cases', subject: 'disputes', rows: [{ ...disputes, dimensions: ['area', 'cause_area'], axes: ['opened'], flags: [], margins }] }
  const joint = await jointTable(staged.connection, narrow, monthOfDate(staged.asOf))
  const { counts } = joint
  const tables = declaredMargins(joint)
  const found = revealed(counts, possibleCounts(counts.length, maskedFacts(counts, tables, 5)), 5)
  expect(found.length).toBeGreaterThan(0)
  staged.close()
}, 120_000)

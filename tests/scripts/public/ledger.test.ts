import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { marginTables } from '../../../scripts/lib/protect/margin-tables'
import { roundSmallCounts } from '../../../scripts/lib/protect/small-count-rounding'
import { tieBreak } from '../../../scripts/lib/protect/tie-break'
import { addRelease, emptyLedger, readLedger, recordsHash, toldBefore, type Ledger, type ToldCell } from '../../../scripts/lib/write/public/ledger'

const folder = mkdtempSync(join(tmpdir(), 'xieshang-ledger-'))
const key = Buffer.alloc(32, 7)
const [hash, order] = [recordsHash(key), tieBreak(key)]

interface Case {
  readonly id: string
  area: number
  cause: number
}

const diceOf = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Cases by cell of area × cause, in the order of their cells. */
const cellsOf = (cases: readonly Case[]) => {
  const cells = new Map<string, { area: number; cause: number; ids: string[] }>()
  for (const { id, area, cause } of cases) {
    const cell = cells.get(`${area} ${cause}`) ?? { area, cause, ids: [] }
    cell.ids.push(id)
    cells.set(`${area} ${cause}`, cell)
  }
  return [...cells].sort(([a], [b]) => (a < b ? -1 : 1))
}

const release = (ledger: Ledger, cases: readonly Case[], asOf: string): Ledger => {
  const cells = cellsOf(cases)
  const counts = Int32Array.from(cells, ([, { ids }]) => ids.length)
  const records = cells.map(([, { ids }]) => hash([...ids].sort().join()))
  const tables = marginTables([Int32Array.from(cells, ([, { area }]) => area), Int32Array.from(cells, ([, { cause }]) => cause)], [6, 4])
  const told = roundSmallCounts(counts, tables, (cell) => order(`${asOf} ${cells[cell]?.[0] ?? ''}`), 5, toldBefore(ledger, 'disputes', counts, records))
  return addRelease(ledger, { asOf, content: asOf }, { disputes: cells.map(([cell], i): ToldCell => ({ cell, records: records[i] ?? '', n: told[i] ?? 0 })) })
}

test('24 monthly releases with late corrections tell the same of the same cases, whatever else changes', () => {
  const dice = diceOf(11)
  const cases: Case[] = []
  let ledger = emptyLedger()
  const seen = new Map<string, number>()
  let again = 0
  for (let month = 0; month < 24; month += 1) {
    for (let i = 0; i < 3; i += 1) cases.push({ id: `${month}-${i}`, area: dice(6), cause: dice(4) })
    // A correction moves an old case to another cell; another takes one out.
    const moved = cases[dice(cases.length)]
    if (moved) moved.cause = dice(4)
    if (month % 5 === 4) cases.splice(dice(cases.length), 1)
    ledger = release(ledger, cases, `2024-${String(month + 1).padStart(2, '0')}`)
    for (const [records, { n, to }] of Object.entries(ledger.told['disputes'] ?? {})) {
      if (to !== month + 1) continue
      if (seen.has(records)) again += 1
      expect(seen.get(records) ?? n).toBe(n)
      seen.set(records, n)
    }
  }
  expect(ledger.releases).toHaveLength(24)
  // Without cells that come again nothing would be shown.
  expect(again).toBeGreaterThan(100)
})

test('rounding afresh would tell some of them otherwise', () => {
  const dice = diceOf(11)
  const cases = Array.from({ length: 40 }, (_, i): Case => ({ id: String(i), area: dice(6), cause: dice(4) }))
  const first = release(emptyLedger(), cases, 'a')
  const fresh = release(emptyLedger(), [...cases, { id: 'late', area: 0, cause: 0 }], 'b')
  const differing = Object.entries(first.told['disputes'] ?? {}).filter(([records, { n }]) => fresh.told['disputes']?.[records] && fresh.told['disputes'][records].n !== n)
  expect(differing.length).toBeGreaterThan(0)
  const kept = release(first, [...cases, { id: 'late', area: 0, cause: 0 }], 'b')
  for (const [records, { n }] of Object.entries(first.told['disputes'] ?? {})) expect(kept.told['disputes']?.[records]?.n).toBe(n)
})

test('what would contradict a release cannot enter the ledger', () => {
  const ledger = addRelease(emptyLedger(), { asOf: 'a', content: 'a' }, { disputes: [{ cell: 'x', records: 'r', n: 5 }] })
  expect(() => addRelease(ledger, { asOf: 'b', content: 'b' }, { disputes: [{ cell: 'y', records: 'r', n: 0 }] })).toThrow('would now be told as 0')
})

describe('a file of the ledger', () => {
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }

  test('that is not there yet is none', async () => {
    expect(await readLedger(join(folder, 'new.json'))).toBeNull()
  })

  test('comes back as it was written', async () => {
    const ledger = release(emptyLedger(), [{ id: '1', area: 0, cause: 0 }], 'a')
    expect(await readLedger(file('good.json', JSON.stringify(ledger)))).toEqual(ledger)
  })

  test.each([
    ['cut.json', '{"schema":1,"base":5,', 'incomplete'],
    ['other.json', '{"schema":2}', 'not written by this program'],
    ['list.json', '[]', 'not written by this program'],
    ['small.json', '{"schema":1,"base":5,"releases":[],"told":{"disputes":{"r":{"n":3,"cell":"c","from":1,"to":1}}}}', 'or is damaged'],
    ['cell.json', '{"schema":1,"base":5,"releases":[],"told":{"disputes":{"r":{"n":5}}}}', 'or is damaged'],
    ['base.json', '{"schema":1,"base":3,"releases":[],"told":{}}', 'rounded to 3'],
  ])('%s is refused: starting anew would contradict what was told', async (name, text, why) => {
    await expect(readLedger(file(name, text))).rejects.toThrow(why)
  })
})

test('a ledger says nothing of which cases stand in a cell to whom lacks the key', () => {
  expect(recordsHash(Buffer.alloc(32, 8))('D1,D2')).not.toBe(hash('D1,D2'))
})

import { cpSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { factOf } from '../../../src/domain/facts'
import { publicFacts } from '../../../src/domain/public-facts'
import { extractPublic } from '../../../scripts/lib/extract-public'
import type { Extracted } from '../../../scripts/lib/extract-command'
import { openExtract, type OpenExtract } from '../../../scripts/lib/ask/open-extract'
import { answerNatively } from '../../../scripts/lib/bake/native'
import type { Ledger } from '../../../scripts/lib/write/public/ledger'
import { ledgerAsOf, miniLedger } from '../../support/mini-ledger'

const base = 5
const room = mkdtempSync(join(tmpdir(), 'xieshang-public-'))
const at = (name: string) => join(room, name)

const make = (folder: string, out: string, ledger: string, more: { asOf?: string } = {}): Promise<Extracted> =>
  extractPublic({ folder, out: at(out), ledger: at(ledger), reports: at('reports'), asOf: ledgerAsOf, maxRejected: 1, ...more })

const readLedgerFile = (name: string): Ledger => JSON.parse(readFileSync(at(name), 'utf8')) as Ledger
const rowsOf = async ({ connection }: OpenExtract, sql: string): Promise<unknown[][]> => (await connection.runAndReadAll(sql)).getRows()

let source: string
let made: Extracted
let opened: OpenExtract

beforeAll(async () => {
  source = await miniLedger(7, 160)
  made = await make(source, 'out', 'ledger.json')
  opened = await openExtract(made.folder)
}, 120_000)

describe('a public extract', () => {
  test('holds what the catalogue lists and nothing else', () => {
    expect(Object.keys(made.manifest.facts).sort()).toEqual(publicFacts.map(({ fact }) => fact).sort())
    expect(made.manifest).toMatchObject({ profile: 'public', detail: 'cells', sources: [], checks: {}, unknownColumns: [], targets: [], indicators: [] })
    expect(made.manifest.tables.filter(({ read }) => read > 0)).toEqual([])
    for (const { fact, dimensions } of publicFacts) {
      const held = new Set(made.manifest.facts[fact]?.columns.map(({ name }) => name))
      expect([fact, factOf(fact).dimensions.filter((id) => held.has(id) && !dimensions.includes(id))]).toEqual([fact, []])
      expect([fact, Object.keys(factOf(fact).details).filter((name) => held.has(name))]).toEqual([fact, []])
    }
  })

  test('ends with the last quarter that is over', () => {
    expect(ledgerAsOf).toBe('2025-06-18')
    expect(made.manifest.asOf).toBe('2025-03-31')
  })

  test('tells no count below the base, by any row or sum of rows', async () => {
    for (const shown of publicFacts) {
      if (shown.kind !== 'cases') continue
      const rows = await rowsOf(opened, `SELECT n, ${shown.flags.map((flag) => `"${flag}"`).join(', ')} FROM "${shown.fact}"`)
      expect(rows.length).toBeGreaterThan(0)
      for (const [n, ...flags] of rows) {
        expect(Number(n)).toBeGreaterThanOrEqual(base)
        for (const flag of flags) expect([0, Number(n)]).toContain(Number(flag))
      }
      for (const dimension of shown.dimensions)
        for (const [sum] of await rowsOf(opened, `SELECT CAST(sum(n) AS INTEGER) FROM "${shown.fact}" GROUP BY "${dimension}"`)) expect(Number(sum)).toBeGreaterThanOrEqual(base)
    }
  })

  test('its totals are within one base of the truth', async () => {
    const exact = await make(source, 'unused', 'unused.json')
    expect(exact.manifest.content).toBe(made.manifest.content)
    const [total] = (await rowsOf(opened, 'SELECT CAST(sum(n) AS INTEGER) FROM disputes'))[0] ?? []
    const csv = readFileSync(join(source, 'disputes.csv'), 'utf8').trim().split('\n').slice(1)
    const opened_on = csv.map((line) => line.split(',')[5] ?? '')
    const true_total = opened_on.filter((day) => day !== '' && day <= '2025-03-31').length
    expect(Math.abs(Number(total) - true_total)).toBeLessThanOrEqual(base)
  })

  test('answers months with «not in this extract», quarters with numbers', async () => {
    const ask = (grain: 'month' | 'quarter') => answerNatively(opened.connection, [{ kind: 'measure', metrics: ['disputes.opened'], by: [], where: [], grain, compare: 'none', period: { from: 24288, to: 24299 } }], made.manifest)
    const [months, quarters] = [(await ask('month'))[0], (await ask('quarter'))[0]]
    if (months?.kind !== 'measure' || quarters?.kind !== 'measure') throw new Error('A measure got another kind of answer')
    expect(new Set(months.cells.map(({ missing }) => missing))).toEqual(new Set(['not_in_extract']))
    expect(quarters.cells.map(({ missing }) => missing)).toEqual([null, null, null, null])
  })

  test('says how far a number may be off, and its intervals are as much wider', async () => {
    expect(made.manifest.rounding?.base).toBe(base)
    const within = made.manifest.rounding?.within[0] ?? 0
    expect(made.manifest.rounding?.within.map((bound) => bound % base)).toEqual(made.manifest.rounding?.within.map(() => 0))
    expect([...(made.manifest.rounding?.within ?? [])].sort((a, b) => a - b)).toEqual(made.manifest.rounding?.within)
    const [answer] = await answerNatively(opened.connection, [{ kind: 'measure', metrics: ['disputes.pending'], by: [], where: [], grain: 'all', compare: 'none', period: { from: 24300, to: 24311 } }], made.manifest)
    if (answer?.kind !== 'measure') throw new Error('A measure got another kind of answer')
    const [cell] = answer.cells
    expect(cell).toMatchObject({ interval: 'rounding', high: (cell?.value ?? 0) + within })
  })

  test('a report beside it, and not in it, says how far numbers are off', () => {
    const report = readdirSync(made.report)
    expect(report).toEqual(expect.arrayContaining(['deviations.csv', 'headlines.csv']))
    expect(readdirSync(made.folder).sort()).toEqual(['answers', 'checks.json', ...publicFacts.map(({ fact }) => `${fact}.parquet`), 'manifest.json'].sort())
  })
})

describe('the ledger of publications', () => {
  test('has every cell that was told, and a second run of the same ledgers changes nothing', async () => {
    const before = readLedgerFile('ledger.json')
    expect(before.releases).toEqual([{ asOf: '2025-03-31', content: made.manifest.content }])
    const again = await make(source, 'again', 'ledger.json')
    expect(again.manifest.content).toBe(made.manifest.content)
    expect(readLedgerFile('ledger.json').releases).toHaveLength(2)
  })

  test('keeps what was told when a late case comes in', async () => {
    const changed = at('changed')
    cpSync(source, changed, { recursive: true })
    const file = join(changed, 'disputes.csv')
    const [header = '', first = '', ...rest] = readFileSync(file, 'utf8').split('\n')
    writeFileSync(file, [header, first.replace(/^[^,]*/, 'D-LATE'), first, ...rest].join('\n'))
    cpSync(at('ledger.json'), at('late.json'))
    await make(changed, 'late', 'late.json')
    const [was, is] = [readLedgerFile('ledger.json').told['disputes'] ?? {}, readLedgerFile('late.json').told['disputes'] ?? {}]
    // The late case stands in a cell that was told without it.
    expect(Object.keys(is).filter((records) => !(records in was))).toHaveLength(1)
    for (const [records, { n }] of Object.entries(was)) expect(is[records]?.n).toBe(n)
  })

  test('may not lie where it would be published', async () => {
    await expect(make(source, 'out', join('out', 'ledger.json'))).rejects.toThrow('would be published')
  })
})

import { cpSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { factOf } from '../../../src/domain/facts'
import { gapOf, operandsOf } from '../../../src/domain/compile/gap'
import { metrics } from '../../../src/domain/metrics'
import { publicFacts, publicRows } from '../../../src/domain/public-facts'
import type { Question } from '../../../src/domain/question'
import { slackOf } from '../../../src/domain/statistics/rounding-range'
import { extractPublic } from '../../../scripts/lib/extract-public'
import type { Extracted } from '../../../scripts/lib/extract-command'
import { openExtract, type OpenExtract } from '../../../scripts/lib/ask/open-extract'
import { answerNatively } from '../../../scripts/lib/bake/native'
import type { Ledger } from '../../../scripts/lib/write/public/ledger'
import { extractedFrom } from '../../support/extracted'
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
    for (const shown of publicRows) {
      const rows = await rowsOf(opened, `SELECT ${['n', ...shown.flags].map((name) => `"${name}"`).join(', ')} FROM "${shown.fact}"`)
      expect(rows.length).toBeGreaterThan(0)
      for (const [n, ...flags] of rows) {
        expect(Number(n)).toBeGreaterThanOrEqual(base)
        for (const flag of flags) expect([0, Number(n)]).toContain(Number(flag))
      }
      for (const dimension of shown.dimensions)
        for (const [sum] of await rowsOf(opened, `SELECT CAST(sum(n) AS INTEGER) FROM "${shown.fact}" GROUP BY "${dimension}"`)) expect(Number(sum)).toBeGreaterThanOrEqual(base)
    }
  })

  test('facts of the same cases agree: whatever one tells of them, no other tells otherwise', async () => {
    const differ = (one: string, other: string) => rowsOf(opened, `(${one} EXCEPT ALL ${other}) UNION ALL (${other} EXCEPT ALL ${one})`)
    expect(await differ(
      'SELECT closed_month, area, final_stage, CAST(sum(n) AS INTEGER) FROM dispute_days GROUP BY ALL',
      'SELECT closed_month, area, final_stage, CAST(sum(n) AS INTEGER) FROM disputes WHERE closed_month IS NOT NULL GROUP BY ALL',
    )).toEqual([])
    expect(await differ(
      'SELECT entered_month, area, stage, CAST(sum(n) AS INTEGER) FROM stage_days GROUP BY ALL',
      'SELECT entered_month, area, stage, CAST(sum(observed) AS INTEGER) FROM stages WHERE ended_month IS NOT NULL AND observed > 0 GROUP BY ALL',
    )).toEqual([])
  })

  test('days are told in bands, and a median is the band it lies in', async () => {
    for (const fact of ['dispute_days', 'stage_days', 'ticket_days']) {
      expect(made.manifest.facts[fact]?.bands).toEqual([15, 30, 60])
      expect((await rowsOf(opened, `SELECT DISTINCT days FROM ${fact}`)).map(([days]) => Number(days)).filter((days) => ![15, 30, 60, 61].includes(days))).toEqual([])
    }
    const [answer] = await answerNatively(opened.connection, [{ kind: 'measure', metrics: ['disputes.days_median'], by: [], where: [], grain: 'all', compare: 'yoy', period: { from: 24288, to: 24299 } }], made.manifest)
    if (answer?.kind !== 'measure') throw new Error('A measure got another kind of answer')
    const tallies = (await rowsOf(opened, 'SELECT days, CAST(sum(n) AS INTEGER) FROM dispute_days WHERE closed_month BETWEEN 24288 AND 24299 GROUP BY days ORDER BY days')).map(([days, n]) => [Number(days), Number(n)] as const)
    const total = tallies.reduce((sum, [, n]) => sum + n, 0)
    let passed = 0
    const median = tallies.find(([, n]) => (passed += n) * 2 >= total)?.[0] ?? NaN
    expect(answer.cells[0]).toMatchObject({ value: Math.min(median, 60), bound: median > 60 ? 'over' : 'at_most', denominator: total })
    // Of two bands nobody can say how far they are apart.
    expect(answer.cells[0]?.compared).toMatchObject({ change: null, verdict: null })
  })

  test('its total is within one base of the ledger’s', async () => {
    const [[told] = []] = await rowsOf(opened, 'SELECT CAST(sum(n) AS INTEGER) FROM disputes')
    const [header = '', ...lines] = readFileSync(join(source, 'disputes.csv'), 'utf8').trim().split('\n')
    const at = header.split(',').indexOf('opened_on')
    const counted = lines.map((line) => line.split(',')[at] ?? '').filter((day) => day !== '' && day <= '2025-03-31').length
    expect(counted).toBeGreaterThan(100)
    expect(Math.abs(Number(told) - counted)).toBeLessThanOrEqual(base)
  })

  test('no run of quarters is further from the truth than it says, whatever it is split by', async () => {
    const exact = await extractedFrom({ folder: source, asOf: '2025-03-31', maxRejected: 1 })
    const within = made.manifest.rounding?.within['disputes']?.['n'] ?? []
    const quarters = Array.from({ length: 9 }, (_, i) => 24276 + 3 * i)
    const periods = quarters.flatMap((from) => quarters.filter((last) => last >= from).map((last) => ({ from, to: last + 2 })))
    let asked = 0
    for (const [by, most] of [[[], within[0]], [['area'], within[1]], [['cause_area'], within[1]], [['area', 'cause_area'], within.at(-1)]] as const) {
      const questions = periods.map((period): Question => ({ kind: 'measure', metrics: ['disputes.opened', 'disputes.closed', 'disputes.open'], by, where: [], grain: 'all', compare: 'none', period }))
      const [told, truth] = [await answerNatively(opened.connection, questions, made.manifest), await exact.answer(questions)]
      const trueOf = new Map(truth.flatMap((answer, i) => (answer.kind === 'measure' ? answer.cells.map((cell) => [JSON.stringify([i, cell.metric, cell.members]), cell.value ?? 0] as const) : [])))
      for (const [i, answer] of told.entries()) {
        if (answer.kind !== 'measure') throw new Error('A measure got another kind of answer')
        for (const { metric, members, value } of answer.cells) {
          if (value === null) continue
          asked += 1
          const bound = (most ?? within.at(-1) ?? 0) * (metric === 'disputes.open' ? 2 : 1)
          const off = Math.abs(value - (trueOf.get(JSON.stringify([i, metric, members])) ?? 0))
          expect([metric, members, off <= bound ? 'within' : off]).toEqual([metric, members, 'within'])
        }
      }
    }
    expect(asked).toBeGreaterThan(1_000)
  }, 120_000)

  test('no number of rounded facts goes without its rounding', () => {
    const rounded = new Set(publicRows.map(({ fact }) => fact))
    const told = metrics.filter((metric) => operandsOf(metric.formula).some(({ fact }) => rounded.has(fact)) && gapOf(metric, [], [], made.manifest) === null)
    expect(told.length).toBeGreaterThan(10)
    for (const { id, formula } of told) {
      // Days told in bands have theirs in whole bands.
      if (operandsOf(formula).some(({ fact }) => made.manifest.facts[fact]?.bands)) continue
      const slack = slackOf(formula, { value: 0.5, numerator: 50, denominator: 100, low: null, high: null, interval: 'none', missing: null }, base)
      expect([id, slack.above > 0]).toEqual([id, true])
    }
  })

  test('is the same whenever it is made of the same ledgers for the first time', async () => {
    const again = await make(source, 'afresh', 'afresh.json')
    expect(again.manifest.content).toBe(made.manifest.content)
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
    const bySum = Object.values(made.manifest.rounding?.within ?? {}).flatMap((sums) => Object.values(sums))
    expect(bySum.length).toBeGreaterThan(20)
    for (const bounds of bySum) {
      expect(bounds.map((bound) => bound % base)).toEqual(bounds.map(() => 0))
      expect([...bounds].sort((a, b) => a - b)).toEqual(bounds)
    }
    const within = made.manifest.rounding?.within['disputes']?.['pending']?.[0] ?? 0
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

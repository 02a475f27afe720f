import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer, Cell } from '../../src/domain/answer'
import { dashboardOf } from '../../src/domain/dashboards/index'
import type { MeasureQuestion } from '../../src/domain/question'
import type { ExtractIndex } from '../../src/engine/extract-files'
import type { OpenExtract } from '../../scripts/lib/ask/open-extract'
import { answerNatively } from '../../scripts/lib/bake/native'
import { root } from '../../scripts/lib/tooling/root.mjs'
import { built } from './support/built'
import { openShown } from './support/expected'
import { cardLines } from './support/sample-cards'
import { askingPages } from './support/visit'

/** What the generator says it put into the street. */
interface Truth {
  readonly quits: { readonly adoption_effect: number }
  readonly adoptions: Readonly<Record<string, { readonly wave: number | null }>>
  readonly congress: { readonly lapsed: readonly string[]; readonly year_without_meeting: readonly { readonly union_id: string }[] }
  readonly contracts: { readonly in_force_at_end: Readonly<Record<string, number>>; readonly expiring: Readonly<Record<string, number>> }
  readonly tickets: { readonly received: number; readonly open_at_end: number }
  readonly evaluation: { readonly wrong_composites: number }
  readonly investment: { readonly broken_stocks: number }
  readonly outside: { readonly arbitration_accepted: number }
  readonly disputes: { readonly pending_at_end: number; readonly due_within_5_days: number; readonly opened_by_year: Readonly<Record<string, number>> }
}

const index = JSON.parse(readFileSync(join(built, 'extracts', 'index.json'), 'utf8')) as ExtractIndex
const truthFile = join(root, 'data', 'sample', 'truth.json')

// A reader's own ledgers have no planted truth.
describe.runIf(index.extracts[0]?.id === 'zhijiang-xilu-sample' && existsSync(truthFile))('the sample street', () => {
  let shown: OpenExtract
  let truth: Truth
  beforeAll(async () => {
    shown = await openShown()
    truth = JSON.parse(readFileSync(truthFile, 'utf8')) as Truth
  })
  afterAll(() => shown.close())

  const pages = askingPages.filter((id) => (dashboardOf(id)?.cards.length ?? 0) > 0)
  const golden = join(root, 'tests', 'fixtures', 'goldens', 'sample-cards.json')

  test('cards of every page are as reviewed', async () => {
    const lines: Record<string, string[]> = {}
    for (const id of pages) lines[id] = await cardLines(shown, id)
    // Written where absent or asked for on a developer's machine, red in CI; reviewed by its diff.
    const wanted = process.env['UPDATE_GOLDENS'] === '1' || !existsSync(golden)
    if (wanted) {
      expect(process.env['CI'], 'sample-cards.json is missing').toBeFalsy()
      const entries = Object.entries(lines).map(([id, cards]) => `${JSON.stringify(id)}: [\n  ${cards.join(',\n  ')}\n]`)
      writeFileSync(golden, `{\n${entries.join(',\n')}\n}\n`)
    }
    const reviewed = JSON.parse(readFileSync(golden, 'utf8')) as Record<string, unknown[]>
    expect(Object.fromEntries(Object.entries(lines).map(([id, cards]) => [id, cards.map((card): unknown => JSON.parse(card))]))).toEqual(reviewed)
  })

  const all = { from: 24240, to: 24311 }
  const cells = async (metrics: string[], rest: Partial<MeasureQuestion> = {}): Promise<readonly Cell[]> => {
    const asked: MeasureQuestion = { kind: 'measure', metrics, by: [], where: [], grain: 'all', compare: 'none', period: all, ...rest }
    const [answer]: Answer[] = await answerNatively(shown.connection, [asked], shown.manifest)
    return answer?.kind === 'measure' ? answer.cells : []
  }
  const sum = (found: readonly Cell[], metric: string) => found.filter((cell) => cell.metric === metric).reduce((total, cell) => total + (cell.value ?? 0), 0)

  test('cases opened each year, those pending at the end and those due', async () => {
    const opened = await cells(['disputes.opened'], { grain: 'year' })
    const { 2025: last, ...earlier } = Object.fromEntries(opened.map((cell) => [cell.period, cell.value]))
    const { 2025: written = 0, ...before } = truth.disputes.opened_by_year
    expect(Object.keys(earlier)).toEqual(Object.keys(before))
    // Rows with planted mistakes are rejected: a case without its date of application, and one filed under a date that is none.
    const rejected = Object.values(truth.disputes.opened_by_year).reduce((a, b) => a + b, 0) - sum(opened, 'disputes.opened')
    expect(rejected).toBe(2)
    expect(written - (last ?? 0)).toBeLessThanOrEqual(1)
    const states = await cells(['disputes.pending', 'disputes.due_5d'])
    expect(sum(states, 'disputes.pending')).toBe(truth.disputes.pending_at_end)
    expect(sum(states, 'disputes.due_5d')).toBe(truth.disputes.due_within_5_days)
  })

  test('contracts in force and expiring', async () => {
    const inForce = await cells(['coverage.in_force'], { by: ['contract_type'] })
    expect(Object.fromEntries(inForce.map((cell) => [cell.members['contract_type'], cell.value]))).toEqual(truth.contracts.in_force_at_end)
    const expiring = await cells(['coverage.expiring_30d', 'coverage.expiring_60d', 'coverage.expiring_90d'])
    expect(Object.fromEntries(['30', '60', '90'].map((days) => [days, sum(expiring, `coverage.expiring_${days}d`)]))).toEqual(truth.contracts.expiring)
  })

  test('unions covered: those that adopted the congress, without the lapsed and the one that did not meet', async () => {
    const adopted = Object.values(truth.adoptions).filter(({ wave }) => wave !== null).length
    const [covered] = await cells(['congress.unions_covered'])
    expect(covered?.numerator).toBe(adopted - truth.congress.lapsed.length - truth.congress.year_without_meeting.length)
    expect(covered?.denominator).toBe(Object.keys(truth.adoptions).length)
  })

  test('tickets received and open, arbitration filings', async () => {
    const found = await cells(['tickets.received', 'tickets.open', 'disputes.arbitration_filings'])
    expect(Object.fromEntries(found.map((cell) => [cell.metric, cell.value]))).toEqual({
      'tickets.received': truth.tickets.received, 'tickets.open': truth.tickets.open_at_end, 'disputes.arbitration_filings': truth.outside.arbitration_accepted,
    })
  })

  test('planted composites and broken stocks are found, all of them and nothing else', async () => {
    expect(sum(await cells(['evaluation.differs'], { by: ['unit_kind'] }), 'evaluation.differs')).toBe(truth.evaluation.wrong_composites)
    expect(shown.manifest.checks['entity_flows.stock_identity']).toBe(truth.investment.broken_stocks)
  })

  test('quits fall where the congress was adopted by the effect put in', async () => {
    const found = await cells(['turnover.quits_rate_average'], { by: ['union'], grain: 'year' })
    const rate = (years: readonly string[], counts: (wave: number | null) => boolean): number => {
      const chosen = found.filter((cell) => years.includes(cell.period) && counts(truth.adoptions[cell.members['union'] ?? '']?.wave ?? null))
      return chosen.reduce((total, cell) => total + (cell.numerator ?? 0), 0) / chosen.reduce((total, cell) => total + (cell.denominator ?? 0), 0)
    }
    // The first three waves had all adopted by 2024, and nobody had in 2020: after against before, over the same of those who never did.
    const change = (counts: (wave: number | null) => boolean) => rate(['2024', '2025'], counts) / rate(['2020'], counts)
    const effect = change((wave) => wave !== null && wave <= 3) / change((wave) => wave === null) - 1
    expect(Math.abs(effect - truth.quits.adoption_effect)).toBeLessThan(0.06)
  })
})

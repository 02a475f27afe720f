import { expect, test } from 'vitest'
import { changedFixture, extractedFrom } from '../support/extracted'

interface Slip {
  readonly what: string
  readonly fixture: string
  readonly file: string
  readonly ask: string
  /** The ledger with a value that cannot be, and with nothing in its place. */
  readonly slip: (text: string) => string
  readonly blank: (text: string) => string
  /** Worked by hand; null where nothing else is recorded. */
  readonly value: number | null
}

const points = /^(S3,.*,)(\d+),$/gm

const slips: readonly Slip[] = [
  {
    what: 'women among workers', fixture: 'enterprises', file: 'workforce_months.csv', ask: 'enterprises.women_share --from 2025 --to 2025',
    slip: text => text.replace('F1,2025-05,30,3,25,13,', 'F1,2025-05,30,3,25,74,'), blank: text => text.replace('F1,2025-05,30,3,25,13,', 'F1,2025-05,30,3,25,,'),
    value: null,
  },
  {
    what: 'items passed', fixture: 'congress', file: 'congress_meetings.csv', ask: 'congress.items_passed --from 2024 --to 2025',
    slip: text => text.replace('30,30,4,3,', '30,30,4,5,'), blank: text => text.replace('30,30,4,3,', '30,30,4,,'),
    value: 1,
  },
  {
    what: 'the median wage rise', fixture: 'coverage', file: 'contracts.csv', ask: 'coverage.wage_rise --from 2024 --to 2024',
    slip: text => text.replace(/^(K5,.*),4$/m, '$1,400'), blank: text => text.replace(/^(K5,.*),4$/m, '$1,'),
    value: 0.06,
  },
  {
    what: 'a score of shares read as points', fixture: 'evaluation', file: 'indicator_scores.csv', ask: 'evaluation.score --where unit_kind=union --where unit=U1 --from 2024 --to 2024',
    slip: text => text.replace(points, (_, row: string, raw: string) => `${row}${Number(raw) / 100},`), blank: text => text.replace(points, '$1,'),
    // 0.6 × (0.5 × 50 + 0.3 × 75) / 0.8 + 0.4 × 75.
    value: 65.625,
  },
]

test.each(slips)('$what: what cannot be is in no published number', async ({ fixture, file, ask, slip, blank, value }) => {
  const cellsOf = async (change: (text: string) => string) => (await extractedFrom({ folder: changedFixture(fixture, file, change), asOf: '2025-12-31' })).ask(ask)
  const [before, wrong, without] = [await cellsOf(text => text), await cellsOf(slip), await cellsOf(blank)]
  expect(wrong).toEqual(without)
  expect(wrong).not.toEqual(before)
  expect(wrong[0]?.value).toEqual(value === null ? null : expect.closeTo(value, 9))
})

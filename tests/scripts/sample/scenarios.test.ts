import { describe, expect, it } from 'vitest'
import { adoptionsOf, monthNumber, monthNumberOf, quitsFactorOf, waves, type Scenario } from '../../../scripts/lib/sample/scenario'
import { randomStream } from '../../../scripts/lib/sample/random'
import { groupBy } from '../../../scripts/lib/sample/sampling'
import { makeStreet } from '../../../scripts/lib/sample/street'
import { truthOf, type Street } from '../../../scripts/lib/sample/truth'
import type { FirmMonth } from '../../../scripts/lib/sample/workforce'

const streets = { effect: makeStreet(2025), none: makeStreet(2025, 'none'), confounded: makeStreet(2025, 'confounded') }

/** Quits over heads, pooled. */
const rate = (rows: readonly FirmMonth[]): number =>
  rows.reduce((sum, { quits }) => sum + quits, 0) / rows.reduce((sum, { opening }) => sum + opening, 0)

interface Halves { readonly before: readonly FirmMonth[]; readonly after: readonly FirmMonth[]; readonly never: readonly FirmMonth[] }

const halvesOf = ({ months, adoptions }: Street): Halves => {
  const from = new Map(adoptions.map(({ committee, adopted }) => [committee, adopted === null ? null : monthNumberOf(adopted)] as const))
  const at = ({ firm: { committee } }: FirmMonth): number | null => from.get(committee) ?? null
  const isAfter = (row: FirmMonth): boolean => monthNumber(row.year, row.month) >= (at(row) ?? Infinity)
  return {
    before: months.filter((row) => at(row) !== null && !isAfter(row)),
    after: months.filter(isAfter),
    never: months.filter((row) => at(row) === null),
  }
}

/** After over before at the adopters. */
const naive = (street: Street): number => {
  const { before, after } = halvesOf(street)
  return rate(after) / rate(before)
}

/** The same months of adopters and of those who had not adopted yet or never did: adopters over the rest, month by month, pooled. */
const besideTheRest = (street: Street): number => {
  const { before, after, never } = halvesOf(street)
  const group = (rows: readonly FirmMonth[]): ReadonlyMap<number, readonly FirmMonth[]> => groupBy(rows, ({ year, month }) => monthNumber(year, month))
  const rest = group([...before, ...never])
  const expected = [...group(after)].reduce((sum, [month, rows]) => sum + rate(rest.get(month) ?? []) * rows.reduce((heads, { opening }) => heads + opening, 0), 0)
  return after.reduce((sum, { quits }) => sum + quits, 0) / expected
}

describe('adoption', () => {
  const adoptions = adoptionsOf(randomStream(2025, 'adoptions'))

  it('comes in four waves and leaves two committees out', () => {
    expect(waves.map(([, , count]) => count)).toEqual([4, 5, 4, 3])
    expect(adoptions.filter(({ adopted }) => adopted === null)).toHaveLength(2)
    expect(new Set(adoptions.map(({ committee }) => committee)).size).toBe(18)
  })

  it('works from its month on, and only in the scenario that says so', () => {
    const [first] = adoptions
    if (first === undefined || first.adopted === null) throw new Error('no first adopter')
    const factor = (scenario: Scenario, year: number, month: number): number => quitsFactorOf(scenario, adoptions)(first.committee, year, month)
    expect(factor('effect', 2021, 2)).toBe(1)
    expect(factor('effect', 2021, 3)).toBeCloseTo(0.82, 12)
    expect(factor('none', 2025, 12)).toBe(1)
    expect(factor('confounded', 2021, 3)).toBe(1)
    expect(factor('confounded', 2022, 3)).toBeCloseTo(0.94, 12)
  })
})

describe('quits', () => {
  it('fall by the stated effect where it is true: every firm beside itself in the world without', () => {
    expect(rate(halvesOf(streets.effect).after) / rate(halvesOf(streets.none).after)).toBeGreaterThan(0.79)
    expect(rate(halvesOf(streets.effect).after) / rate(halvesOf(streets.none).after)).toBeLessThan(0.85)
    expect(rate(halvesOf(streets.effect).before)).toBe(rate(halvesOf(streets.none).before))
    expect(rate(halvesOf(streets.effect).never)).toBe(rate(halvesOf(streets.none).never))
  })

  it('show it beside those without a congress, and nothing where there is no effect', () => {
    expect(besideTheRest(streets.effect)).toBeGreaterThan(0.76)
    expect(besideTheRest(streets.effect)).toBeLessThan(0.88)
    expect(besideTheRest(streets.none)).toBeGreaterThan(0.94)
    expect(besideTheRest(streets.none)).toBeLessThan(1.06)
  })

  it('seem to fall in the confounded scenario, where nothing but the street as a whole changed', () => {
    expect(naive(streets.confounded)).toBeLessThan(0.9)
    expect(naive(streets.none)).toBeGreaterThan(0.94)
    expect(besideTheRest(streets.confounded)).toBeGreaterThan(0.94)
    expect(besideTheRest(streets.confounded)).toBeLessThan(1.06)
  })
})

describe('the scenarios', () => {
  it('differ in the head counts and what follows from them, not in firms, disputes, dates or congresses', () => {
    for (const other of [streets.none, streets.confounded]) {
      expect(other.firms).toEqual(streets.effect.firms)
      expect(other.cases.map(({ id, opened, closed }) => [id, opened, closed])).toEqual(streets.effect.cases.map(({ id, opened, closed }) => [id, opened, closed]))
      expect(other.adoptions).toEqual(streets.effect.adoptions)
      expect(other.tables.get('tickets')).toEqual(streets.effect.tables.get('tickets'))
    }
  })

  it.each([['effect', -0.18, 0], ['none', 0, 0], ['confounded', 0, -0.06]] as const)('%s is written down as it is', (scenario, effect, trend) => {
    expect(truthOf(2025, streets[scenario])).toMatchObject({ scenario, quits: { adoption_effect: effect, street_trend_per_year: trend } })
  })
})

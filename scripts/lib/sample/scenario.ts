import { dayOf, partsOf, type Day } from './days'
import { committees, type Committee } from './places'
import type { Random } from './random'
import { shuffled } from './sampling'

export const scenarios = ['effect', 'none', 'confounded'] as const
export type Scenario = (typeof scenarios)[number]

/** What is true of quits in a scenario. `truth.json` repeats it. */
export interface Truth {
  /** Relative change of the quits rate in a committee from the month of its adoption on. */
  readonly adoptionEffect: number
  /** Relative change a year of everybody's quits rate from the first wave on: fewer firms hire, so fewer workers leave. */
  readonly streetTrend: number
}

export const scenarioTruth: Readonly<Record<Scenario, Truth>> = {
  effect: { adoptionEffect: -0.18, streetTrend: 0 },
  none: { adoptionEffect: 0, streetTrend: 0 },
  confounded: { adoptionEffect: 0, streetTrend: -0.06 },
}

/** Year, month and number of committees of each wave of congresses; the rest never adopts. */
export const waves = [[2021, 3, 4], [2022, 3, 5], [2023, 6, 4], [2024, 9, 3]] as const

/** A committee and the day its congress was founded; `place` is its place among the adopters, the plans of terms go by it. */
export interface Adoption { readonly committee: Committee; readonly adopted: Day | null; readonly wave: number | null; readonly place: number }

const slots: readonly (readonly [number, number, number])[] = waves.flatMap(([year, month, count], wave) =>
  Array.from({ length: count }, () => [year, month, wave + 1] as const))

/** Which committee adopts when; the order is left to chance, so that adopters differ from the rest in nothing else. */
export const adoptionsOf = (random: Random): readonly Adoption[] =>
  shuffled(random, committees).map((committee, place) => {
    const slot = slots[place]
    if (slot === undefined) return { committee, adopted: null, wave: null, place }
    const [year, month, wave] = slot
    return { committee, adopted: dayOf(year, month, random.int(5, 25)), wave, place }
  })

export const monthNumber = (year: number, month: number): number => year * 12 + month - 1

export const monthNumberOf = (day: Day): number => {
  const { year, month } = partsOf(day)
  return monthNumber(year, month)
}

const [firstWave] = waves
const TREND_FROM = monthNumber(firstWave[0], firstWave[1])

/** What the quits of a committee's firms are multiplied by in a month. */
export type QuitsFactor = (committee: Committee, year: number, month: number) => number

export const quitsFactorOf = (scenario: Scenario, adoptions: readonly Adoption[]): QuitsFactor => {
  const { adoptionEffect, streetTrend } = scenarioTruth[scenario]
  const from = new Map(adoptions.map(({ committee, adopted }) => [committee, adopted === null ? Infinity : monthNumberOf(adopted)] as const))
  return (committee, year, month) => {
    const at = monthNumber(year, month)
    const adopted = at >= (from.get(committee) ?? Infinity) ? 1 + adoptionEffect : 1
    return adopted * (1 + streetTrend) ** (Math.max(0, at - TREND_FROM) / 12)
  }
}

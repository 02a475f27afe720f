import { dayOf, LAST_DAY, type Day } from './days'
import { industries } from './industries'
import { committees } from './places'
import type { Random } from './random'
import type { Row } from './row'

/** Leads of five years; what share of those at a step goes on to the next, and the days it takes. */
export const leadsTruth = {
  perYear: 64,
  visited: 0.72, negotiated: 0.66, signed: 0.62, landed: 0.86,
  days: { visited: 25, negotiated: 35, signed: 60, landed: 50, lost: 70 },
} as const

const steps = [['visited', 'visit'], ['negotiated', 'negotiation'], ['signed', 'signed'], ['landed', 'landed']] as const

interface Way { readonly stage: string; readonly dates: Readonly<Record<string, Day | null>> }

/** How far a lead comes by the last day: on to the next step, lost, or still open where the next date lies ahead. */
const wayOf = (random: Random, opened: Day): Way => {
  const dates: Record<string, Day | null> = { visited: null, negotiated: null, signed: null, landed: null, lost: null }
  let stage = 'inquiry'
  let day = opened
  for (const [step, reached] of steps) {
    const goesOn = random.chance(leadsTruth[step])
    const next = day + Math.max(1, Math.round(random.logNormal(leadsTruth.days[goesOn ? step : 'lost'], 0.6)))
    if (next > LAST_DAY) break
    dates[goesOn ? step : 'lost'] = next
    stage = goesOn ? reached : 'lost'
    if (!goesOn) break
    day = next
  }
  return { stage, dates }
}

export const leadRows = (random: Random): readonly Row[] => {
  const days = [2021, 2022, 2023, 2024, 2025].flatMap((year) => Array.from({ length: leadsTruth.perYear + random.int(-6, 6) }, () => dayOf(year, 1, 1) + random.int(0, 363)))
  return days.sort((a, b) => a - b).map((opened, i) => {
    const { stage, dates } = wayOf(random, opened)
    return {
      lead_id: `XS${String(i + 1).padStart(4, '0')}`,
      area_code: random.chance(0.85) ? random.weighted(committees.map(({ code, weight }) => [code, weight] as const)) : null,
      industry_code: random.weighted(industries.map(({ code, weight }) => [code, weight] as const)),
      opened_on: opened, stage, landed_on: dates.landed ?? null, amount_wan: random.chance(0.9) ? Math.max(10, 10 * Math.round(random.logNormal(300, 1) / 10)) : null,
      visited_on: dates.visited ?? null, negotiated_on: dates.negotiated ?? null, signed_on: dates.signed ?? null, lost_on: dates.lost ?? null,
    }
  })
}

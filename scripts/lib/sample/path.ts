import type { Day } from './days'
import { yearOf } from './days'
import type { Random } from './random'
import { rates, settleChance, type Rung } from './rates'

/** One rung a case stood on. */
export interface Step {
  readonly rung: Rung
  readonly applied: Day
  readonly ended: Day
  readonly result: 'settled' | 'failed' | 'withdrawn' | 'refused' | 'referred'
  readonly body: string
  readonly recordedBy: 'union' | 'enterprise' | 'inferred'
}

export type Outcome = 'settled' | 'failed' | 'refused' | 'transferred' | 'withdrawn' | 'award' | 'judgment' | 'expired'

export interface Path { readonly steps: readonly Step[]; readonly outcome: Outcome; readonly closed: Day }

const bodies: Readonly<Record<Rung, readonly (readonly [string, number])[]>> = {
  tier1: [['enterprise', 8], ['enterprise_committee', 2]],
  tier2: [['joint_union', 8], ['democratic_mgmt', 1], ['peoples_mediation', 1]],
  tier3: [['street_center', 1]],
  arbitration: [['arbitration', 1]],
  litigation: [['court', 1]],
}

/** Where a case goes that a rung could not settle; null is the end. */
const onward: Readonly<Record<Rung, readonly (readonly [Rung | null, number])[]>> = {
  tier1: [['tier2', 89], ['tier3', 7], ['arbitration', 2], [null, 2]],
  tier2: [['tier3', 90], ['arbitration', 7], [null, 3]],
  tier3: [['arbitration', 65], [null, 35]],
  arbitration: [['litigation', 80], [null, 20]],
  litigation: [[null, 1]],
}

const recorderOf = (random: Random, rung: Rung): Step['recordedBy'] => {
  if (rung !== 'tier1') return 'union'
  if (random.chance(rates.inferred)) return 'inferred'
  return random.chance(0.65) ? 'union' : 'enterprise'
}

const resultOf = (random: Random, rung: Rung, year: number, worse: boolean): Step['result'] => {
  if (random.chance(settleChance(rung, year, worse))) return 'settled'
  if (rung === 'litigation') return 'withdrawn'
  const draw = random.next()
  if (draw < rates.withdrawn) return 'withdrawn'
  if (rung === 'tier1') return 'failed'
  if (draw < rates.withdrawn + rates.refused) return 'refused'
  return draw < rates.withdrawn + rates.refused + rates.referred ? 'referred' : 'failed'
}

const stepOn = (random: Random, rung: Rung, applied: Day, year: number, worse: boolean): Step => {
  const [median, sigma] = rates.days[rung]
  const days = Math.max(rung === 'tier1' ? 0 : 1, Math.round(random.logNormal(median, sigma)))
  return {
    rung, applied, ended: applied + days,
    result: resultOf(random, rung, year, worse),
    body: random.weighted(bodies[rung]),
    recordedBy: recorderOf(random, rung),
  }
}

const settledOutcome = (random: Random, rung: Rung): Outcome => {
  if (rung === 'arbitration') return random.chance(0.5) ? 'award' : 'settled'
  if (rung === 'litigation') return random.chance(0.7) ? 'judgment' : 'settled'
  return 'settled'
}

const outcomeOf = (random: Random, { rung, result, applied, ended }: Step): Outcome => {
  if (result === 'settled') return settledOutcome(random, rung)
  if (result === 'withdrawn' || result === 'refused') return result
  if (result === 'referred') return 'transferred'
  return ended - applied > 15 && rung !== 'tier1' ? 'expired' : 'failed'
}

/** First rung of a case that is not talked over inside the firm. */
export const firstRung = (random: Random): Rung =>
  random.chance(rates.startsInside) ? 'tier1' : random.chance(0.82) ? 'tier2' : 'tier3'

/** The whole way of a case up the ladder, whether or not it ends before the books do. */
export const walk = (random: Random, opened: Day, first: Rung, worse: boolean): Path => {
  const steps: Step[] = []
  const year = yearOf(opened)
  let rung: Rung | null = first
  let step = stepOn(random, first, opened, year, worse)
  while (rung !== null) {
    steps.push(step)
    rung = step.result === 'failed' ? random.weighted(onward[rung]) : null
    if (rung !== null) step = stepOn(random, rung, step.ended + random.int(0, 3), year, worse)
  }
  return { steps, outcome: outcomeOf(random, step), closed: step.ended }
}

import { LAST_DAY, type Day } from './days'
import type { Path } from './path'
import type { Random } from './random'

/** What a settled case agreed on and how it was kept; null is not known. Amounts in yuan. */
export interface Settlement {
  readonly agreed: number | null
  readonly form: string | null
  readonly due: Day | null
  readonly performed: Day | null
  readonly performance: string | null
  readonly paid: number | null
}

const formOf = (random: Random, rung: string | undefined): string =>
  rung === 'tier1'
    ? random.weighted([['oral', 6], ['written', 4]])
    : random.weighted([['written', 75], ['arbitration_reviewed', 12], ['court_confirmed', 10], ['oral', 3]])

const inFifties = (amount: number): number => Math.max(50, 50 * Math.round(amount / 50))

type Kept = Pick<Settlement, 'performed' | 'performance' | 'paid'>

const unknown: Kept = { performed: null, performance: null, paid: null }

const keptOf = (random: Random, closed: Day, due: Day, agreed: number | null): Kept => {
  if (due === closed) return { performed: closed, performance: 'immediate', paid: agreed }
  const performance = random.weighted([['on_time', 80], ['late', 9], ['partial', 5], ['none', 4], ['enforced', 2]])
  if (performance === 'none') return { performed: null, performance, paid: agreed === null ? null : 0 }
  const performed = performance === 'on_time' ? random.int(closed + 1, due) : due + random.int(1, 40)
  const share = performance === 'partial' ? random.int(3, 8) / 10 : 1
  return { performed, performance, paid: agreed === null ? null : inFifties(agreed * share) }
}

/** Nothing is known of a payment that lies after the last day, nor of one not yet due. */
const knownBy = (lastDay: Day, due: Day, kept: Kept): Kept =>
  (kept.performed ?? due) > lastDay ? unknown : kept

/** Terms of a case that ended in an agreement, an award or a judgment; null for every other end. */
export const settlementOf = (random: Random, { outcome, closed, steps }: Path, claimed: number | null): Settlement | null => {
  if (outcome !== 'settled' && outcome !== 'award' && outcome !== 'judgment') return null
  const agreed = claimed === null ? null : inFifties(claimed * (0.45 + 0.5 * random.next()))
  const form = outcome === 'settled' ? formOf(random, steps.at(-1)?.rung) : null
  if (random.chance(0.06)) return { agreed, form, due: null, ...unknown }
  const due = random.chance(0.2) ? closed : closed + random.int(3, 30)
  return { agreed, form, due, ...knownBy(LAST_DAY, due, keptOf(random, closed, due, agreed)) }
}

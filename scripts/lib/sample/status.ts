import type { Firm } from './enterprises'
import type { Random } from './random'

const ofClosed = [['deregistered', 88], ['moved_out', 9], ['revoked', 3]] as const

const statusOf = (random: Random, { closed, target }: Firm): Firm['status'] => {
  const draw = random.chance(0.02)
  if (closed !== null) return random.weighted<Firm['status']>(ofClosed)
  return draw && target <= 4 ? 'suspended' : 'active'
}

/** Says of every firm whether it goes on, stands still, moved away or gave up; a firm that left has its last day in `closed`. */
export const withStatus = (random: Random, firms: readonly Firm[]): readonly Firm[] =>
  firms.map((firm) => ({ ...firm, status: statusOf(random, firm) }))

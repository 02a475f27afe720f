import { factOf } from '../facts'
import type { Manifest } from '../manifest'
import { bucketOf, type Month } from '../period'
import { cutOfFact } from './cut'
import type { Leg } from './leg'
import { axisOf } from './scan'

/** The bucket of a leg that a month's rows fall into; NaN when it is none of the leg's. */
export const bucketFor = (leg: Leg, manifest: Pick<Manifest, 'asOf' | 'facts'>): ((month: Month, late: boolean) => number) => {
  const { mode, period, grain, shift, ends } = leg
  const cut = cutOfFact(manifest, leg.fact, axisOf(factOf(leg.fact), leg.axis)).month
  return (month, late) => {
    if (mode === 'snapshot') return 0
    if (Number.isNaN(month)) return NaN
    const moved = month + shift
    if (mode === 'end') return ends?.includes(moved) ? bucketOf(grain, moved) : NaN
    if (moved > period.to || moved > cut || (moved === cut && late)) return NaN
    if (moved >= period.from) return bucketOf(grain, moved)
    return mode === 'running' ? bucketOf(grain, period.from) - 1 : NaN
  }
}

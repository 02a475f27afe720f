import { inIdle } from './in-idle'
import type { Asked } from './slot'
import { answeringOf, prepare, type Sources } from './sources'

/** Works out what is likely to be asked next, one question at a time while nothing else is to be done, in place of what seemed likely before. */
export const createRehearsal = (now: () => Sources): ((batch: readonly Asked[]) => void) => {
  let last = 0
  return (batch) => {
    const [by, mine] = [answeringOf(now()), ++last]
    if (by) inIdle(batch, (one) => prepare(one, now()), () => mine === last && by === answeringOf(now()))
  }
}

import type { Answer } from '../domain/answer'
import { questionKey } from '../domain/question'
import type { Origin } from '../engine/source'
import { answeredSlot, type Asked, type Slot } from './slot'
import type { Sources } from './sources'
import type { Describe } from './trouble'

/** What is written into the slots of a page while its questions are asked. */
export const slotKeeper = (slots: Map<string, Slot>, describe: Describe) => {
  const patch = (name: string, change: Partial<Slot>) => {
    const before = slots.get(name)
    if (before) slots.set(name, { ...before, ...change })
  }
  const open = (batch: readonly Asked[]) => batch.filter(({ slot }) => slots.get(slot)?.fresh === false)
  return {
    open,
    /** Answered by the extract's files; one that failed is not asked again unasked. */
    isBaked: ({ slot }: Asked): boolean => slots.get(slot)?.fresh === true && slots.get(slot)?.origin === 'baked',
    start: (batch: readonly Asked[]) => {
      for (const { slot } of open(batch)) patch(slot, { activity: 'asking', trouble: null })
    },
    /** A baked answer that comes after the engine's is of no use. */
    settle: (batch: readonly Asked[], answers: readonly (Answer | null)[], origin: Origin) =>
      batch.forEach(({ slot, question }, i) => {
        const [answer, before] = [answers[i], slots.get(slot)]
        if (answer && before?.key === questionKey(question) && !(before.fresh && origin === 'baked')) slots.set(slot, answeredSlot(before, answer, origin))
      }),
    fail: (name: string, error: unknown) => {
      if (slots.get(name)?.fresh === false) patch(name, { activity: 'idle', trouble: describe(error) })
    },
    park: (batch: readonly Asked[], { engine, hopeless }: Sources) => {
      for (const { slot } of open(batch)) {
        if (slots.get(slot)?.trouble === null) patch(slot, { activity: engine || hopeless ? 'refused' : 'waiting' })
      }
    },
  }
}

export type SlotKeeper = ReturnType<typeof slotKeeper>

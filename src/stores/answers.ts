import { defineStore } from 'pinia'
import { computed, shallowReactive, shallowRef, watch } from 'vue'
import type { Answer } from '../domain/answer'
import { createAsking } from './asking'
import { describeError } from './describe-error'
import { createRehearsal } from './rehearsal'
import { answeredSlot, nextSlot, type Asked, type Slot } from './slot'
import { answersAtHand, noSources, type Sources } from './sources'
import { standingOf } from './standing'

/** Baked answers at hand without a request, by question key: what stood in the page itself. */
export type AtHand = Readonly<Record<string, Answer>>

/** Questions of the page that is open, and the best answers known. */
export const useAnswersStore = defineStore('answers', () => {
  const slots = shallowReactive(new Map<string, Slot>())
  const asking = createAsking(slots, describeError)
  const answered = computed(() => slots.size > 0 && [...slots.values()].every((slot) => slot.fresh))
  let page = ''
  const sources = shallowRef(noSources)
  const knows = computed(() => sources.value.known !== null)
  let atHand: AtHand = {}

  const placed = ({ question }: Asked, before: Slot | undefined, computed: Answer | null): Slot => {
    const next = nextSlot(question, before)
    // The same slot, so that nothing is drawn again for it.
    if (before && next.fresh && next.origin === 'engine') return before
    if (computed) return answeredSlot(next, computed, 'engine')
    const baked = next.fresh ? undefined : atHand[next.key]
    return baked ? answeredSlot(next, baked, 'baked') : next
  }

  return {
    slots,
    /** Whether some of what may be asked next is answered without an engine. */
    knows,
    ...standingOf(slots),
    keepAtHand: (answers: AtHand) => {
      atHand = answers
    },
    /** Every question that stands on the page. */
    asked: () => [...slots.values()].map(({ question }) => question),
    /** Asks a page's questions. Slots of another page go; what the engine has at hand stands at once, else what is known of the same slot stays until its answer comes. */
    ask(forPage: string, batch: readonly Asked[]): Promise<void> {
      const opened = page !== forPage
      const kept = opened ? new Map<string, Slot>() : new Map(slots)
      const wanted = new Set(batch.map(({ slot }) => slot))
      page = forPage
      for (const name of [...slots.keys()]) if (!wanted.has(name)) slots.delete(name)
      const computed = opened ? [] : answersAtHand(batch, sources.value)
      batch.forEach((one, i) => slots.set(one.slot, placed(one, kept.get(one.slot), computed[i] ?? null)))
      return asking.run(batch, sources.value, opened ? 'opened' : 'changed')
    },
    /** Resolves once everything asked has its answer. */
    whenAnswered: () => (answered.value ? Promise.resolve() : new Promise<void>((resolve) => { watch(answered, () => resolve(), { once: true }) })),
    /** A source came, went, or will not come: what is on the page is asked again. */
    use(change: Partial<Sources>): Promise<void> {
      sources.value = { ...sources.value, ...change }
      return asking.run([...slots].map(([slot, { question }]) => ({ slot, question })), sources.value, 'source')
    },
    rehearse: createRehearsal(() => sources.value),
    /** Another extract: nothing of the old one may stay. */
    forget() {
      asking.stop()
      slots.clear()
      atHand = {}
      sources.value = noSources
    },
  }
})

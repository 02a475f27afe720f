import type { Answer } from '../domain/answer'
import { questionKey } from '../domain/question'
import type { Origin, Source } from '../engine/source'
import { answeredSlot, type Asked, type Slot } from './slot'
import type { Describe } from './trouble'

export interface Sources {
  readonly baked: Source | null
  readonly engine: Source | null
  /** True when there will be no engine. */
  readonly hopeless: boolean
}

/** What the engine answers without waiting, in the batch's order. */
export const answersAtHand = (batch: readonly Asked[], { engine }: Sources): readonly (Answer | null)[] => {
  try {
    return engine?.atHand?.(batch.map(({ question }) => question)) ?? []
  } catch {
    // The question that failed fails again when it is asked, and then by itself and with its reason.
    return []
  }
}

/** Asks the sources for what stands open in the slots, baked answers first, then the engine for everything. */
export const createAsking = (slots: Map<string, Slot>, describe: Describe) => {
  let running = new AbortController()

  const patch = (name: string, change: Partial<Slot>) => {
    const before = slots.get(name)
    if (before) slots.set(name, { ...before, ...change })
  }
  const isComputed = ({ slot }: Asked): boolean => slots.get(slot)?.fresh === true && slots.get(slot)?.origin === 'engine'
  const open = (batch: readonly Asked[]) => batch.filter(({ slot }) => slots.get(slot)?.fresh === false)

  /** A baked answer that comes after the engine's is of no use. */
  const settle = (batch: readonly Asked[], answers: readonly (Answer | null)[], origin: Origin) =>
    batch.forEach(({ slot, question }, i) => {
      const [answer, before] = [answers[i], slots.get(slot)]
      if (answer && before?.key === questionKey(question) && !(before.fresh && origin === 'baked')) slots.set(slot, answeredSlot(before, answer, origin))
    })

  const fail = (name: string, error: unknown) => {
    if (slots.get(name)?.fresh === false) patch(name, { activity: 'idle', trouble: describe(error) })
  }

  /** An answer after an abort is dropped. */
  const ask = async (source: Source, batch: readonly Asked[], signal: AbortSignal, failed: (error: unknown) => Promise<void> | void): Promise<void> => {
    try {
      const answers = await source.answer(batch.map(({ question }) => question), signal)
      if (!signal.aborted) settle(batch, answers, source.origin)
    } catch (error) {
      if (!signal.aborted) await failed(error)
    }
  }
  /** One bad question must not sink its siblings: when a batch fails, each is asked by itself. */
  const compute = (engine: Source, batch: readonly Asked[], signal: AbortSignal): Promise<void> =>
    ask(engine, batch, signal, async (error) => {
      const [only, more] = batch
      if (only && !more) fail(only.slot, error)
      else for (const one of batch) if (!signal.aborted) await compute(engine, [one], signal)
    })
  /** A file that cannot be had is missing for all who ask; where the engine answers, nobody misses it. */
  const lookUp = (baked: Source, batch: readonly Asked[], signal: AbortSignal, { engine }: Sources): Promise<void> =>
    ask(baked, batch, signal, (error) => {
      if (!engine) for (const { slot } of batch) fail(slot, error)
    })

  const park = (batch: readonly Asked[], { engine, hopeless }: Sources) => {
    for (const { slot } of open(batch)) {
      if (slots.get(slot)?.trouble === null) patch(slot, { activity: engine || hopeless ? 'refused' : 'waiting' })
    }
  }

  return {
    stop: () => running.abort(),
    async run(batch: readonly Asked[], sources: Sources): Promise<void> {
      running.abort()
      running = new AbortController()
      const { signal } = running
      for (const { slot } of open(batch)) patch(slot, { activity: 'asking', trouble: null })
      const lookedUp = sources.baked && open(batch).length > 0 ? lookUp(sources.baked, open(batch), signal, sources) : null
      // The engine does not wait for a slow network.
      if (!sources.engine) await lookedUp
      const uncomputed = batch.filter((one) => !isComputed(one))
      if (sources.engine && uncomputed.length > 0 && !signal.aborted) await compute(sources.engine, uncomputed, signal)
      await lookedUp
      if (!signal.aborted) park(batch, sources)
    },
  }
}

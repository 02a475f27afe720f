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

/** Lets the engine have an answer at hand before it is asked for. */
export const prepare = (one: Asked, sources: Sources): void => {
  const [known] = answersAtHand([one], sources)
  // One that fails fails again when it is asked in earnest, and then says why.
  if (!known) sources.engine?.answer([one.question]).catch(() => undefined)
}

/** What is written into the slots of a page while its questions are asked. */
const slotKeeper = (slots: Map<string, Slot>, describe: Describe) => {
  const patch = (name: string, change: Partial<Slot>) => {
    const before = slots.get(name)
    if (before) slots.set(name, { ...before, ...change })
  }
  const open = (batch: readonly Asked[]) => batch.filter(({ slot }) => slots.get(slot)?.fresh === false)
  return {
    open,
    isComputed: ({ slot }: Asked): boolean => slots.get(slot)?.fresh === true && slots.get(slot)?.origin === 'engine',
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

/** Asks the sources for what stands open in the slots, baked answers first, then the engine for everything. */
export const createAsking = (slots: Map<string, Slot>, describe: Describe) => {
  const keeper = slotKeeper(slots, describe)
  let running = new AbortController()

  /** An answer after an abort is dropped. */
  const ask = async (source: Source, batch: readonly Asked[], signal: AbortSignal, failed: (error: unknown) => Promise<void> | void): Promise<void> => {
    try {
      const answers = await source.answer(batch.map(({ question }) => question), signal)
      if (!signal.aborted) keeper.settle(batch, answers, source.origin)
    } catch (error) {
      if (!signal.aborted) await failed(error)
    }
  }
  /** One bad question must not sink its siblings: when a batch fails, each is asked by itself. */
  const compute = (engine: Source, batch: readonly Asked[], signal: AbortSignal): Promise<void> =>
    ask(engine, batch, signal, async (error) => {
      const [only, more] = batch
      if (only && !more) keeper.fail(only.slot, error)
      else for (const one of batch) if (!signal.aborted) await compute(engine, [one], signal)
    })
  /** A file that cannot be had is missing for all who ask; where the engine answers, nobody misses it. */
  const lookUp = (baked: Source, batch: readonly Asked[], signal: AbortSignal, { engine }: Sources): Promise<void> =>
    ask(baked, batch, signal, (error) => {
      if (!engine) for (const { slot } of batch) keeper.fail(slot, error)
    })

  return {
    stop: () => running.abort(),
    async run(batch: readonly Asked[], sources: Sources): Promise<void> {
      running.abort()
      running = new AbortController()
      const { signal } = running
      keeper.start(batch)
      const lookedUp = sources.baked && keeper.open(batch).length > 0 ? lookUp(sources.baked, keeper.open(batch), signal, sources) : null
      // The engine does not wait for a slow network.
      if (!sources.engine) await lookedUp
      const uncomputed = batch.filter((one) => !keeper.isComputed(one))
      if (sources.engine && uncomputed.length > 0 && !signal.aborted) await compute(sources.engine, uncomputed, signal)
      await lookedUp
      if (!signal.aborted) keeper.park(batch, sources)
    },
  }
}

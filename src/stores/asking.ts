import type { Source } from '../engine/source'
import { inIdle } from './in-idle'
import type { Asked, Slot } from './slot'
import { slotKeeper, type SlotKeeper } from './slot-keeper'
import { answersAtHand, type Sources } from './sources'
import type { Describe } from './trouble'

/** How long what was baked may be on its way before a page that was just opened is worked out here, in milliseconds. */
const patience = 300

const soon = (work: Promise<void>): Promise<void> => Promise.race([work, new Promise<void>((resolve) => { setTimeout(resolve, patience) })])

/**
 * What happened. A page that is just opened was baked, mostly: working it out anew would hold up its first sight. After a
 * change whoever asks has looked already what is at hand.
 */
export type Why = 'opened' | 'changed' | 'source'

/** The ways to an answer, each writing what it brings. */
const createWays = (keeper: SlotKeeper) => {
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

  const settleAtHand = (batch: readonly Asked[], sources: Sources) => {
    const computed = answersAtHand(batch, sources)
    keeper.settle(batch.filter((_, i) => computed[i]), computed.filter((answer) => answer !== null), 'engine')
  }
  return { compute, lookUp, settleAtHand }
}

/** Asks the sources for what stands open in the slots: what is at hand or baked first, then the engine. */
export const createAsking = (slots: Map<string, Slot>, describe: Describe) => {
  const keeper = slotKeeper(slots, describe)
  const { compute, lookUp, settleAtHand } = createWays(keeper)
  let running = new AbortController()

  /** What is open in some slots: from the extract's files, from what is at hand, from the engine. */
  const answer = async (batch: readonly Asked[], sources: Sources, { signal, why }: { signal: AbortSignal; why: Why }): Promise<void> => {
    if (why === 'source') settleAtHand(keeper.open(batch), sources)
    const lookedUp = sources.baked && keeper.open(batch).length > 0 ? lookUp(sources.baked, keeper.open(batch), signal, sources) : null
    // The engine does not wait for a slow network.
    if (lookedUp && !sources.engine) await lookedUp
    else if (lookedUp && why === 'opened') await soon(lookedUp)
    if (signal.aborted) return
    if (why === 'opened') settleAtHand(keeper.open(batch), sources)
    const open = keeper.open(batch)
    if (sources.engine && open.length > 0) await compute(sources.engine, open, signal)
    await lookedUp
    if (!signal.aborted) keeper.park(batch, sources)
  }

  return {
    stop: () => running.abort(),
    /** Answers what is open; what the files answered is computed here too, while nothing else is to be done. */
    async run(batch: readonly Asked[], sources: Sources, why: Why): Promise<void> {
      running.abort()
      running = new AbortController()
      const { signal } = running
      keeper.start(batch)
      await answer(batch, sources, { signal, why })
      inIdle(batch.filter(keeper.isBaked), (one) => {
        settleAtHand([one], sources)
        if (sources.engine && keeper.isBaked(one)) void compute(sources.engine, [one], signal)
      }, () => !signal.aborted)
    },
  }
}

import type { Answer } from '../domain/answer'
import type { Source } from '../engine/source'
import type { Asked } from './slot'

export interface Sources {
  readonly baked: Source | null
  readonly engine: Source | null
  /** What can be answered without the engine, before there is one and where there never will be. */
  readonly known: Source | null
  /** True when there will be no engine. */
  readonly hopeless: boolean
}

export const noSources: Sources = { baked: null, engine: null, known: null, hopeless: false }

/** Whoever answers what is likely to be asked next. */
export const answeringOf = ({ known, engine }: Sources): Source | null => known ?? engine

/** What is answered without waiting, in the batch's order. */
export const answersAtHand = (batch: readonly Asked[], { engine, known }: Sources): readonly (Answer | null)[] => {
  try {
    return (engine ?? known)?.atHand?.(batch.map(({ question }) => question)) ?? []
  } catch {
    // The question that failed fails again when it is asked, and then by itself and with its reason.
    return []
  }
}

/** Lets an answer be at hand before it is asked for. */
export const prepare = (one: Asked, sources: Sources): void => {
  const [answer] = answersAtHand([one], sources)
  // One that fails fails again when it is asked in earnest, and then says why.
  if (!answer) sources.engine?.answer([one.question]).catch(() => undefined)
}

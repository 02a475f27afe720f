import { EngineError } from '../engine/errors'

const fetched = async <T>(part: Promise<T>): Promise<T> => {
  try {
    return await part
  } catch (cause) {
    throw new EngineError('part_missing', {}, cause)
  }
}

/** What the page fetches of itself only when it is first needed. Rejects with `part_missing` where it does not come. */
export const parts = {
  weights: () => fetched(import('./evaluation/WeightsPanel.vue')),
  files: () => fetched(import('../files/save')),
  ranks: () => fetched(import('../engine/start-ranks')),
} as const

/** Fetches all of it, so that it is there when the network no longer is. What does not come now is asked for again when it is needed. */
export const fetchParts = async (): Promise<void> => {
  await Promise.allSettled(Object.values(parts).map((part) => part()))
}

import type { Answer } from '../domain/answer'
import type { Question } from '../domain/question'

/** Where an answer came from: baked into the extract, or computed by the engine now. */
export type Origin = 'baked' | 'engine'

/** Answers questions; the page does not know which one answered. Null: this source cannot answer that question. */
export interface Source {
  readonly origin: Origin
  /** What can be answered without waiting; null for what has to be asked. A source without it has nothing at hand. */
  atHand?(questions: readonly Question[]): readonly (Answer | null)[]
  answer(questions: readonly Question[], signal?: AbortSignal): Promise<readonly (Answer | null)[]>
}

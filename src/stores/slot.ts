import type { Answer } from '../domain/answer'
import { questionKey, type Question } from '../domain/question'
import type { Origin } from '../engine/source'
import type { Trouble } from './trouble'

/** A question and the place on the page its answer belongs to. */
export interface Asked {
  readonly slot: string
  readonly question: Question
}

/**
 * Two axes. Data: `answer`, and whether it is the one now asked for (`fresh`) or an earlier one that stays meanwhile.
 * Activity: `asking` while a source works, `waiting` while none can answer yet, `refused` when none ever will.
 */
export interface Slot {
  readonly question: Question
  readonly key: string
  readonly answer: Answer | null
  readonly answered: Question | null
  readonly fresh: boolean
  readonly origin: Origin | null
  readonly activity: 'idle' | 'asking' | 'waiting' | 'refused'
  readonly trouble: Trouble | null
}

/** Whether nothing will come of the question by itself: what stands there is not on its way to be replaced. */
export const isGivenUp = (slot: Slot | undefined): boolean => slot !== undefined && !slot.fresh && (slot.activity === 'refused' || slot.trouble !== null)

/** The slot once another question is asked in it: what it showed stays, marked as old. */
export const nextSlot = (question: Question, before: Slot | undefined): Slot => {
  const key = questionKey(question)
  const answered = before?.answered ?? null
  const fresh = answered !== null && questionKey(answered) === key
  return {
    question,
    key,
    answer: before?.answer ?? null,
    answered,
    fresh,
    origin: fresh ? (before?.origin ?? null) : null,
    activity: fresh ? 'idle' : 'asking',
    trouble: null,
  }
}

export const answeredSlot = (slot: Slot, answer: Answer, origin: Origin): Slot => ({
  ...slot,
  answer,
  answered: slot.question,
  fresh: true,
  origin,
  activity: 'idle',
  trouble: null,
})

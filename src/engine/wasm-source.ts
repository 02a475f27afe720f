import type { Answer } from '../domain/answer'
import type { Manifest } from '../domain/manifest'
import type { Plan } from '../domain/plan'
import { questionKey } from '../domain/question'
import type { Question } from '../domain/question'
import { createLru, type Lru } from './lru'
import { EngineError } from './errors'
import type { KnownResult } from './packed-results'
import { createRecentResults } from './recent-results'
import type { Engine } from './port'
import { readsOf } from './reads'
import { untilAborted } from './serial'
import type { Source } from './source'

export type Compile = (questions: readonly Question[], manifest: Manifest, reuse: 'soon' | 'next' | 'likely') => Plan

export interface EngineSourceOptions {
  /** The engine with the manifest's facts in it; asked anew each time, since it may have been restarted. */
  readonly engine: () => Promise<Pick<Engine, 'run'>>
  readonly manifest: Manifest
  readonly compile: Compile
  /** How many answers to keep. */
  readonly keep?: number
}

/** What results that are kept for the next question may take, in bytes. */
const mostBytes = 64 * 2 ** 20

/** A question that costs two engines is not asked of a third. */
const mostStrikes = 2

/** What is filtered alone has fewer rows to add up than what answers any filter, and is found in that as well. */
const reuses = ['likely', 'next'] as const

/** Answers known, and the questions that have none yet, each once. */
const sort = (questions: readonly Question[], kept: Lru<Answer>) => {
  const found = new Map<string, Answer>()
  const open = new Map<string, Question>()
  for (const question of questions) {
    const key = questionKey(question)
    const known = kept.get(key)
    if (known) found.set(key, known)
    else open.set(key, question)
  }
  /** Answers to what is open, in its order; what has one is open no more. */
  const take = (answers: readonly (Answer | null)[]) => {
    for (const [i, key] of [...open.keys()].entries()) {
      const computed = answers[i]
      if (!computed) continue
      found.set(key, computed)
      kept.set(key, computed)
      open.delete(key)
    }
  }
  return { open: () => [...open.values()], take, inOrder: () => questions.map((question) => found.get(questionKey(question)) ?? null) }
}

export interface EngineSource extends Source {
  atHand(questions: readonly Question[]): readonly (Answer | null)[]
  /** Takes results that were computed before. */
  know(results: readonly KnownResult[]): void
  /** Facts that have to be read before some questions can be answered. */
  lacks(questions: readonly Question[]): readonly string[]
}

/**
 * Answers any question by computing it now. Rejects with an EngineError, or with AbortError once the signal has fired:
 * a late answer never arrives.
 */
export const createEngineSource = ({ engine, manifest, compile, keep = 1000 }: EngineSourceOptions): EngineSource => {
  const kept = createLru<Answer>(keep)
  const recent = createRecentResults(mostBytes)

  /** How often an engine was lost over a question that was asked alone; forgotten once it is answered. */
  const strikes = new Map<string, number>()

  const blame = (questions: readonly Question[], error: unknown) => {
    const [only, more] = questions
    if (!only || more || !(error instanceof EngineError) || (error.code !== 'engine_lost' && error.code !== 'query_late')) return
    strikes.set(questionKey(only), (strikes.get(questionKey(only)) ?? 0) + 1)
  }

  const sortAtHand = (questions: readonly Question[]) => {
    const sorted = sort(questions, kept)
    for (const reuse of reuses) {
      const open = sorted.open()
      if (open.length === 0) break
      const { statements, assembleKnown } = compile(open, manifest, reuse)
      sorted.take(assembleKnown(statements.map((statement) => recent.get(statement))))
    }
    return sorted
  }

  const compute = async (questions: readonly Question[], signal?: AbortSignal): Promise<Answer[]> => {
    if (questions.some((question) => (strikes.get(questionKey(question)) ?? 0) >= mostStrikes)) throw new EngineError('query_deadly')
    const { statements, assemble } = compile(questions, manifest, 'soon')
    const known = new Map(statements.map((statement) => [statement, recent.get(statement)]))
    const open = statements.filter((statement) => !known.get(statement))
    const results = open.length > 0 ? await (await engine()).run(open, signal).catch((error: unknown) => {
      blame(questions, error)
      throw error
    }) : []
    for (const [i, statement] of open.entries()) {
      const result = results[i]
      if (!result) throw new EngineError('query_failed', { detail: `${results.length} of ${open.length}` })
      known.set(statement, result)
      recent.set(statement, result)
    }
    for (const question of questions) strikes.delete(questionKey(question))
    return assemble(statements.flatMap((statement) => known.get(statement) ?? []))
  }

  const answer = async (questions: readonly Question[], signal?: AbortSignal) => {
    const { open, take, inOrder } = sort(questions, kept)
    if (open().length > 0) take(await compute(open(), signal))
    return inOrder()
  }

  return {
    origin: 'engine',
    atHand: (questions) => sortAtHand(questions).inOrder(),
    answer: (questions, signal) => (signal ? untilAborted(answer(questions, signal), signal) : answer(questions)),
    know: (results) => {
      for (const { statement, result } of results) recent.set(statement, result)
    },
    lacks: (questions) => readsOf(compile(sortAtHand(questions).open(), manifest, 'next').statements),
  }
}

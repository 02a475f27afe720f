import type { Answer } from '../domain/answer'
import type { Manifest } from '../domain/manifest'
import type { Columns, Plan, Statement } from '../domain/plan'
import { questionKey } from '../domain/question'
import type { Question } from '../domain/question'
import { createLru, type Lru } from './lru'
import { EngineError } from './errors'
import { createRecentResults } from './recent-results'
import type { Engine } from './port'
import { untilAborted } from './serial'
import type { Source } from './source'

export type Compile = (questions: readonly Question[], manifest: Manifest, reuse: 'next') => Plan

export interface EngineSourceOptions {
  /** The engine with the manifest's facts in it; asked anew each time, since it may have been restarted. */
  readonly engine: () => Promise<Pick<Engine, 'run'>>
  readonly manifest: Manifest
  readonly compile: Compile
  /** How many answers to keep. */
  readonly keep?: number
}

/** Values of scans kept for the next question: at eight bytes and less, some tens of megabytes. */
const mostValues = 6_000_000

/** A question that costs two engines is not asked of a third. */
const mostStrikes = 2

const answersOf = ({ statements, assemble }: Plan, known: ReadonlyMap<Statement, Columns>): Answer[] =>
  assemble(statements.flatMap((statement) => known.get(statement) ?? []))

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
  const take = (answers: readonly Answer[]) => {
    for (const [i, key] of [...open.keys()].entries()) {
      const computed = answers[i]
      if (!computed) continue
      found.set(key, computed)
      kept.set(key, computed)
    }
  }
  return { open: [...open.values()], take, inOrder: () => questions.map((question) => found.get(questionKey(question)) ?? null) }
}

/**
 * Answers any question by computing it now. Rejects with an EngineError, or with AbortError once the signal has fired:
 * a late answer never arrives.
 */
export const createEngineSource = ({ engine, manifest, compile, keep = 500 }: EngineSourceOptions): Source => {
  const kept = createLru<Answer>(keep)
  const recent = createRecentResults(mostValues)

  const knownOf = (statements: readonly Statement[]): Map<Statement, Columns> =>
    new Map(statements.flatMap((statement) => {
      const result = recent.get(statement)
      return result ? [[statement, result] as const] : []
    }))

  /** How often an engine was lost over a question that was asked alone; forgotten once it is answered. */
  const strikes = new Map<string, number>()

  const blame = (questions: readonly Question[], error: unknown) => {
    const [only, more] = questions
    if (!only || more || !(error instanceof EngineError) || (error.code !== 'engine_lost' && error.code !== 'query_late')) return
    strikes.set(questionKey(only), (strikes.get(questionKey(only)) ?? 0) + 1)
  }

  const compute = async (questions: readonly Question[], signal?: AbortSignal): Promise<Answer[]> => {
    if (questions.some((question) => (strikes.get(questionKey(question)) ?? 0) >= mostStrikes)) throw new EngineError('query_deadly')
    const plan = compile(questions, manifest, 'next')
    const known = knownOf(plan.statements)
    const open = plan.statements.filter((statement) => !known.has(statement))
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
    return answersOf(plan, known)
  }

  const atHand = (questions: readonly Question[]) => {
    const { open, take, inOrder } = sort(questions, kept)
    if (open.length > 0) {
      const plan = compile(open, manifest, 'next')
      const known = knownOf(plan.statements)
      if (known.size === plan.statements.length) take(answersOf(plan, known))
    }
    return inOrder()
  }

  const answer = async (questions: readonly Question[], signal?: AbortSignal) => {
    const { open, take, inOrder } = sort(questions, kept)
    if (open.length > 0) take(await compute(open, signal))
    return inOrder()
  }

  return {
    origin: 'engine',
    atHand,
    answer: (questions, signal) => (signal ? untilAborted(answer(questions, signal), signal) : answer(questions)),
  }
}

import type { Answer } from '../answer'
import type { Manifest } from '../manifest'
import type { Columns, Plan, Statement } from '../plan'
import type { Question } from '../question'
import { planDistribution } from './distribution'
import { Legs } from './legs'
import { planList } from './list'
import { planMeasure } from './measure'
import type { Reuse } from './reuse'
import { planTransition } from './transition'

/** How a question's answer is made, and what it reads: legs by their keys, or one of the lists. */
interface Maker {
  readonly legs: readonly string[]
  readonly list: number | null
  readonly make: (listed: Columns | undefined) => Answer
}

interface Making {
  readonly manifest: Manifest
  readonly reuse: Reuse
  readonly legs: Legs
  /** Grows by the statement of a list. */
  readonly lists: Statement[]
}

/** Where a statement stands among others, as its equal or as the last of them. */
const placeIn = (statements: Statement[], wanted: Statement): number => {
  const known = statements.findIndex(({ sql, parameters }) => sql === wanted.sql && JSON.stringify(parameters) === JSON.stringify(wanted.parameters))
  return known >= 0 ? known : statements.push(wanted) - 1
}

const makerOf = (question: Question, { manifest, reuse, legs, lists }: Making): Maker => {
  if (question.kind === 'list') {
    const plan = planList(question, manifest, reuse)
    const [wanted] = plan.statements
    return { legs: [], list: wanted ? placeIn(lists, wanted) : null, make: plan.answer }
  }
  const make = question.kind === 'measure' ? planMeasure(question, manifest, legs)
    : question.kind === 'distribution' ? planDistribution(question, manifest, legs)
    : planTransition(question, manifest, legs)
  return { legs: legs.wantedLately(), list: null, make }
}

/**
 * Turns questions into SQL over an extract's facts and back into answers. Statements are shared between questions:
 * a page is one batch. What the extract cannot answer becomes an answer with its reason and no statement.
 */
export const compile = (questions: readonly Question[], manifest: Manifest, reuse: Reuse = 'none'): Plan => {
  const legs = new Legs(manifest, reuse)
  const lists: Statement[] = []
  const makers = questions.map((question) => makerOf(question, { manifest, reuse, legs, lists }))
  const summed = legs.statements()
  const assembleKnown = (results: readonly (Columns | undefined)[]): (Answer | null)[] => {
    legs.fill(results.slice(0, summed.length))
    const listed = results.slice(summed.length)
    return makers.map(({ list, legs: read, make }) => {
      if (list !== null) return listed[list] ? make(listed[list]) : null
      return read.every((key) => legs.isFilled(key)) ? make(undefined) : null
    })
  }
  return {
    statements: [...summed, ...lists],
    assembleKnown,
    assemble: (results) => assembleKnown(results).map((answer, i) => {
      if (!answer) throw new Error(`Question ${String(i)} reads a statement that has no result`)
      return answer
    }),
  }
}

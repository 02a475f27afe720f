import type { Answer } from '../../../src/domain/answer'
import type { Columns, Plan, Statement } from '../../../src/domain/plan'

/** A plan in which each question reads one statement of its own. */
export const planOf = (statements: readonly Statement[], answerOf: (result: Columns) => Answer): Plan => ({
  statements,
  assemble: (results) => results.map(answerOf),
  assembleKnown: (results) => results.map((result) => (result ? answerOf(result) : null)),
})

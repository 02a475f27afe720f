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

/**
 * Turns questions into SQL over an extract's facts and back into answers. Statements are shared between questions:
 * a page is one batch. What the extract cannot answer becomes an answer with its reason and no statement.
 */
export const compile = (questions: readonly Question[], manifest: Manifest, reuse: Reuse = 'none'): Plan => {
  const legs = new Legs(manifest, reuse)
  const lists: Statement[] = []
  const makers = questions.map((question): ((listed: readonly Columns[]) => Answer) => {
    if (question.kind === 'measure') return planMeasure(question, manifest, legs)
    if (question.kind === 'distribution') return planDistribution(question, manifest, legs)
    if (question.kind === 'transition') return planTransition(question, manifest, legs)
    const plan = planList(question, manifest, reuse)
    const at = lists.length
    lists.push(...plan.statements)
    return (listed) => plan.answer(plan.statements.length ? listed[at] : undefined)
  })
  const summed = legs.statements()
  return {
    statements: [...summed, ...lists],
    assemble(results) {
      legs.fill(results.slice(0, summed.length))
      return makers.map((make) => make(results.slice(summed.length)))
    },
  }
}

import type { Member, TransitionAnswer } from '../answer'
import { factOf } from '../facts'
import type { Manifest } from '../manifest'
import type { Operand } from '../metrics/metric'
import type { MissingReason } from '../missing'
import type { Filter, TransitionQuestion } from '../question'
import { laterMonth, spanOf, transitionOf, type Transition } from '../transitions'
import { apart } from './apart'
import { operandGap } from './gap'
import type { Legs } from './legs'
import { lastMonthOf, passOf } from './pass'

const noFlows = (missing: MissingReason): TransitionAnswer => ({ kind: 'transition', within: {}, between: null, flows: [], missing })

/** Members in the order of their codes, «not recorded» last. */
const byMember = (a: Member, b: Member): number => (a === b ? 0 : a === null ? 1 : b === null || a < b ? -1 : 1)

const operandOf = ({ fact, axis }: Transition): Operand => ({ fact, axis, sum: 'n' })

/** How the same units moved from the period's beginning to its end. */
export const planTransition = (question: TransitionQuestion, manifest: Manifest, legs: Legs): (() => TransitionAnswer) => {
  const transition = transitionOf(question.transition)
  const gap = operandGap(operandOf(transition), [transition.from, transition.to, transition.span, ...question.where.map((f) => f.dimension)], manifest)
  if (gap) return () => noFlows(gap)
  const span = spanOf(question.period, transition.spans)
  const to = laterMonth(question.period, span, lastMonthOf(operandOf(transition), manifest), transition, manifest.asOf)
  const from = to - span
  const first = manifest.facts[factOf(transition.fact).id]?.covers[transition.axis]?.from
  if (to < question.period.from || first === undefined || to < first) return () => noFlows('not_in_extract')
  const where: Filter[] = [...question.where, { dimension: transition.span, members: [String(span)] }]
  const { formula, within } = apart({ kind: 'sum', of: operandOf(transition), reads: 'end' }, [], where, manifest)
  if (formula.kind !== 'sum') return () => noFlows('not_in_extract')
  const { leg } = passOf(formula.of, formula, { by: [transition.from, transition.to], where, period: { from: question.period.from, to }, grain: 'all', shift: 0, manifest })
  const result = legs.want(leg, ['n'])
  return () => {
    const flows = result().groups().map(([before = null, after = null]: readonly Member[]) => ({ from: before, to: after, n: result().sum('n', 0, [before, after]) ?? 0 })).sort((a, b) => byMember(a.from, b.from) || byMember(a.to, b.to))
    return { kind: 'transition', within, between: { from, to }, flows, missing: flows.length === 0 ? 'no_denominator' : null }
  }
}

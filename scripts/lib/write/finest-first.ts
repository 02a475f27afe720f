import { operandsOf } from '../../../src/domain/compile/gap'
import type { Fact } from '../../../src/domain/facts/fact'
import { metrics } from '../../../src/domain/metrics'
import type { DimensionId } from '../../../src/domain/question'

/**
 * Steps from a dimension up to the coarsest that says the same less closely; a dimension not named has nothing coarser.
 * Size has none either, but is missed least: it goes before what a case is about.
 */
const steps: Readonly<Record<DimensionId, number>> = { union: 2, area: 2, unit: 2, industry: 2, cause: 2, industry_section: 1, cause_class: 1, size: 1 }

/** The ladder is what the product is about: no fact gives up its rungs. */
const rungs: readonly DimensionId[] = ['stage', 'final_stage']

/** Dimensions by which a metric's own formula chooses rows of a fact: without them it could not be asked for at all. */
const chosenBy = (fact: string): DimensionId[] =>
  metrics.flatMap(({ formula }) => operandsOf(formula).filter((operand) => operand.fact === fact).flatMap(({ where }) => where?.map(({ dimension }) => dimension) ?? []))

/**
 * The order in which a fact gives up these dimensions: the finest first, of equally fine ones the last declared first, for
 * a fact declares where before in which trade, and that before what is its own. What is never pooled, what a formula
 * chooses by and the rungs are not among them.
 */
export const finestFirst = (fact: Fact, dimensions: readonly DimensionId[]): DimensionId[] => {
  const stays = new Set([...Object.keys(fact.apart ?? {}), ...chosenBy(fact.id), ...rungs])
  return dimensions.filter((id) => !stays.has(id)).reverse().sort((a, b) => (steps[b] ?? 0) - (steps[a] ?? 0))
}

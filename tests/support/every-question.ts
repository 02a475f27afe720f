import { dimensions } from '../../src/domain/dimensions'
import type { Manifest } from '../../src/domain/manifest'
import { membersOf } from '../../src/domain/members'
import { metrics } from '../../src/domain/metrics'
import { grains, type Grain, type Period } from '../../src/domain/period'
import { comparisons, type Comparison, type DimensionId, type MeasureQuestion, type Question } from '../../src/domain/question'

const ids = metrics.map((m) => m.id)

const every = grains.flatMap((grain) => comparisons.map((compare) => [grain, compare] as const))

/** A comparison carries the plain answer with it, and what differs between grains is a parameter. */
const some: readonly (readonly [Grain, Comparison])[] = [['month', 'yoy'], ['quarter', 'mom'], ['all', 'rest']]

/** Every metric by one dimension: the whole square of grains and comparisons for none and for the unions, a diagonal of it for the others. */
export const splitQuestions = (by: DimensionId | null, period: Period): MeasureQuestion[] =>
  (by === null || by === 'union' ? every : some).map(
    ([grain, compare]): MeasureQuestion => ({ kind: 'measure', metrics: ids, by: by === null ? [] : [by], where: [], grain, compare, period }),
  )

/** Every metric filtered by each dimension, by its first member, by «not recorded», and by both. */
export const filterQuestions = (dimension: DimensionId, manifest: Manifest, period: Period): MeasureQuestion[] => {
  const first = membersOf(manifest, dimension)[0]?.id ?? null
  const choices = [[first], [null], [first, null]]
  return choices.map((members): MeasureQuestion => ({ kind: 'measure', metrics: ids, by: [], where: [{ dimension, members }], grain: 'all', compare: 'none', period }))
}

/** The spread behind every median, and the lists of cases. */
export const otherQuestions = (period: Period): Question[] => [
  ...metrics.filter((m) => m.formula.kind === 'quantile').map((m): Question => ({ kind: 'distribution', metric: m.id, period, where: [] })),
  { kind: 'list', list: 'due_soon', period, where: [] },
  { kind: 'list', list: 'due_soon', period, where: [{ dimension: 'stage', members: ['tier2'] }] },
]

export const splits: readonly (DimensionId | null)[] = [null, ...dimensions.map((d) => d.id)]

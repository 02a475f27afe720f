import { dimensions } from '../../src/domain/dimensions'
import type { Manifest } from '../../src/domain/manifest'
import { membersOf } from '../../src/domain/members'
import { caseLists } from '../../src/domain/lists/index'
import { metrics } from '../../src/domain/metrics'
import type { Grain, Period } from '../../src/domain/period'
import { transitions } from '../../src/domain/transitions'
import type { Comparison, DimensionId, MeasureQuestion, Question } from '../../src/domain/question'

const ids = metrics.map((m) => m.id)

/** A comparison carries the plain answer with it, and what differs between grains is a parameter: each of both once is enough. */
const every: readonly (readonly [Grain, Comparison])[] = [['month', 'yoy'], ['quarter', 'mom'], ['year', 'target'], ['all', 'yoy']]

/** Dimensions that stand for their kind: a place, a trade, a cause, a rung, a type, a state. SQL differs between them in a column's name. */
const typical: ReadonlySet<DimensionId> = new Set(['area', 'industry_group', 'cause', 'stage', 'contract_type', 'congress'])

const gridOf = (by: DimensionId | null): readonly (readonly [Grain, Comparison])[] => {
  if (by === null) return every
  return typical.has(by) ? [['month', 'yoy'], ['all', 'rest']] : [['all', 'none']]
}

/** Every metric by one dimension: every grain and comparison for none, some of them for the others. */
export const splitQuestions = (by: DimensionId | null, period: Period): MeasureQuestion[] =>
  gridOf(by).map(([grain, compare]): MeasureQuestion => ({ kind: 'measure', metrics: ids, by: by === null ? [] : [by], where: [], grain, compare, period }))

/** Every metric filtered by a dimension: by its first member and «not recorded», for typical ones by each of both apart. */
export const filterQuestions = (dimension: DimensionId, manifest: Manifest, period: Period): MeasureQuestion[] => {
  const first = membersOf(manifest, dimension)[0]?.id ?? null
  const choices = typical.has(dimension) ? [[first], [null]] : [[first, null]]
  return choices.map((members): MeasureQuestion => ({ kind: 'measure', metrics: ids, by: [], where: [{ dimension, members }], grain: 'all', compare: 'none', period }))
}

/** The spread behind every median, and the lists of cases. */
export const otherQuestions = (period: Period): Question[] => [
  ...metrics.filter((m) => m.formula.kind === 'quantile' || m.formula.kind === 'survival').map((m): Question => ({ kind: 'distribution', metric: m.id, period, where: [] })),
  ...caseLists.map(({ id }): Question => ({ kind: 'list', list: id, period, where: [] })),
  ...transitions.map(({ id }): Question => ({ kind: 'transition', transition: id, period, where: [] })),
  { kind: 'list', list: 'due_soon', period, where: [{ dimension: 'stage', members: ['tier2'] }] },
]

export const splits: readonly (DimensionId | null)[] = [null, ...dimensions.map((d) => d.id)]

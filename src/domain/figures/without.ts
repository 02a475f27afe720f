import type { Answer } from '../answer'
import type { MetricId } from '../question'

/** The answer without the cells of some metrics. */
export const withoutMetrics = (answer: Answer, unwanted: readonly (MetricId | undefined)[]): Answer =>
  answer.kind === 'measure' ? { ...answer, cells: answer.cells.filter(({ metric }) => !unwanted.includes(metric)) } : answer

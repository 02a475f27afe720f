import type { Cell, Member } from '../domain/answer'
import type { Metric } from '../domain/metrics/metric'
import type { DimensionId, Filter, MetricId } from '../domain/question'
import type { Reference } from '../domain/references'
import type { Language } from '../domain/text'
import type { EChartsOption } from './option'

/** The three sizes every chart is laid out for; `wide` gets its width from the panel's span. */
export type Size = 'narrow' | 'medium' | 'wide'

export interface ChartContext {
  readonly language: Language
  readonly width: number
  readonly size: Size
  metric(id: MetricId): Metric
  label(dimension: DimensionId, member: Member): string
  /** Target for a metric and period key, where the extract has one. */
  target(metric: MetricId, period: string): number | null
  /** Targets for the last period asked and published figures, of the whole or of the members the chart is split by. */
  references(metric: MetricId): readonly Reference[]
}

/** What a builder makes: the option, its height, what a click on a mark selects, a sentence for a screen reader. */
export interface BuiltChart {
  readonly option: EChartsOption
  readonly height: number
  /** Filter that a click on series × data index means; null where a mark is not a filter. */
  pick(seriesIndex: number, dataIndex: number): Filter | null
  readonly summary: string
  /** Cells in drawing order, for tests and keyboard walks. */
  readonly cells: readonly Cell[]
}

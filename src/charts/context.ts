import type { Cell, Member } from '../domain/answer'
import type { Metric } from '../domain/metrics/metric'
import type { DimensionId, MetricId } from '../domain/question'
import type { Reference } from '../domain/references'
import type { Language } from '../domain/text'
import type { Layer } from './scene'

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

/** What a builder makes: layers in pixels, a sentence for a screen reader, and the cells in drawing order for tests and keyboard walks. */
export interface BuiltChart {
  readonly width: number
  readonly height: number
  readonly layers: readonly Layer[]
  readonly summary: string
  readonly cells: readonly Cell[]
}

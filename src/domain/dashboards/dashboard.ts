import type { Comparison, DimensionId, Filter, MetricId } from '../question'
import type { Grain } from '../period'
import type { Bilingual } from '../text'

/** Which months a panel looks at, from the chosen period P. */
export type Window =
  /** P itself. */
  | 'period'
  /** P and the years before it, six in all. */
  | 'years'
  /** The whole extract up to the end of P. */
  | 'all'
  /** P and the 12 months before it: for places with few cases. */
  | 'two_years'

/** A card: headline number, change, interval or sparkline. */
export interface Card {
  readonly id: string
  readonly metric: MetricId
  readonly where?: readonly Filter[]
  readonly figure: 'sparkline' | 'interval' | 'none'
  /** A second metric said in small beside the name. */
  readonly beside?: MetricId
}

interface PanelBase {
  readonly id: string
  readonly title: Bilingual
  readonly subtitle: Bilingual
  /** Columns of twelve. */
  readonly span: 4 | 5 | 6 | 7 | 8 | 12
  readonly window: Window
  readonly where?: readonly Filter[]
}

export type Panel = PanelBase &
  (
    | { readonly chart: 'trend'; readonly metrics: readonly MetricId[]; readonly grain: Grain | 'auto' }
    | { readonly chart: 'bars'; readonly metric: MetricId; readonly by: DimensionId; readonly most?: number; readonly order?: 'value' | 'member' }
    | { readonly chart: 'stacked'; readonly metric: MetricId; readonly by: DimensionId; readonly grain: Grain | 'auto'; readonly most?: number }
    | { readonly chart: 'funnel'; readonly metric: MetricId; readonly by: DimensionId }
    | { readonly chart: 'heatmap'; readonly metric: MetricId; readonly by: DimensionId; readonly grain: Grain }
    | { readonly chart: 'ladder' }
    /** `term`: the days the law allows, drawn as a line; null where no term binds these cases. */
    | { readonly chart: 'days'; readonly metric: MetricId; readonly limit: number; readonly term: number | null }
    | { readonly chart: 'table'; readonly metrics: readonly MetricId[]; readonly by: DimensionId | null; readonly grain: Grain }
    | { readonly chart: 'list'; readonly list: string }
  )

/** A page as data: a sentence, cards, panels. */
export interface Dashboard {
  readonly id: string
  readonly title: Bilingual
  /** Metrics the verdict sentence and the attention line are built from. */
  readonly verdict: readonly MetricId[]
  readonly attention: readonly MetricId[]
  readonly cards: readonly Card[]
  readonly panels: readonly Panel[]
}

export interface ViewDefaults {
  readonly compare: Comparison
}

import type { Comparison, DimensionId, Filter, MetricId } from '../question'
import type { Grain } from '../period'
import type { Bilingual } from '../text'
import type { VerdictRule } from '../verdict/rule'

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
  /** Stands in where the ledgers do not record the metric. */
  readonly otherwise?: MetricId
  readonly figure: 'sparkline' | 'interval' | 'none'
  /** A second metric said in small beside the name. */
  readonly beside?: MetricId
}

/** A number that says how much stands behind a page, and a second one it must be read with. */
export interface Backing {
  readonly metric: MetricId
  readonly beside?: MetricId
}

/** Panels that are a component of their own: what weights are worth, what moved most. */
export type OwnPanelId = 'weights' | 'moved'

interface PanelBase {
  readonly id: string
  readonly title: Bilingual
  readonly subtitle: Bilingual
  /** Columns of twelve. */
  readonly span: 4 | 5 | 6 | 7 | 8 | 12
  /** Stands beside the two panels after it, one above the other. */
  readonly tall?: true
  readonly window: Window
  readonly where?: readonly Filter[]
}

export type Panel = PanelBase &
  (
    | { readonly chart: 'trend'; readonly metrics: readonly MetricId[]; readonly grain: Grain | 'auto' }
    | { readonly chart: 'bars'; readonly metric: MetricId; readonly by: DimensionId; readonly most?: number; readonly order?: 'value' | 'member'; readonly compare?: Comparison }
    /** `rating`: members are marks from worst to best and coloured as such; else they stand side by side. */
    | { readonly chart: 'stacked'; readonly metric: MetricId; readonly by: DimensionId; readonly grain: Grain | 'auto'; readonly most?: number; readonly colours?: 'rating' }
    | { readonly chart: 'funnel'; readonly metric: MetricId; readonly by: DimensionId }
    | { readonly chart: 'heatmap'; readonly metric: MetricId; readonly by: DimensionId; readonly grain: Grain }
    | { readonly chart: 'ladder' }
    /** `term`: the days the law allows, drawn as a line; null where no term binds these cases. */
    | { readonly chart: 'days'; readonly metric: MetricId; readonly limit: number; readonly term: number | null }
    | { readonly chart: 'table'; readonly metrics: readonly MetricId[]; readonly by: DimensionId | null; readonly grain: Grain }
    /** `most`: so many rows, and how many more there are. */
    | { readonly chart: 'list'; readonly list: string; readonly most?: number }
    /** Share still open by days, with its interval; the metric is a survival. `limit`: days drawn. */
    | { readonly chart: 'survival'; readonly metric: MetricId; readonly limit: number; readonly term: number | null }
    /** How many units have which value, in classes of `step` from `from` to `to`. */
    | { readonly chart: 'spread'; readonly metric: MetricId; readonly from: number; readonly to: number; readonly step: number }
    | { readonly chart: 'transition'; readonly transition: string }
    /** A table of signs: rows by columns, each passed, failed or not recorded. */
    | { readonly chart: 'grid'; readonly rows: DimensionId; readonly columns: DimensionId; readonly passed: MetricId; readonly failed: MetricId }
    /** Steps of one cohort, each drawn against the first. */
    | { readonly chart: 'steps'; readonly metrics: readonly MetricId[] }
    /** A component of its own, over measures. */
    | { readonly chart: 'own'; readonly own: OwnPanelId; readonly metrics: readonly MetricId[]; readonly by: readonly DimensionId[]; readonly grain: Grain }
  )

/** A page as data: a sentence, cards, panels. */
export interface Dashboard {
  readonly id: string
  readonly title: Bilingual
  /** Metrics the verdict sentence and the attention line are built from. */
  readonly verdict: readonly MetricId[]
  readonly attention: readonly MetricId[]
  /** Said in one line under the head: whom the page's numbers are about. */
  readonly backing: readonly Backing[]
  readonly cards: readonly Card[]
  /** How the page's verdict is reached; pages without one state their numbers. */
  readonly rule?: VerdictRule
  readonly panels: readonly Panel[]
  /** Shown only of extracts of that profile. */
  readonly profile?: 'internal' | 'public'
}

export interface ViewDefaults {
  readonly compare: Comparison
}

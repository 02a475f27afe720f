import type { Answer } from '../domain/answer'
import type { Panel } from '../domain/dashboards/dashboard'
import { buildBars } from './bars'
import type { BuiltChart, ChartContext } from './context'
import { buildDays } from './days'
import type { Builder, ChartKind } from './frame'
import { buildFunnel } from './funnel'
import { buildHeatmap } from './heatmap'
import { buildLadder } from './ladder'
import { buildSpread } from './spread'
import { buildStacked } from './stacked'
import { buildSteps } from './steps'
import { buildSurvival } from './survival'
import { buildTransition } from './transition'
import { buildTrend } from './trend'

/** Kinds that are words and figures only. */
type Undrawn = 'table' | 'list' | 'grid' | 'own'
export type DrawnKind = Exclude<ChartKind, Undrawn>

/** Every kind of chart and what draws it. */
export const charts: { readonly [K in DrawnKind]: Builder<K> } = {
  trend: buildTrend,
  bars: buildBars,
  stacked: buildStacked,
  funnel: buildFunnel,
  heatmap: buildHeatmap,
  ladder: buildLadder,
  days: buildDays,
  survival: buildSurvival,
  spread: buildSpread,
  transition: buildTransition,
  steps: buildSteps,
}

/** Whether a panel is drawn; the rest are tables and components of their own. */
export const isDrawn = (panel: Panel): boolean => panel.chart in charts

/** The chart of a panel; null where the panel is words and figures only. */
export const buildChart = (answer: Answer, panel: Panel, context: ChartContext): BuiltChart | null => {
  switch (panel.chart) {
    case 'trend': return charts.trend(answer, panel, context)
    case 'bars': return charts.bars(answer, panel, context)
    case 'stacked': return charts.stacked(answer, panel, context)
    case 'funnel': return charts.funnel(answer, panel, context)
    case 'heatmap': return charts.heatmap(answer, panel, context)
    case 'ladder': return charts.ladder(answer, panel, context)
    case 'days': return charts.days(answer, panel, context)
    case 'survival': return charts.survival(answer, panel, context)
    case 'spread': return charts.spread(answer, panel, context)
    case 'transition': return charts.transition(answer, panel, context)
    case 'steps': return charts.steps(answer, panel, context)
    case 'table':
    case 'list':
    case 'grid':
    case 'own': return null
  }
}

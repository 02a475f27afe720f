import type { Answer, Cell } from '../domain/answer'
import type { Panel } from '../domain/dashboards/dashboard'
import { formatMissing } from '../domain/format'
import type { MissingReason } from '../domain/missing'
import type { BuiltChart, ChartContext } from './context'
import { fitText } from './measure'
import { still } from './scene'
import { word } from './words'

export type ChartKind = Panel['chart']
export type PanelOf<K extends ChartKind> = Extract<Panel, { readonly chart: K }>
export type Builder<K extends ChartKind> = (answer: Answer, panel: PanelOf<K>, context: ChartContext) => BuiltChart

/** A line of words in place of a chart: why there is nothing to draw. */
export const emptyChart = (reason: MissingReason | null, context: ChartContext, cells: readonly Cell[] = []): BuiltChart => {
  const text = reason ? formatMissing(reason, context.language) : word('nothing', context.language)
  const { width } = context
  return {
    width, height: 64, summary: text, cells,
    layers: [still('empty', [
      { kind: 'line', points: [[0, 24], [width, 24]], stroke: 'line', dash: [4, 4] },
      { kind: 'text', x: 0, y: 44, text: fitText(text, width), fill: 'ink2' },
    ])],
  }
}

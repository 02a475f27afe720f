import type { Answer, Cell } from '../domain/answer'
import { formatMissing } from '../domain/format'
import type { MissingReason } from '../domain/missing'
import type { Panel } from '../domain/dashboards/dashboard'
import type { Filter } from '../domain/question'
import type { BuiltChart, ChartContext } from './context'
import { fitText, textSize } from './measure'
import type { EChartsOption } from './option'
import { colour } from './palette'
import { sceneSeries, type Mark } from './scene'
import { word } from './words'

export type ChartKind = Panel['chart']
export type PanelOf<K extends ChartKind> = Extract<Panel, { readonly chart: K }>
export type Builder<K extends ChartKind> = (answer: Answer, panel: PanelOf<K>, context: ChartContext) => BuiltChart

/** Filter and tooltip of every mark, by series and data index; a series without entry takes no pointer. */
export type Picks = readonly (readonly (Filter | null)[])[]
export type Tips = readonly (readonly string[])[]

interface Parts extends Omit<BuiltChart, 'option' | 'pick'> {
  readonly option: EChartsOption
  readonly picks: Picks
  readonly tips: Tips
}

const indexOf = (entry: object, key: string): number => {
  const value: unknown = key in entry ? Object.entries(entry).find(([name]) => name === key)?.[1] : undefined
  return typeof value === 'number' ? value : -1
}

/** The tooltip of a mark; on an axis the first series with a text speaks for all. */
const tipOf = (tips: Tips) => (params: unknown): string => {
  const entries: unknown[] = Array.isArray(params) ? params : [params]
  for (const entry of entries) {
    if (typeof entry !== 'object' || entry === null) continue
    const text = tips[indexOf(entry, 'seriesIndex')]?.[indexOf(entry, 'dataIndex')]
    if (text) return text
  }
  return ''
}

/** What every chart shares: no colours of its own, text in the page's font, a tooltip that stays inside. */
export const finish = ({ option, picks, tips, ...rest }: Parts, trigger: 'item' | 'axis' = 'item'): BuiltChart => ({
  ...rest,
  option: {
    backgroundColor: 'transparent',
    animation: false,
    animationDurationUpdate: 200,
    textStyle: { fontFamily: 'inherit', fontSize: textSize, color: colour('ink2') },
    tooltip: {
      trigger, confine: true, className: 'chart-tip', padding: 0, borderWidth: 0, backgroundColor: 'transparent', extraCssText: 'box-shadow:none',
      transitionDuration: 0, axisPointer: { type: 'line', lineStyle: { color: colour('mute'), type: 'solid', width: 1 } },
      formatter: tipOf(tips),
    },
    ...option,
  },
  pick: (series, data) => picks[series]?.[data] ?? null,
})

/** A line of words in place of a chart: why there is nothing to draw. */
export const emptyChart = (reason: MissingReason | null, context: ChartContext, cells: readonly Cell[] = []): BuiltChart => {
  const text = reason ? formatMissing(reason, context.language) : word('nothing', context.language)
  const mark: Mark = { name: text, shapes: [
    { kind: 'line', points: [[0, 24], [context.width, 24]], stroke: 'line', dash: [4, 4] },
    { kind: 'text', x: 0, y: 44, text: fitText(text, context.width), fill: 'ink2' },
  ] }
  return finish({ option: { series: [sceneSeries('empty', [mark], { silent: true })] }, height: 64, summary: text, cells, picks: [], tips: [] })
}

/** Fixed pixels: where the plot lies is decided by the builder, never by the library. */
export const fixedGrid = (left: number, right: number, top: number, bottom: number) => ({ left, right, top, bottom, outerBoundsMode: 'none' as const, borderWidth: 0 })

import type { DistributionAnswer } from '../domain/answer'
import { formatValue, formatWithUnit, unitLabel } from '../domain/format'
import type { Metric } from '../domain/metrics/metric'
import { quantile } from '../domain/statistics/quantile'
import type { ChartContext } from './context'
import { emptyChart, type Builder, type PanelOf } from './frame'
import { lineHeight, textWidth } from './measure'
import { noteLines, noteShapes } from './notes'
import { linear, niceTicks, tickValues } from './scale'
import { still, type Mark, type Shape } from './scene'
import { colon, joined, stop, word } from './words'

export interface ValueClass {
  readonly from: number
  readonly to: number
  readonly n: number
}

type Range = Pick<PanelOf<'spread'>, 'from' | 'to' | 'step'>

const tidy = (value: number): number => Number(value.toPrecision(12))

/** Classes of equal width; a value on an edge belongs to the upper class, the last class holds its end. Values beyond both ends are in none. */
export const classesOf = (bins: DistributionAnswer['bins'], { from, to, step }: Range): ValueClass[] => {
  const count = Math.max(1, Math.round((to - from) / step))
  const place = (value: number) => (value === to ? count - 1 : Math.floor(tidy((value - from) / step)))
  return Array.from({ length: count }, (_, i) => ({
    from: tidy(from + i * step), to: tidy(from + (i + 1) * step),
    n: bins.filter(({ value }) => value >= from && value <= to && place(value) === i).reduce((sum, { n }) => sum + n, 0),
  }))
}

const edge = (value: number, metric: Metric, { language }: ChartContext): string => {
  const shown = metric.unit === 'percent' ? tidy(value * 100) : value
  return formatValue(value, metric.unit, Number.isInteger(shown) ? 0 : 1, language, { compact: true })
}

const className = (one: ValueClass, metric: Metric, context: ChartContext): string =>
  `${edge(one.from, metric, context)}–${edge(one.to, metric, context)} ${unitLabel(metric.unit, context.language)}`

interface Plot {
  readonly x: (value: number) => number
  readonly y: (n: number) => number
  readonly left: number
  readonly top: number
  readonly floor: number
}

const axes = (classes: readonly ValueClass[], metric: Metric, plot: Plot, counts: readonly number[], context: ChartContext): Shape[] => {
  const edges = [...classes.map((one) => one.from), classes.at(-1)?.to ?? 0]
  const gap = plot.x(edges[1] ?? 1) - plot.x(edges[0] ?? 0)
  const every = Math.max(1, Math.ceil((Math.max(...edges.map((value) => textWidth(edge(value, metric, context)))) + 10) / gap))
  return [
    ...counts.flatMap((n): Shape[] => [
      { kind: 'line', points: [[plot.left, plot.y(n)], [context.width - 8, plot.y(n)]], stroke: n === 0 ? 'mute' : 'line' },
      { kind: 'text', x: plot.left - 8, y: plot.y(n), text: formatValue(n, 'case', 0, context.language, { compact: true }), fill: 'ink2', align: 'right' },
    ]),
    ...edges.flatMap((value, i): Shape[] => {
      if (i % every !== 0) return []
      const text = edge(value, metric, context)
      return [{ kind: 'text', x: Math.min(plot.x(value), context.width - textWidth(text) / 2), y: plot.floor + 15, text, fill: 'ink2', align: 'center' }]
    }),
  ]
}

const medianShapes = (median: number, text: string, { x, top, floor }: Plot, { width }: ChartContext): Shape[] => {
  const half = textWidth(text, 12, true) / 2
  return [
    { kind: 'line', points: [[x(median), top - 12], [x(median), floor]], stroke: 'ground', width: 4 },
    { kind: 'line', points: [[x(median), top - 12], [x(median), floor]], stroke: 'ink', width: 1.5, dash: [4, 3] },
    { kind: 'text', x: Math.min(width - half, Math.max(half, x(median))), y: top - 22, text, fill: 'ink', align: 'center', bold: true },
  ]
}

/** How many units have which value, in classes, with the median. */
export const buildSpread: Builder<'spread'> = (answer, panel, context) => {
  if (answer.kind !== 'distribution' || answer.missing || answer.bins.every((bin) => bin.n === 0)) return emptyChart(answer.kind === 'distribution' ? answer.missing : null, context)
  const { language, width, size } = context
  const metric = context.metric(panel.metric)
  const classes = classesOf(answer.bins, panel)
  const total = answer.bins.reduce((sum, { n }) => sum + n, 0)
  const beyond = total - classes.reduce((sum, { n }) => sum + n, 0)
  const median = quantile([...answer.bins].sort((a, b) => a.value - b.value), 0.5)
  const number = (n: number) => formatValue(n, 'case', 0, language)
  const ticks = niceTicks(0, Math.max(1, ...classes.map(({ n }) => n)), 4, { whole: true })
  const left = Math.max(...tickValues(ticks).map((tick) => textWidth(number(tick)))) + 10
  const [top, body] = [40, size === 'narrow' ? 160 : 190]
  const floor = top + body
  const plot: Plot = { left, top, floor, x: linear([panel.from, panel.to], [left, width - 8]), y: linear([0, ticks.max], [floor, top]) }
  const medianText = median === null ? '' : `${word('median', language)} ${formatWithUnit(median, metric.unit, metric.digits, language)}`
  const notes = noteLines([`n = ${number(total)}`, ...(beyond > 0 ? [language === 'zh' ? `另有 ${number(beyond)} 个${word('outOfRange', 'zh')}` : `${number(beyond)} ${word('outOfRange', 'en')}`] : [])], width)
  const shown = median !== null && median >= panel.from && median <= panel.to
  const bars = classes.map((one): Mark => {
    const [x, w] = [plot.x(one.from) + 1, plot.x(one.to) - plot.x(one.from) - 2]
    const name = className(one, metric, context)
    const rows = () => [
      { name: word('number', language), value: number(one.n), strong: true },
      { name: word('share', language), value: formatWithUnit(one.n / total, 'percent', 1, language) },
    ]
    const shapes: Shape[] = [{ kind: 'rect', x, y: plot.y(one.n), w, h: floor - plot.y(one.n), fill: 't2' }, { kind: 'hit', x, y: top, w, h: body }]
    return { name, shapes, tip: () => ({ title: name, rows: rows() }) }
  })
  const spoken = classes.filter(({ n }) => n > 0).map((one) => `${className(one, metric, context)} ${number(one.n)}`)
  const frame: Shape[] = [{ kind: 'text', x: 0, y: 9, text: word('number', language), fill: 'mute' }, ...axes(classes, metric, plot, tickValues(ticks), context), ...noteShapes(notes, floor + 40)]
  return {
    width,
    height: floor + 40 + notes.length * lineHeight - 6,
    cells: [],
    summary: `${metric.name[language]}${colon(language)}${joined([...notes, ...(medianText ? [medianText] : []), ...spoken], language)}${stop(language)}`,
    layers: [still('frame', frame), { id: 'classes', marks: bars }, still('median', shown ? medianShapes(median, medianText, plot, context) : [])],
  }
}

import type { Cell, Member } from '../domain/answer'
import { dimensionOf } from '../domain/dimensions/index'
import type { MissingReason } from '../domain/missing'
import { formatMissing, formatValue, formatWithUnit } from '../domain/format'
import { periodLabel } from '../domain/format-time'
import type { Metric } from '../domain/metrics/metric'
import { cellsOfMetric, filterOf, known, membersOf, periodsOf, wholeReason } from './cells'
import type { ChartContext } from './context'
import { emptyChart, type Builder, type PanelOf } from './frame'
import { keyOf } from './key'
import { fitText, textWidth } from './measure'
import { ratingColours, seriesColours, type PaletteName } from './palette'
import { linear, niceTicks } from './scale'
import { hatch, still, type Mark, type Shape } from './scene'
import { axisText, axisWidth, timeShapes, unitCaption, valueAxis } from './time-axis'
import type { Tip } from './tooltip'
import { colon, listed, stop, word } from './words'

interface Layer {
  readonly name: string
  readonly member: Member
  /** Null where it is no filter, as «others». */
  readonly filter: ReturnType<typeof filterOf>
  readonly fill: PaletteName
  /** By period; null where every part is missing. */
  readonly values: readonly (number | null)[]
  readonly reasons: readonly (MissingReason | null)[]
}

const total = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + (cell.value ?? 0), 0)

const layer = (name: string, member: Member, filter: Layer['filter'], fill: PaletteName, cells: readonly Cell[], periods: readonly string[]): Layer => {
  const at = periods.map((period) => cells.filter((cell) => cell.period === period))
  return {
    name, member, filter, fill,
    values: at.map((group) => (group.some(known) ? total(group.filter(known)) : null)),
    reasons: at.map((group) => group.find((cell) => cell.missing)?.missing ?? null),
  }
}

/** By the mark itself, so that a filter that leaves only some marks repaints none; what is not recorded is grey. */
const ratingFill = (dimension: string, mark: Member): PaletteName => {
  const labels = dimensionOf(dimension)?.labels
  return (labels?.kind === 'fixed' && mark !== null ? ratingColours[Object.keys(labels.of).indexOf(mark)] : undefined) ?? 'c-other'
}

/** The largest members as layers of their own, in given order; the smaller ones together as «others». */
const layersOf = (cells: readonly Cell[], panel: PanelOf<'stacked'>, periods: readonly string[], context: ChartContext): Layer[] => {
  const { by: dimension, most = seriesColours.length } = panel
  const members = membersOf(cells, dimension)
  const of = (member: Member) => cells.filter((cell) => (cell.members[dimension] ?? null) === member)
  const room = Math.min(most, seriesColours.length)
  const large = members.length <= room ? members : [...members].sort((a, b) => total(of(b)) - total(of(a))).slice(0, room)
  const kept = members.filter((member) => large.includes(member))
  const rest = members.filter((member) => !large.includes(member))
  const fill = (member: Member, i: number): PaletteName => {
    if (panel.colours === 'rating') return ratingFill(dimension, member)
    return member === null && rest.length === 0 ? 'c-other' : (seriesColours[i] ?? 'c-other')
  }
  const layers = kept.map((member, i) => layer(context.label(dimension, member), member, filterOf(dimension, member), fill(member, i), of(member), periods))
  if (rest.length === 0) return layers
  const name = context.language === 'zh' ? `${word('others', 'zh')} ${rest.length} 项` : `${rest.length} others`
  return [...layers, layer(name, null, null, 'c-other', cells.filter((cell) => rest.includes(cell.members[dimension] ?? null)), periods)]
}

/** Names right of the last column, each at its layer's middle, as far apart as lines of text need. */
const endLabels = (layers: readonly Layer[], x: number, y: (value: number) => number, width: number, top: number): Shape[] => {
  let sum = 0
  const wanted = layers.map((one) => {
    const value = one.values.at(-1) ?? 0
    sum += value
    return { one, y: y(sum - value / 2) }
  })
  let ceiling = Infinity
  const placed = wanted.map(({ one, y: at }) => {
    const free = Math.min(at, ceiling)
    ceiling = free - 17
    return { one, y: free }
  })
  const over = Math.max(0, top + 8 - Math.min(...placed.map((label) => label.y)))
  return placed.flatMap(({ one, y: at }): Shape[] => [
    { kind: 'rect', x, y: at + over - 4, w: 8, h: 8, fill: one.fill },
    { kind: 'text', x: x + 14, y: at + over, text: fitText(one.name, width - x - 14), fill: 'ink2' },
  ])
}

const tip = (period: string, i: number, layers: readonly Layer[], metric: Metric, language: ChartContext['language']): Tip => {
  const rows = [...layers].reverse().map((one) => ({ name: one.name, value: one.values[i] === null ? formatMissing(one.reasons[i] ?? 'not_recorded', language) : formatWithUnit(one.values[i] ?? null, metric.unit, metric.digits, language) }))
  const sum = layers.reduce((all, one) => all + (one.values[i] ?? 0), 0)
  const partial = layers.some((one) => one.reasons[i] !== null)
  const name = partial ? (language === 'zh' ? '已知合计' : 'Sum of the known') : language === 'zh' ? '合计' : 'Sum'
  return { title: periodLabel(period, language), rows: [{ name, value: formatWithUnit(sum, metric.unit, metric.digits, language), strong: true }, ...rows] }
}

interface Columns {
  readonly x: (index: number) => number
  readonly y: (value: number) => number
  readonly band: number
  readonly top: number
  readonly floor: number
}

/** A column's layers from the axis up, each a filter of its own; pointed at, the column speaks as a whole. */
const columnMarks = (i: number, layers: readonly Layer[], { x, y, band, top, floor }: Columns, said: () => Tip): Mark[] => {
  let sum = 0
  const parts = layers.flatMap((one): Mark[] => {
    const value = one.values[i] ?? null
    if (value === null || value === 0) return []
    const from = sum
    sum += value
    const shape: Shape = { kind: 'rect', x: x(i) - band * 0.35, y: y(sum), w: band * 0.7, h: y(from) - y(sum), fill: one.fill, stroke: 'ground' }
    return [{ name: one.name, shapes: [shape], tip: said, pick: one.filter }]
  })
  return [{ name: 'column', shapes: [{ kind: 'hit', x: x(i) - band / 2, y: top, w: band, h: floor - top }], tip: said }, ...parts]
}

export const buildStacked: Builder<'stacked'> = (answer, panel, context) => {
  const cells = cellsOfMetric(answer, panel.metric)
  const metric = context.metric(panel.metric)
  if (cells.length === 0 || wholeReason(cells)) return emptyChart(wholeReason(cells), context, cells)
  const { language, width, size } = context
  const periods = periodsOf(cells)
  const layers = layersOf(cells, panel, periods, context)
  const sums = periods.map((_, i) => layers.reduce((sum, one) => sum + (one.values[i] ?? 0), 0))
  const ticks = niceTicks(0, Math.max(...sums), 4, { whole: metric.digits === 0 && metric.unit !== 'percent' })
  const direct = size !== 'narrow' && width >= 560
  const key = direct ? { shapes: [], height: 0 } : keyOf(layers.map((one) => ({ name: one.name, colour: one.fill })), width)
  const never = membersOf(cells, panel.by).map((member) => cells.filter((cell) => (cell.members[panel.by] ?? null) === member)).filter((group) => !group.some(known))
  const holes = periods.map((period) => cells.some((cell) => cell.period === period && cell.missing && !never.some((group) => group.includes(cell))))
  const notes = never.map((group) => `${context.label(panel.by, group[0]?.members[panel.by] ?? null)}${colon(language)}${formatMissing(group[0]?.missing ?? 'not_recorded', language)}`)
  const top = key.height + 32
  const floor = top + (size === 'narrow' ? 190 : 214)
  const height = floor + 28 + (notes.length > 0 ? 18 : 0)
  const left = axisWidth(ticks, metric, language)
  const right = direct ? Math.min(width * 0.28, Math.max(...layers.map((one) => textWidth(one.name))) + 26) : 2
  const band = (width - left - right) / periods.length
  const x = (i: number) => left + (i + 0.5) * band
  const y = linear([ticks.min, ticks.max], [floor, top])
  const gaps = periods.flatMap((_, i): Shape[] => (holes[i] ? [hatch(x(i) - band * 0.35, y(sums[i] ?? 0) - 14, band * 0.7, 12, 'open')] : []))
  const words: Shape[] = [
    ...key.shapes,
    ...unitCaption(metric, key.height + 9, language),
    ...gaps,
    ...timeShapes(periods, x, floor + 15, context),
    ...(notes.length > 0 ? [{ kind: 'text', x: 0, y: floor + 36, text: fitText(notes.join(language === 'zh' ? '；' : '; '), width), fill: 'mute' } as const] : []),
    ...(direct ? endLabels(layers, width - right + 10, y, width, top) : []),
  ]
  const inColumns = band >= 34
  const sumWords: Shape[] = inColumns ? sums.map((sum, i): Shape => ({ kind: 'text', x: x(i), y: y(sum) - (holes[i] ? 24 : 9), text: formatValue(sum, metric.unit, metric.digits, language, { compact: true }), fill: 'ink', align: 'center', bold: true })) : []
  const columns: Columns = { x, y, band, top, floor }
  const spoken = periods.map((period, i) => `${periodLabel(period, language)} ${formatWithUnit(sums[i] ?? null, metric.unit, metric.digits, language)}`)
  return {
    width, height, cells,
    summary: `${metric.name[language]}${colon(language)}${listed(spoken, language)}${stop(language)}`,
    layers: [
      still('axis', valueAxis(ticks, (value) => axisText(value, metric, ticks.step, language), { left, right: width - right, y })),
      { id: 'columns', marks: periods.flatMap((period, i) => columnMarks(i, layers, columns, () => tip(period, i, layers, metric, language))) },
      still('words', [...words, ...sumWords]),
    ],
  }
}

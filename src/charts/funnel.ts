import { formatInterval, formatMissing, formatParts, formatWithUnit } from '../domain/format'
import type { Metric } from '../domain/metrics/metric'
import { labelHeight, sharedLines, sharedReferences } from './bar-references'
import { cellsOfMetric, filterOf, known, wholeReason } from './cells'
import type { ChartContext } from './context'
import { emptyChart, type Builder } from './frame'
import { funnelOf, outsideOf, type Band, type Funnel } from './funnel-model'
import { lineHeight, textWidth } from './measure'
import { noteShapes, sourceLines } from './notes'
import type { PaletteName } from './palette'
import { rowLayout, rowsOf, widest, type Row, type RowLayout } from './rows'
import { linear, niceTicks, tickValues } from './scale'
import { still, type Mark, type Shape } from './scene'
import { axisText } from './time-axis'
import { cellRows, referenceRows, type TipRow } from './tooltip'
import { colon, joined, stop, word } from './words'

/** Height of the pooled value's own line. */
const pooledHeight = 22

interface Judged extends Row {
  readonly band: Band | null
  readonly outside: -1 | 0 | 1
  /** What lies outside is coloured by whether that is good; where neither way is good it stays ink. */
  readonly ink: PaletteName
  readonly parts: string
}

interface Place {
  /** Where the rows begin. */
  readonly start: number
  readonly layout: RowLayout
  readonly x: (value: number) => number
  readonly left: number
  readonly right: number
  readonly valueRight: number
  readonly context: ChartContext
}

const inkOf = (outside: Judged['outside'], { direction }: Metric): PaletteName => {
  if (outside === 0 || direction === 'neutral') return 'ink'
  return (outside === 1) === (direction === 'up') ? 'good' : 'bad'
}

const judge = (row: Row, funnel: Funnel, metric: Metric, context: ChartContext): Judged => {
  const band = funnel.band(row.cell)
  const outside = outsideOf(row.cell, band)
  return { ...row, band, outside, ink: inkOf(outside, metric), parts: (formatParts(row.cell.numerator, row.cell.denominator, context.language) ?? '').replaceAll(' ', '') }
}

const bandShapes = (row: Judged, y0: number, { x, layout }: Place): Shape[] => {
  if (!row.band) return []
  const [y, h] = layout.above ? [y0 + 21, 21] : [y0 + 2, layout.rowHeight - 4]
  const strip = ({ low, high }: { low: number; high: number }, opacity: number): Shape => ({ kind: 'rect', x: x(low), y, w: x(high) - x(low), h, fill: 'open', opacity })
  return [strip(row.band.outer, 0.16), strip(row.band.inner, 0.2)]
}

/** An arrow at the end of the axis: the interval goes on beyond it. */
const goesOn = (x: number, y: number, way: -1 | 1, fill: PaletteName): Shape => ({ kind: 'area', points: [[x + way * 6, y], [x, y - 4], [x, y + 4]], fill })

/** A dot inside the band; outside it a diamond, hollow where that is good: never colour alone. */
const point = (row: Judged, y: number, { x, left, right }: Place): Shape[] => {
  if (!known(row.cell)) return []
  const clip = (value: number) => Math.min(right, Math.max(left, x(value)))
  const at = x(row.cell.value)
  const ink = row.outside === 0 ? 'mute' : row.ink
  const line = row.cell.low === null || row.cell.high === null ? [] : [
    { kind: 'line', points: [[clip(row.cell.low), y], [clip(row.cell.high), y]], stroke: ink, width: 1.5 } as const,
    ...(x(row.cell.low) < left - 0.5 ? [goesOn(left, y, -1, ink)] : []),
    ...(x(row.cell.high) > right + 0.5 ? [goesOn(right, y, 1, ink)] : []),
  ]
  const mark: Shape = row.outside === 0
    ? { kind: 'dot', x: at, y, r: 4.5, fill: 'accent', stroke: 'ground', width: 1 }
    : { kind: 'area', points: [[at, y - 7], [at + 7, y], [at, y + 7], [at - 7, y]], ...(row.ink === 'good' ? { fill: 'ground', stroke: row.ink, width: 2 } as const : { fill: row.ink, stroke: 'ground', width: 1 } as const) }
  return [...line, mark]
}

const texts = (row: Judged, y0: number, place: Place): Shape[] => {
  const { layout, context, valueRight } = place
  const y = y0 + layout.middle
  const marked = row.outside !== 0
  const label = layout.name(row.label, y0, marked)
  const yText = layout.above ? y0 + 31 : y
  if (row.cell.value === null) return [...label, { kind: 'text', x: context.width, y: yText, text: row.value, fill: 'mute', align: 'right' }]
  const sign = row.outside === 1 ? '▲ ' : row.outside === -1 ? '▼ ' : ''
  return [
    ...label,
    { kind: 'text', x: valueRight, y: yText, text: sign + row.value, fill: row.ink, align: 'right', bold: marked },
    { kind: 'text', x: context.width, y: yText, text: row.parts, fill: 'ink2', align: 'right' },
  ]
}

const rowShapes = (row: Judged, i: number, place: Place): Shape[] => {
  const y0 = place.start + i * place.layout.rowHeight
  return [...bandShapes(row, y0, place), ...point(row, y0 + place.layout.middle, place), ...texts(row, y0, place), { kind: 'hit', x: 0, y: y0, w: place.context.width, h: place.layout.rowHeight }]
}

const tipRows = (row: Judged, metric: Metric, context: ChartContext): TipRow[] => {
  const { language } = context
  const rows = [...cellRows(row.cell, metric, language), ...sharedReferences(metric, context).flatMap((one) => referenceRows(one, metric, language))]
  if (!row.band) return rows
  const limits = ({ low, high }: { low: number; high: number }) => formatInterval(low, high, metric.unit, metric.digits, language)
  const verdict = word(row.outside === 0 ? 'inside' : row.outside > 0 ? 'above' : 'below', language)
  return [...rows, { name: word('band95', language), value: limits(row.band.inner) }, { name: word('band998', language), value: `${limits(row.band.outer)}${language === 'zh' ? '，' : ', '}${verdict}` }]
}

/** Values and bands decide the axis, not the far ends of intervals of a handful of cases. */
const extent = (rows: readonly Judged[], beside: readonly number[]): [number, number] => {
  const within = rows.flatMap((row) => (known(row.cell) ? [row.cell.value, ...(row.band ? [row.band.outer.low, row.band.outer.high] : [row.cell.low ?? row.cell.value, row.cell.high ?? row.cell.value])] : []))
  const all = [...within, ...beside]
  return [Math.min(...all), Math.max(...all)]
}

const sentence = (rows: readonly Judged[], metric: Metric, funnel: Funnel, { language }: ChartContext): string => {
  const pooled = funnel.pooled === null ? [] : [`${word('pooled', language)} ${formatWithUnit(funnel.pooled, metric.unit, metric.digits, language)}`]
  const each = rows.map((row) => {
    const parts = row.parts === '' ? '' : language === 'zh' ? `（${row.parts}）` : ` (${row.parts})`
    const verdict = row.outside === 0 ? '' : ` ${word(row.outside > 0 ? 'above' : 'below', language)}`
    return row.cell.missing ? `${row.label} ${formatMissing(row.cell.missing, language)}` : `${row.label} ${row.value}${parts}${verdict}`
  })
  return `${metric.name[language]}${colon(language)}${joined([...pooled, ...each], language)}${stop(language)}`
}

/** Members in their given order with their intervals and the band that chance leaves them in. Never ranked. */
export const buildFunnel: Builder<'funnel'> = (answer, panel, context) => {
  const cells = cellsOfMetric(answer, panel.metric)
  const metric = context.metric(panel.metric)
  if (cells.length === 0 || wholeReason(cells)) return emptyChart(wholeReason(cells), context, cells)
  const { language, width } = context
  const funnel = funnelOf(cells, metric)
  const rows = rowsOf(cells, panel.by, metric, context).map((row) => judge(row, funnel, metric, context))
  const layout = rowLayout(rows.map((row) => row.label), context)
  const partsWidth = widest(rows.map((row) => row.parts), 120)
  const valueWidth = widest(rows.filter((row) => row.cell.value !== null).map((row) => (row.outside === 0 ? '' : '▲ ') + row.value), 140, true)
  const valueRight = width - partsWidth - (partsWidth > 0 ? 12 : 0)
  const [left, right] = [layout.plotLeft + 6, valueRight - valueWidth - 14]
  const shared = sharedReferences(metric, context)
  const start = labelHeight(shared) + pooledHeight
  const ticks = niceTicks(...extent(rows, shared.map(({ value }) => value)), right - left > 220 ? 4 : 2, { free: true, ...(metric.unit === 'percent' ? { ceiling: 1 } : {}) })
  const x = linear([ticks.min, ticks.max], [left, right])
  const sources = sourceLines(shared, width, language)
  const place: Place = { start, layout, x, left, right, valueRight, context }
  const bottom = start + rows.length * layout.rowHeight
  const through = (at: number, look: { readonly stroke: PaletteName; readonly dash?: readonly number[] }) =>
    layout.runs(start, rows.length).map(([from, to]): Shape => ({ kind: 'line', points: [[at, from], [at, to]], ...look }))
  const axis: Shape[] = tickValues(ticks).flatMap((tick): Shape[] => {
    const text = axisText(tick, metric, ticks.step, language)
    return [
      ...through(x(tick), { stroke: 'line' }),
      { kind: 'text', x: Math.max(textWidth(text) / 2, x(tick)), y: bottom + 12, text, fill: 'ink2', align: 'center' },
    ]
  })
  const middle: Shape[] = []
  if (funnel.pooled !== null) {
    const text = `${word('pooled', language)} ${formatWithUnit(funnel.pooled, metric.unit, metric.digits, language)}`
    const half = textWidth(text) / 2
    const at = Math.min(width - half, Math.max(half, x(funnel.pooled)))
    // The line of a reference above may cross this one's place.
    const ground: Shape[] = shared.length > 0 ? [{ kind: 'rect', x: at - half - 3, y: start - 21, w: 2 * half + 6, h: 16, fill: 'ground' }] : []
    middle.push(...through(x(funnel.pooled), { stroke: 'ink2', dash: [3, 3] }), ...ground, { kind: 'text', x: at, y: start - 13, text, fill: 'ink2', align: 'center' })
  }
  const members = rows.map((row, i): Mark => ({
    name: row.label, shapes: rowShapes(row, i, place), tip: () => ({ title: row.label, rows: tipRows(row, metric, context) }), pick: filterOf(panel.by, row.member),
  }))
  return {
    width,
    height: bottom + 12 + lineHeight / 2 + 4 + sources.length * lineHeight,
    cells,
    summary: sentence(rows, metric, funnel, context),
    layers: [still('axis', [...axis, ...sharedLines(shared, metric, x, bottom, context), ...noteShapes(sources, bottom + 12 + lineHeight)]), still('pooled', middle), { id: 'members', marks: members }],
  }
}

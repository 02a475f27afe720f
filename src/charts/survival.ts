import type { DistributionAnswer } from '../domain/answer'
import { formatInterval, formatValue, formatWithUnit } from '../domain/format'
import type { Metric } from '../domain/metrics/metric'
import type { ChartContext } from './context'
import { emptyChart, type Builder, type PanelOf } from './frame'
import { lineHeight, textWidth } from './measure'
import { noteLines, noteShapes } from './notes'
import { linear } from './scale'
import { still, type Mark, type Shape } from './scene'
import { curveOf, pointAt, shareAt, type Curve } from './survival-model'
import type { Tip, TipRow } from './tooltip'
import { colon, joined, stop, word } from './words'

interface Plot {
  readonly x: (day: number) => number
  readonly y: (share: number) => number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly floor: number
  readonly limit: number
}

type Point = readonly [number, number]

const percent = (share: number, { language }: ChartContext, digits = 1): string => formatWithUnit(share, 'percent', digits, language)
const dayWords = (days: number, { language }: ChartContext): string => formatWithUnit(days, 'day', 0, language)
const count = (n: number, { language }: ChartContext): string => formatValue(n, 'case', 0, language)

const end = (curve: Curve, { limit }: Plot): number => (curve.open > 0 ? Math.min(limit, curve.last) : limit)

/** Steps closer than this are drawn as one: over years of days they are no wider than the line itself. */
const finest = 2

/** Corners of a line that keeps its height until the next day on which something happened. */
const stairs = (values: readonly { readonly day: number; readonly share: number }[], start: Point, last: number, { x, y }: Plot): Point[] => {
  const corners: Point[] = [[x(start[0]), y(start[1])]]
  let drawn = start
  values.forEach(({ day, share }, i) => {
    const isLast = i === values.length - 1
    if (!isLast && x(day) - x(drawn[0]) < finest && Math.abs(y(share) - y(drawn[1])) < finest) return
    corners.push([x(day), y(drawn[1])], [x(day), y(share)])
    drawn = [day, share]
  })
  return [...corners, [x(last), y(drawn[1])]]
}

/** The band where an interval exists; at 0 and 1 there is none. */
const band = (curve: Curve, plot: Plot): Shape[] => {
  const points = curve.points.filter((point) => point.day <= plot.limit && point.low !== null && point.high !== null)
  const first = points[0]
  if (!first) return []
  const last = end(curve, plot)
  const side = (pick: 'low' | 'high') => stairs(points.slice(1).map((point) => ({ day: point.day, share: point[pick] ?? 0 })), [first.day, first[pick] ?? 0], last, plot)
  return [{ kind: 'area', points: [...side('high'), ...side('low').reverse()], fill: 'accent', opacity: 0.14 }]
}

/** So many that they do not run into one dark band; the table has every one. */
const apart = (censored: Curve['censored'], { x }: Plot): Curve['censored'] => {
  const drawn: Curve['censored'][number][] = []
  for (const one of censored) if (drawn.length === 0 || x(one.day) - x(drawn.at(-1)?.day ?? 0) >= 6) drawn.push(one)
  return drawn
}

const line = (curve: Curve, plot: Plot): Shape[] => {
  const points = curve.points.filter(({ day }) => day <= plot.limit)
  const ticks = apart(curve.censored.filter(({ day }) => day <= plot.limit), plot)
  return [
    { kind: 'line', points: stairs(points, [0, curve.rising ? 0 : 1], end(curve, plot), plot), stroke: 'accent', width: 2.5 },
    ...ticks.map(({ day, share }): Shape => ({ kind: 'line', points: [[plot.x(day), plot.y(share) - 5], [plot.x(day), plot.y(share) + 5]], stroke: 'accent', width: 1 })),
  ]
}

const steps = [1, 2, 5, 10, 15, 30, 60, 90, 180, 365]

const axes = (plot: Plot, context: ChartContext): Shape[] => {
  const room = context.size === 'narrow' ? 5 : 7
  const step = steps.find((one) => plot.limit / one <= room) ?? 730
  const days = Array.from({ length: Math.floor(plot.limit / step) + 1 }, (_, i) => i * step)
  return [
    ...[0, 0.25, 0.5, 0.75, 1].flatMap((share): Shape[] => [
      { kind: 'line', points: [[plot.left, plot.y(share)], [plot.right, plot.y(share)]], stroke: share === 0 ? 'mute' : 'line' },
      { kind: 'text', x: plot.left - 8, y: plot.y(share), text: percent(share, context, 0), fill: 'ink2', align: 'right' },
    ]),
    ...days.map((day, i): Shape => {
      const text = i === days.length - 1 ? dayWords(day, context) : String(day)
      return { kind: 'text', x: Math.min(plot.x(day), context.width - textWidth(text) / 2), y: plot.floor + 15, text, fill: 'ink2', align: 'center' }
    }),
  ]
}

const fitsRight = (x: number, text: string, { width }: ChartContext, bold: boolean): boolean => x + 8 + textWidth(text, 12, bold) <= width

/** Words beside a place of the plot: to its right where they fit, else to its left. */
const beside = (x: number, y: number, text: string, context: ChartContext, bold = false): Shape => {
  const fits = fitsRight(x, text, context, bold)
  return { kind: 'text', x: fits ? x + 8 : x - 8, y, text, fill: bold ? 'ink' : 'ink2', align: fits ? 'left' : 'right', bold }
}

const termShapes = (curve: Curve, term: number | null, plot: Plot, context: ChartContext): Shape[] => {
  if (term === null || term > plot.limit) return []
  const at = plot.x(term)
  const share = shareAt(curve, term)
  const { language } = context
  return [
    { kind: 'line', points: [[at, plot.top - 16], [at, plot.floor]], stroke: 'bad', width: 1.5, dash: [4, 3] },
    beside(at, plot.top - 10, language === 'zh' ? `${term} 日${share === null ? '' : ` · ${percent(share, context)}`}` : `${term} days${share === null ? '' : ` · ${percent(share, context)}`}`, context, true),
  ]
}

interface Named {
  readonly day: number
  readonly share: number
  readonly text: string
}

/** What the metric itself reads from the curve: its median, or the share on a day. */
const readOf = (curve: Curve, metric: Metric, panel: PanelOf<'survival'>, context: ChartContext): Named | null => {
  const { formula } = metric
  const read = formula.kind === 'survival' ? formula.read : { at: 'median' as const }
  if (read.at === 'median') {
    if (curve.median === null || curve.median > panel.limit) return null
    return { day: curve.median, share: 0.5, text: `${word('median', context.language)} ${dayWords(curve.median, context)}` }
  }
  const share = read.days === panel.term ? null : shareAt(curve, read.days)
  return share === null || read.days > panel.limit ? null : { day: read.days, share, text: `${dayWords(read.days, context)} ${percent(share, context)}` }
}

const readShapes = (read: Named | null, rising: boolean, plot: Plot, context: ChartContext): Shape[] => {
  if (!read) return []
  const [x, y] = [plot.x(read.day), plot.y(read.share)]
  return [
    { kind: 'line', points: [[plot.left, y], [x, y], [x, plot.floor]], stroke: 'ink2', dash: [3, 3] },
    { kind: 'dot', x, y, r: 4.5, fill: 'accent', stroke: 'ground', width: 1.5 },
    // On the side of the curve that it leaves free: a falling one lies above what is left of it, a rising one below.
    beside(x, y + (rising === fitsRight(x, read.text, context, true) ? 14 : -12), read.text, context, true),
  ]
}

/** Longer is better only of what should last. */
const lasts = (curve: Curve, { direction, formula }: Metric): boolean =>
  !curve.rising && (direction === 'up' || (formula.kind === 'survival' && formula.read.at === 'surviving'))

const caption = (curve: Curve, metric: Metric) => {
  if (curve.rising) return 'shareDone'
  return lasts(curve, metric) ? 'shareSurviving' : 'shareOpen'
}

const tip = (curve: Curve, day: number, metric: Metric, context: ChartContext): Tip => {
  const { language } = context
  const point = pointAt(curve, day)
  const share = shareAt(curve, day)
  const rows: TipRow[] = [{ name: word(caption(curve, metric), language), value: share === null ? word('nothing', language) : percent(share, context), strong: true }]
  if (point && share !== null && point.low !== null) rows.push({ name: word('interval', language), value: formatInterval(point.low, point.high, 'percent', 1, language) })
  if (point && share !== null) rows.push({ name: word('atRisk', language), value: count(point.atRisk, context) })
  return { title: dayWords(day, context), rows }
}

/** Strips that catch the pointer, one a day or, where days are many, one for every few. */
const strips = (plot: Plot, said: (day: number) => Tip): Mark[] => {
  const every = Math.max(1, Math.ceil(plot.limit / 60))
  const w = plot.x(every) - plot.x(0)
  return Array.from({ length: Math.floor(plot.limit / every) + 1 }, (_, i) => {
    const day = i * every
    const from = Math.max(plot.left, plot.x(day) - w / 2)
    return { name: String(day), shapes: [{ kind: 'hit', x: from, y: plot.top, w: Math.min(w, plot.right - from), h: plot.floor - plot.top }], tip: () => said(day) }
  })
}

const factsOf = (curve: Curve, metric: Metric, context: ChartContext): string[] => {
  const { language } = context
  const lost = curve.lost > 0 ? [`${word('lost', language)} ${count(curve.lost, context)}`] : []
  return [`n = ${count(curve.n, context)}`, ...lost, `${word(lasts(curve, metric) ? 'notClosed' : 'censored', language)} ${count(curve.open, context)}`]
}

/** Five days along the axis, for the spoken sentence. */
const axisDays = (limit: number): number[] => [0.2, 0.4, 0.6, 0.8, 1].map((part) => Math.round(limit * part))

const nothing = (answer: DistributionAnswer): boolean => answer.missing !== null || answer.bins.every((bin) => bin.n === 0)

/** Share still open by days (Kaplan and Meier), or, where other ends compete, the share that ended well (Aalen and Johansen). */
export const buildSurvival: Builder<'survival'> = (answer, panel, context) => {
  if (answer.kind !== 'distribution' || nothing(answer)) return emptyChart(answer.kind === 'distribution' ? answer.missing : null, context)
  const { language, width, size } = context
  const metric = context.metric(panel.metric)
  const curve = curveOf(answer, metric.formula.kind === 'survival' && metric.formula.lost !== undefined)
  const read = readOf(curve, metric, panel, context)
  const facts = factsOf(curve, metric, context)
  const notes = noteLines([...facts, ...(curve.points.some(({ low }) => low !== null) ? [word('bandKey', language)] : []), ...(curve.open > 0 ? [word(lasts(curve, metric) ? 'tickFollowed' : 'tickKey', language)] : [])], width)
  const [left, top] = [textWidth('100%') + 8, 46]
  const floor = top + (size === 'narrow' ? 170 : 200)
  const plot: Plot = { left, right: width - 8, top, floor, limit: panel.limit, x: linear([0, panel.limit], [left, width - 8]), y: linear([0, 1], [floor, top]) }
  const name = word(caption(curve, metric), language)
  const spoken = axisDays(panel.limit).flatMap((day) => {
    const share = shareAt(curve, day)
    return share === null ? [] : [`${dayWords(day, context)} ${percent(share, context)}`]
  })
  const frame: Shape[] = [{ kind: 'text', x: 0, y: 9, text: name, fill: 'mute' }, ...axes(plot, context), ...termShapes(curve, panel.term, plot, context), ...noteShapes(notes, floor + 40)]
  return {
    width,
    height: floor + 40 + notes.length * lineHeight - 6,
    cells: [],
    summary: `${metric.name[language]}${colon(language)}${joined([...facts, ...(read ? [read.text] : []), name, ...spoken], language)}${stop(language)}`,
    layers: [
      still('frame', frame), still('band', band(curve, plot)), still('curve', line(curve, plot)), still('read', readShapes(read, curve.rising, plot, context)),
      { id: 'hits', marks: strips(plot, (day) => tip(curve, day, metric, context)) },
    ],
  }
}

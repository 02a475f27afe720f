import { formatValue, formatWithUnit } from '../domain/format'
import type { DistributionAnswer } from '../domain/answer'
import { bandOf } from '../domain/statistics/bands'
import { emptyChart, type Builder } from './frame'
import { textWidth } from './measure'
import { linear, niceTicks, tickValues } from './scale'
import { still, type Mark, type Shape } from './scene'
import { valueAxis } from './time-axis'
import { colon, joined, stop, word } from './words'
import type { ChartContext } from './context'

const binWidth = 3
/** Days between the labels of the axis. */
const labelEvery = 15

export interface DayBin {
  /** First and last whole day; `to` null: everything after. */
  readonly from: number
  readonly to: number | null
  readonly n: number
  readonly within: boolean
}

/** A bin for each band in which days are told. */
const bandBins = (answer: DistributionAnswer, bands: readonly number[], term: number | null): DayBin[] =>
  [...bands, Infinity].map((end): DayBin => {
    const { from, to } = bandOf(end, bands)
    const n = answer.bins.filter(({ value }) => value >= from && (to === null || value <= to)).reduce((sum, bin) => sum + bin.n, 0)
    return { from, to, n, within: term === null || (to !== null && to <= term) }
  })

/**
 * Bins of three days, 1–3, 4–6 … so that 15 closes one; day 0 goes with the first; what lies beyond `limit` in a last
 * bin. The last day of the term still belongs to it; without a term every bin does. Days told in bands have a bin for each.
 */
export const dayBins = (answer: DistributionAnswer, limit: number, term: number | null): DayBin[] => {
  if (answer.bands) return bandBins(answer, answer.bands, term)
  const count = Math.ceil(limit / binWidth)
  const last = count * binWidth
  const n = (from: number, to: number) => answer.bins.filter((bin) => bin.value >= from && bin.value <= to).reduce((sum, bin) => sum + bin.n, 0)
  const bins = Array.from({ length: count }, (_, i): DayBin => {
    const [from, to] = [i === 0 ? 0 : i * binWidth + 1, (i + 1) * binWidth]
    return { from, to, n: n(from, to), within: term === null || to <= term }
  })
  return [...bins, { from: last + 1, to: null, n: n(last + 1, Infinity), within: term === null }]
}

const binName = (bin: DayBin, { language }: ChartContext): string =>
  bin.to === null ? (language === 'zh' ? `${bin.from - 1} 天以上` : `more than ${bin.from - 1} days`) : `${bin.from}–${bin.to} ${word('days', language)}`

/** What stands under the columns. */
interface Axis {
  /** Words of the open last bin. */
  readonly tail: string
  readonly term: number | null
  readonly y: number
  readonly width: number
  readonly x: (edge: number) => number
}

const tailLabel = (bins: readonly DayBin[], { tail, y, width, x }: Axis): Shape =>
  ({ kind: 'text', x: Math.min(x(bins.length - 0.5), width - textWidth(tail) / 2), y, text: tail, fill: 'ink2', align: 'center' })

const edgeLabels = (bins: readonly DayBin[], axis: Axis): Shape[] => {
  const { tail, term, y, x } = axis
  const edges = bins.slice(0, -1).map((bin) => bin.to ?? 0).filter((day) => day % labelEvery === 0 && x(bins.length) - x(day / binWidth) > textWidth(tail) + 8)
  return [...[0, ...edges].map((day): Shape => ({ kind: 'text', x: x(day / binWidth), y, text: String(day), fill: day === term ? 'bad' : 'ink2', align: 'center', bold: day === term })), tailLabel(bins, axis)]
}

/** Every band by its name. */
const bandLabels = (bins: readonly DayBin[], axis: Axis): Shape[] => [
  ...bins.slice(0, -1).map((bin, i): Shape => ({ kind: 'text', x: axis.x(i + 0.5), y: axis.y, text: `${bin.from}–${bin.to ?? ''}`, fill: 'ink2', align: 'center' })),
  tailLabel(bins, axis),
]

const unitCaption = (y: number, language: ChartContext['language']): Shape[] => [{ kind: 'text', x: 0, y, text: word('unit', language) + word('cases', language), fill: 'mute' }]

interface TermLine {
  readonly term: number
  readonly x: number
  readonly bottom: number
  /** One line, or two where there is little room to the left of the term. */
  readonly within: readonly string[]
  readonly beyond: string
}

const termShapes = ({ term, x, bottom, within, beyond }: TermLine, { language }: ChartContext): Shape[] => [
  { kind: 'line', points: [[x, 4], [x, bottom]], stroke: 'bad', width: 1.5, dash: [4, 3] },
  { kind: 'text', x: x - 8, y: 12, text: language === 'zh' ? `${term} 日内` : `≤ ${term} days`, fill: 'ink', align: 'right', bold: true },
  ...within.map((text, i): Shape => ({ kind: 'text', x: x - 8, y: 29 + i * 17, text, fill: 'ink2', align: 'right' })),
  { kind: 'text', x: x + 8, y: 12, text: language === 'zh' ? `超过 ${term} 日` : `> ${term} days`, fill: 'ink', bold: true },
  { kind: 'text', x: x + 8, y: 29, text: beyond, fill: 'ink2' },
]

export const buildDays: Builder<'days'> = (answer, panel, context) => {
  if (answer.kind !== 'distribution' || answer.missing || answer.bins.every((bin) => bin.n === 0)) return emptyChart(answer.kind === 'distribution' ? answer.missing : null, context)
  const { language, width, size } = context
  const bins = dayBins(answer, panel.limit, panel.term)
  const total = bins.reduce((sum, bin) => sum + bin.n, 0)
  const within = bins.filter((bin) => bin.within).reduce((sum, bin) => sum + bin.n, 0)
  const ticks = niceTicks(0, Math.max(...bins.map((bin) => bin.n)), 4, { whole: true })
  const left = Math.max(...tickValues(ticks).map((tick) => textWidth(formatValue(tick, 'case', 0, language, { compact: true })))) + 8
  const [right, bottom] = [8, 28]
  const x = linear([0, bins.length], [left, width - right])
  const termBin = bins.findIndex(({ to }) => to === panel.term)
  const at = panel.term === null || termBin < 0 ? null : x(termBin + 1)
  const parts = (n: number) => [formatWithUnit(n, 'case', 0, language), formatWithUnit(n / total, 'percent', 1, language)]
  const [inTime, late] = [parts(within).join(' · '), parts(total - within).join(' · ')]
  const inLines = at === null || at > textWidth(inTime) + 12 ? [inTime] : parts(within)
  const over = (inLines.length - 1) * 17
  const top = 44 + over
  const height = (size === 'narrow' ? 216 : 248) + over
  const last = (bins.at(-1)?.from ?? 1) - 1
  const axis: Axis = { tail: language === 'zh' ? `>${last} 天` : `>${last} days`, term: panel.term, y: height - 12, width, x }
  const words: Shape[] = [
    // Where a term is marked its words stand in this place.
    ...(panel.term === null ? unitCaption(9, language) : []),
    ...(answer.bands ? bandLabels(bins, axis) : edgeLabels(bins, axis)),
    ...(at === null || panel.term === null ? [] : termShapes({ term: panel.term, x: at, bottom: height - bottom, within: inLines, beyond: late }, context)),
  ]
  const inWords = at === null ? [] : [language === 'zh' ? `${panel.term} 日内 ${inTime}` : `within ${panel.term} days ${inTime}`]
  const floor = height - bottom
  const y = linear([0, ticks.max], [floor, top])
  const band = x(1) - x(0)
  const number = (n: number) => formatValue(n, 'case', 0, language)
  const marks = bins.map((bin, i): Mark => {
    const name = binName(bin, context)
    const rows = () => [{ name: word('caseCount', language), value: number(bin.n), strong: true }, { name: word('share', language), value: formatWithUnit(bin.n / total, 'percent', 1, language) }]
    const column: Shape = { kind: 'rect', x: x(i) + band * 0.05, y: y(bin.n), w: band * 0.9, h: floor - y(bin.n), fill: bin.within ? 't1' : 't3' }
    return { name, shapes: [column, { kind: 'hit', x: x(i), y: top, w: band, h: floor - top }], tip: () => ({ title: name, rows: rows() }) }
  })
  const counts = bins.map((bin) => `${binName(bin, context)} ${formatWithUnit(bin.n, 'case', 0, language)}`)
  return {
    width,
    height,
    cells: [],
    summary: `${context.metric(panel.metric).name[language]}${colon(language)}${joined([formatWithUnit(total, 'case', 0, language), ...inWords, ...counts.filter((_, i) => (bins[i]?.n ?? 0) > 0)], language)}${stop(language)}`,
    layers: [still('axis', valueAxis({ ...ticks, min: 0 }, (n) => formatValue(n, 'case', 0, language, { compact: true }), { left, right: width - right, y })), { id: 'bins', marks }, still('words', words)],
  }
}

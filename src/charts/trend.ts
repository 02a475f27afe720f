import { formatMeasured, formatMissing, formatWithUnit } from '../domain/format'
import { formatDate, periodLabel } from '../domain/format-time'
import type { Metric } from '../domain/metrics/metric'
import { cellsOf, periodsOf, wholeReason } from './cells'
import type { ChartContext } from './context'
import { emptyChart, type Builder } from './frame'
import { keyOf } from './key'
import { breakText, fitText, textWidth } from './measure'
import { sourceLines } from './notes'
import { linear, niceTicks, type Ticks } from './scale'
import { hatch, still, type Mark, type Shape } from './scene'
import { axisText, axisWidth, timeShapes, unitCaption, valueAxis } from './time-axis'
import { cellRows, referenceRows, type Tip } from './tooltip'
import { festivalMonths, linesOf, runsOf, type Line } from './trend-model'
import { colon, joined, listed, stop, word } from './words'

const bottom = 28

interface Plot {
  readonly x: (index: number) => number
  readonly y: (value: number) => number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly floor: number
  readonly band: number
}

const unfinished = (line: Line): number => line.cells.findIndex((cell) => (cell?.cut ?? null) !== null)

/** Dots where a line alone would not show the value: few periods, or one without neighbours. */
const isDotted = (line: Line, values: readonly (number | null)[], i: number): boolean => {
  if (values[i] === null || line.dashed) return false
  const lonely = (values[i - 1] ?? null) === null && (values[i + 1] ?? null) === null
  return lonely || (line.strong && values.length <= 12)
}

const strokeWidth = (line: Line): number => {
  if (line.strong) return 2.5
  if (line.benchmark) return 1
  return line.dashed ? 1.5 : 2
}

/** A line through neighbouring values, and its dots; `hollow` is the period whose dot is a ring. */
const path = (line: Line, values: readonly (number | null)[], { x, y }: Plot, look: { readonly dashed: boolean; readonly hollow: number }): Shape[] => {
  const width = strokeWidth(line)
  const at = (i: number) => [x(i), y(values[i] ?? 0)] as const
  const dash = line.benchmark ? { dash: [width, width * 2] } : look.dashed ? { dash: [width * 4, width * 2] } : {}
  const runs = runsOf(values.length, (i) => values[i] !== null).filter((run) => run.length > 1)
  return [
    ...runs.map((run): Shape => ({ kind: 'line', points: run.map(at), stroke: line.stroke, width, ...dash })),
    ...values.flatMap((_, i): Shape[] => {
      if (!isDotted(line, values, i)) return []
      const dot = { kind: 'dot', x: x(i), y: at(i)[1], r: line.strong ? 3 : 2 } as const
      return [i === look.hollow ? { ...dot, fill: 'ground', stroke: line.stroke, width: 2 } : { ...dot, fill: line.stroke }]
    }),
  ]
}

/** The whole line; the way to an unfinished period dashed and its point hollow. */
const lineShapes = (line: Line, plot: Plot): Shape[] => {
  const cut = unfinished(line)
  if (line.dashed) return path(line, line.values, plot, { dashed: true, hollow: -1 })
  const whole = line.values.map((value, i) => (cut >= 0 && i >= cut ? null : value))
  const tail = line.values.map((value, i) => (cut >= 0 && i >= cut - 1 ? value : null))
  const finished = path(line, whole, plot, { dashed: false, hollow: -1 })
  return cut < 0 ? finished : [...finished, ...path(line, tail, plot, { dashed: true, hollow: cut })]
}

/** Runs of neighbouring periods with an interval, of a line that has the axis for itself. */
const bands = (lines: readonly Line[]): { readonly line: Line; readonly run: readonly number[] }[] => {
  const [line, ...others] = lines.filter(({ strong }) => strong)
  if (!line || others.length > 0) return []
  return runsOf(line.cells.length, (i) => (line.cells[i]?.low ?? null) !== null && (line.cells[i]?.high ?? null) !== null).filter((run) => run.length > 1).map((run) => ({ line, run }))
}

const bandShapes = (lines: readonly Line[], { x, y }: Plot): Shape[] =>
  bands(lines).map(({ line, run }): Shape => {
    const high = run.map((i): [number, number] => [x(i), y(line.cells[i]?.high ?? 0)])
    const low = run.map((i): [number, number] => [x(i), y(line.cells[i]?.low ?? 0)]).reverse()
    return { kind: 'area', points: [...high, ...low], fill: line.stroke, opacity: 0.12 }
  })

/** Where a number is missing the foot of the plot is hatched: a gap is never mistaken for zero. */
const gapShapes = (lines: readonly Line[], { x, band, floor }: Plot): Shape[] =>
  lines.filter((line) => line.strong).flatMap((line) => line.cells.flatMap((cell, i): Shape[] => (cell && cell.missing ? [hatch(x(i) - band * 0.4, floor - 10, band * 0.8, 10, 'open')] : [])))

/** The value said after a line's name; an unfinished one has none that stands for the whole. */
const endValue = (line: Line, { language }: ChartContext): string => {
  if (!line.dashed && (!line.strong || unfinished(line) >= 0)) return ''
  const last = line.values.findLast((value) => value !== null) ?? null
  return ` ${formatWithUnit(last, line.metric.unit, line.metric.digits, language, { compact: true })}`
}

/** On a phone the one line of a chart goes without a long name: the title over it says what it is. */
const nameless = (line: Line, lines: readonly Line[], context: ChartContext): boolean =>
  context.size === 'narrow' && line.strong && lines.filter(({ strong }) => strong).length === 1 && endValue(line, context) !== '' && textWidth(line.name + endValue(line, context), 12, line.strong) + 14 > context.width * 0.4

const endText = (line: Line, context: ChartContext): string => (line.name + endValue(line, context)).trim()

/** What fits right of the plot: the name may be cut, the number never. */
const endLabel = (line: Line, plot: Plot, context: ChartContext): string => {
  const room = context.width - plot.right - 10
  const value = endValue(line, context)
  const whole = endText(line, context)
  if (textWidth(whole, 12, line.strong) <= room) return whole
  if (line.brief !== undefined) return (line.brief + value).trim()
  return fitText(line.name, room - textWidth(value, 12, line.strong), 12, line.strong) + value
}

interface End {
  readonly line: Line
  y: number
}

/** Heights of the names at the lines' ends, pushed apart where they would touch. */
const endsOf = (lines: readonly Line[], plot: Plot): readonly End[] => {
  const placed = lines.flatMap((line): End[] => {
    const value = line.values.findLast((one) => one !== null) ?? null
    return value === null ? [] : [{ line, y: plot.y(value) }]
  }).sort((a, b) => a.y - b.y)
  for (let round = 0; round < 20; round += 1) {
    placed.forEach((lower, i) => {
      const upper = placed[i - 1]
      const lack = upper ? 16 - (lower.y - upper.y) : 0
      if (!upper || lack <= 0) return
      lower.y += lack / 2
      upper.y -= lack / 2
    })
  }
  const up = Math.max(0, (placed.at(-1)?.y ?? 0) - plot.floor + 2)
  return placed.map(({ line, y }) => ({ line, y: y - up }))
}

const endLabels = (ends: readonly End[], plot: Plot, context: ChartContext): Shape[] =>
  ends.map(({ line, y }): Shape => ({
    kind: 'text', x: plot.right + 10, y, text: endLabel(line, plot, context), fill: line.strong ? line.stroke === 'accent' ? 'accent' : 'ink' : 'ink2', bold: line.strong,
  }))

/** A stub in the line's colour before its name, where several lines share the axis; a target's has a gap, as its line has. */
const stubs = (ends: readonly End[], plot: Plot): Shape[] =>
  ends.flatMap(({ line, y }): Shape[] => {
    const part = (top: number, h: number): Shape => ({ kind: 'rect', x: plot.right + 3, y: top, w: 3, h, fill: line.stroke })
    return line.dashed ? [part(y - 6, 4), part(y + 2, 4)] : [part(y - 6, 12)]
  })

/** Only what happens within a month has a season: neither twelve months together nor a state does. Where names have no room, the latest mark alone is named. */
const festivalShapes = (periods: readonly string[], lines: readonly Line[], plot: Plot, { language }: ChartContext): Shape[] => {
  if (lines.every(({ metric }) => (metric.formula.reads ?? 'all') !== 'all')) return []
  const text = word('springFestival', language)
  const size = textWidth(text)
  const inside = (x: number) => Math.min(plot.right - size / 2, Math.max(plot.left + size / 2, x))
  const months = festivalMonths(periods)
  const places = months.map((i) => inside(plot.x(i)))
  const apart = places.every((at, k) => k === 0 || at - (places[k - 1] ?? at) >= size + 8)
  const named = apart ? months : months.slice(-1)
  return months.flatMap((i): Shape[] => [
    { kind: 'line', points: [[plot.x(i), plot.top - 8], [plot.x(i), plot.floor]], stroke: 'line', width: 1, dash: [2, 3] },
    ...(named.includes(i) ? [{ kind: 'text', x: inside(plot.x(i)), y: plot.top - 15, text, fill: 'mute', align: 'center' } as const] : []),
  ])
}

const scaleOf = (lines: readonly Line[], metric: Metric, banded: boolean): Ticks => {
  const values = lines.flatMap((line) => line.values.filter((value) => value !== null))
  const ends = banded ? lines.flatMap((line) => line.cells.flatMap((cell) => [cell?.low ?? null, cell?.high ?? null]).filter((value) => value !== null)) : []
  const all = [...values, ...ends]
  return niceTicks(Math.min(...all), Math.max(...all), 4, { whole: metric.digits === 0 && metric.unit !== 'percent', ...(metric.formula.kind === 'share' ? { ceiling: 1 } : {}) })
}

const tipOf = (period: string, i: number, lines: readonly Line[], context: ChartContext): Tip => {
  const { language } = context
  const strong = lines.filter((line) => line.strong)
  const targets = lines.filter((line) => line.dashed && !line.benchmark && line.values[i] !== null)
  const rows = strong.flatMap((line) => {
    const cell = line.cells[i]
    if (!cell) return []
    return strong.length === 1 ? cellRows(cell, line.metric, language) : [{ name: line.name, value: formatMeasured(cell, line.metric.unit, line.metric.digits, language) }]
  })
  const aims = targets.map(({ name, values, metric }) => ({ name, value: formatWithUnit(values[i] ?? null, metric.unit, metric.digits, language) }))
  const published = lines.flatMap((line) => (line.benchmark ? referenceRows(line.benchmark, line.metric, language, line.name) : []))
  return { title: periodLabel(period, language), rows: [...rows, ...aims.filter((row) => rows.every((other) => other.name !== row.name)), ...published] }
}

const sentence = (lines: readonly Line[], periods: readonly string[], { language }: ChartContext): string =>
  listed(lines.filter((line) => line.strong).map((line) => {
    const values = periods.map((period, i) => {
      const cell = line.cells[i]
      return `${periodLabel(period, language)} ${cell?.missing ? formatMissing(cell.missing, language) : formatWithUnit(line.values[i] ?? null, line.metric.unit, line.metric.digits, language)}`
    })
    return `${line.metric.name[language]}${colon(language)}${joined(values, language)}`
  }), language) + stop(language)

/** Whether a line is told below: a published figure's long name on a phone or among several metrics, and a target's where names stand above. */
const isBelow = (line: Line, keyed: boolean, shares: boolean, { size }: ChartContext): boolean => (line.benchmark ? size === 'narrow' || shares : keyed && line.dashed)

const notesOf = (lines: readonly Line[], below: readonly Line[], left: readonly string[], context: ChartContext): string[] => {
  const { language } = context
  const named = below.map((line) => word(line.benchmark ? 'dotted' : 'dashed', language) + endText(line, context))
  const cut = lines.flatMap((line) => line.cells.flatMap((cell) => (cell?.cut ? [cell.cut] : [])))[0]
  const notes = [...named, ...(bands(lines).length > 0 ? [word('bandKey', language)] : []), ...(cut ? [`${word('unfinishedNote', language)} ${formatDate(cut, language)}`] : []), ...(left.length > 0 ? [word('notDrawn', language) + left.join(language === 'zh' ? '、' : ', ')] : [])]
  return [...notes.flatMap((text) => breakText(text, context.width)), ...sourceLines(lines.flatMap(({ benchmark }) => benchmark ?? []), context.width, language)]
}

const widestEnd = (lines: readonly Line[], context: ChartContext): number => Math.max(0, ...lines.map((line) => textWidth(endText(line, context), 12, line.strong))) + 14

export const buildTrend: Builder<'trend'> = (answer, panel, context) => {
  const asked = panel.metrics.map((id) => context.metric(id))
  const metrics = asked.filter((metric) => metric.unit === asked[0]?.unit)
  const [first] = metrics
  const cells = cellsOf(answer).filter((cell) => metrics.some((metric) => metric.id === cell.metric))
  if (!first || cells.length === 0 || wholeReason(cells)) return emptyChart(wholeReason(cells), context, cells)
  const { language, width, size } = context
  const periods = periodsOf(cells)
  const drawn = linesOf(cells, metrics, periods, context)
  const lines = drawn.map((line) => (nameless(line, drawn, context) ? { ...line, name: '' } : line))
  const ticks = scaleOf(lines, first, metrics.length === 1)
  const strong = lines.filter((line) => line.strong)
  const shares = strong.length > 1
  const keyed = shares && widestEnd(strong, context) > width * 0.34
  const below = lines.filter((line) => isBelow(line, keyed, shares, context))
  const atEnds = lines.filter((line) => !below.includes(line))
  const notes = notesOf(lines, below, asked.filter((metric) => !metrics.includes(metric)).map((metric) => metric.short[language]), context)
  const key = keyed ? keyOf(strong.map((line) => ({ name: line.name, colour: line.stroke })), width) : { shapes: [], height: 0 }
  const top = key.height + 42
  const body = size === 'narrow' ? 180 : 214
  const height = top + body + bottom + notes.length * 18
  const left = axisWidth(ticks, first, language)
  const labels = keyed ? 4 : Math.min(width * (size === 'narrow' ? 0.4 : 0.34), widestEnd(atEnds, context))
  const right = width - labels
  const band = (right - left) / periods.length
  const plot: Plot = { x: (i) => left + (i + 0.5) * band, y: linear([ticks.min, ticks.max], [top + body, top]), left, right, top, floor: top + body, band }
  const ends = keyed ? [] : endsOf(atEnds, plot)
  const words: Shape[] = [
    ...key.shapes,
    ...unitCaption(first, key.height + 9, language),
    ...gapShapes(lines, plot),
    ...timeShapes(periods, plot.x, plot.floor + 15, context),
    ...endLabels(ends, plot, context), ...(shares ? stubs(ends, plot) : []),
    ...notes.map((text, i): Shape => ({ kind: 'text', x: 0, y: plot.floor + bottom + 8 + i * 18, text, fill: 'mute' })),
  ]
  const axis = valueAxis(ticks, (value) => axisText(value, first, ticks.step, language), plot)
  const hits = periods.map((period, i): Mark => ({
    name: period, shapes: [{ kind: 'hit', x: left + i * band, y: top, w: band, h: plot.floor - top }], tip: () => tipOf(period, i, lines, context),
  }))
  return {
    width, height, cells,
    summary: sentence(lines, periods, context),
    layers: [
      still('axis', axis),
      still('behind', [...bandShapes(lines, plot), ...festivalShapes(periods, lines, plot, context)]),
      { id: 'lines', marks: [...lines].sort((a, b) => Number(a.strong) - Number(b.strong)).map((line) => ({ name: line.name, shapes: lineShapes(line, plot) })) },
      still('words', words),
      { id: 'hits', marks: hits },
    ],
  }
}

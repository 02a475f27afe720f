import { formatMissing, formatValue } from '../domain/format'
import { periodLabel, periodTick } from '../domain/format-time'
import type { Cell } from '../domain/answer'
import type { Metric } from '../domain/metrics/metric'
import { cellsOfMetric, filterOf, known, membersOf, periodsOf, wholeReason } from './cells'
import type { ChartContext } from './context'
import { emptyChart, type Builder } from './frame'
import { fitText, textWidth } from './measure'
import { sequence, type PaletteName } from './palette'
import { besideRow, rowHeightOf, shortened, widest } from './rows'
import { hatch, still, type Mark, type Shape } from './scene'
import { cellRows } from './tooltip'
import { colon, listed, stop } from './words'

const top = 24
const gap = 2

/** Equal steps from the lowest to the highest value; one value alone takes the middle step. */
export const stepOf = (value: number, min: number, max: number): number =>
  max > min ? Math.min(sequence.length - 1, Math.floor(((value - min) / (max - min)) * sequence.length)) : Math.floor(sequence.length / 2)

interface Place {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

const filled = (value: number, text: string | undefined, { x, y, w, h }: Place, range: readonly [number, number]): Shape[] => {
  const [fill, ink] = sequence[stepOf(value, range[0], range[1])] ?? (['s1', 'on-s1'] as const)
  const words: Shape[] = text ? [{ kind: 'text', x: x + w / 2, y: y + h / 2, text, fill: ink, align: 'center' }] : []
  return [{ kind: 'rect', x, y, w, h, fill }, ...words]
}

const hatched = (text: string, { x, y, w, h }: Place): Shape[] => {
  const size = textWidth(text)
  const words: Shape[] = size + 10 <= w ? [{ kind: 'rect', x: x + (w - size) / 2 - 3, y: y + h / 2 - 8, w: size + 6, h: 16, fill: 'ground' }, { kind: 'text', x: x + w / 2, y: y + h / 2, text, fill: 'mute', align: 'center' }] : []
  return [hatch(x, y, w, h, words.length > 0 ? 'line' : 'open', 6), ...words]
}

const legend = (min: number, max: number, metric: Metric, y: number, context: ChartContext, missing: readonly string[]): Shape[] => {
  const { language } = context
  const text = (value: number) => formatValue(value, metric.unit, metric.digits, language, { compact: true }) + (metric.unit === 'percent' ? '%' : '')
  const first = text(min)
  const start = textWidth(first) + 8
  const swatch = 18
  const shapes: Shape[] = [{ kind: 'text', x: 0, y, text: first, fill: 'ink2' }]
  sequence.forEach(([fill]: readonly [PaletteName, PaletteName], i) => shapes.push({ kind: 'rect', x: start + i * swatch, y: y - 5, w: swatch - 1, h: 10, fill }))
  const end = start + sequence.length * swatch + 7
  shapes.push({ kind: 'text', x: end, y, text: text(max), fill: 'ink2' })
  if (missing.length === 0) return shapes
  const keyX = end + textWidth(text(max)) + 20
  return [...shapes, hatch(keyX, y - 6, 18, 12, 'open', 4), { kind: 'text', x: keyX + 24, y, text: fitText(missing.join(language === 'zh' ? '、' : ', '), context.width - keyX - 24), fill: 'ink2' }]
}

/** The number in each cell, in all or in none: a cell left empty among numbers would look like one that has none. Zeros after the point go first. */
const numbersIn = (cells: readonly Cell[], metric: Metric, w: number, { language }: ChartContext): ReadonlyMap<Cell, string> => {
  const whole = cells.filter(known).map((cell) => [cell, formatValue(cell.value, metric.unit, metric.digits, language, { compact: true })] as const)
  const bare = whole.map(([cell, text]) => [cell, text.replace(/\.0+$/, '')] as const)
  const fits = (texts: typeof whole) => texts.every(([, text]) => textWidth(text) + 4 <= w)
  return new Map(fits(whole) ? whole : fits(bare) ? bare : [])
}

/** Names take what the columns leave them, so that few columns on a phone do not cut them. */
const roomForNames = (columns: number, { width, size }: ChartContext): number =>
  Math.round(Math.max(width * (size === 'narrow' ? 0.32 : 0.3), Math.min(width * 0.55, width - columns * 48)))

/** Column labels that fit; of several years, the first one of each says the year. */
const tickText = (periods: readonly string[], i: number, { language }: ChartContext): string => {
  const key = periods[i] ?? ''
  const years = periods[0]?.slice(0, 4) !== periods.at(-1)?.slice(0, 4)
  return years && key.length > 4 && key.slice(0, 4) !== periods[i - 1]?.slice(0, 4) ? key.slice(0, 4) : periodTick(key, language)
}

const columns = (periods: readonly string[], left: number, w: number, context: ChartContext): Shape[] => {
  const texts = periods.map((_, i) => tickText(periods, i, context))
  const stride = Math.max(1, Math.ceil((Math.max(...texts.map((text) => textWidth(text))) + 6) / w))
  return texts.flatMap((text, i): Shape[] => (i % stride === 0 ? [{ kind: 'text', x: left + (i + 0.5) * w, y: 10, text, fill: 'ink2', align: 'center' }] : []))
}

export const buildHeatmap: Builder<'heatmap'> = (answer, panel, context) => {
  const cells = cellsOfMetric(answer, panel.metric)
  const metric = context.metric(panel.metric)
  if (cells.length === 0 || wholeReason(cells)) return emptyChart(wholeReason(cells), context, cells)
  const { language, width } = context
  const periods = periodsOf(cells)
  const members = membersOf(cells, panel.by)
  const labels = members.map((member) => context.label(panel.by, member))
  const room = roomForNames(periods.length, context)
  const names = labels.map(shortened(labels, room))
  const labelWidth = widest(names, room)
  const rowHeight = rowHeightOf(names, labelWidth)
  const left = labelWidth + 10
  const w = (width - left) / periods.length
  const values = cells.filter(known).map((cell) => cell.value)
  const range = [Math.min(...values), Math.max(...values)] as const
  const numbers = numbersIn(cells, metric, w - gap, context)
  const marks = cells.map((cell): Mark => {
    const member = cell.members[panel.by] ?? null
    const name = context.label(panel.by, member)
    const place = { x: left + periods.indexOf(cell.period) * w + gap / 2, y: top + members.indexOf(member) * rowHeight + gap / 2, w: w - gap, h: rowHeight - gap }
    const shapes = known(cell) ? filled(cell.value, numbers.get(cell), place, range) : hatched(cell.missing ? formatMissing(cell.missing, language) : '', place)
    return {
      name, shapes: [...shapes, { kind: 'hit', ...place }],
      tip: () => ({ title: `${name} · ${periodLabel(cell.period, language)}`, rows: cellRows(cell, metric, language) }), pick: filterOf(panel.by, member),
    }
  })
  const bottom = top + members.length * rowHeight
  const reasons = [...new Set(cells.flatMap((cell) => (cell.missing ? [formatMissing(cell.missing, language)] : [])))]
  const frame: Shape[] = [
    ...columns(periods, left, w, context),
    ...names.flatMap((text, i) => besideRow(text, labelWidth, top + (i + 0.5) * rowHeight, labelWidth)),
    ...legend(range[0], range[1], metric, bottom + 18, context, reasons),
  ]
  const said = (cell: Cell) => `${periodTick(cell.period, language)} ${cell.missing ? formatMissing(cell.missing, language) : formatValue(cell.value, metric.unit, metric.digits, language)}`
  const spoken = members.map((member, i) => `${labels[i]} ${cells.filter((cell) => (cell.members[panel.by] ?? null) === member).map(said).join(language === 'zh' ? '、' : ', ')}`)
  return {
    width,
    height: bottom + 32,
    cells,
    summary: `${metric.name[language]}${colon(language)}${listed(spoken, language)}${stop(language)}`,
    layers: [still('frame', frame), { id: 'cells', marks }],
  }
}

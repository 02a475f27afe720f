import { formatValue, unitLabel } from '../domain/format'
import { keyParts, periodTick } from '../domain/format-time'
import type { Metric } from '../domain/metrics/metric'
import type { Language } from '../domain/text'
import type { ChartContext } from './context'
import { textWidth } from './measure'
import type { Shape } from './scene'
import { word } from './words'
import { tickValues, type Ticks } from './scale'

const yearText = (key: string, language: Language): string => (language === 'zh' ? `${key.slice(0, 4)} 年` : key.slice(0, 4))

const startsYear = (key: string): boolean => {
  const parts = keyParts(key)
  return parts !== null && (parts.month === 1 || parts.quarter === 1)
}

/** Every so many labels that the widest still has room. */
const strided = (texts: readonly string[], band: number): string[] => {
  const stride = Math.max(1, Math.ceil((Math.max(...texts.map((text) => textWidth(text))) + 8) / band))
  const even = [1, 2, 3, 4, 6, 12].find((step) => step >= stride) ?? stride
  return texts.map((text, i) => (i % even === 0 ? text : ''))
}

const yearsOnly = (periods: readonly string[], band: number, language: Language): string[] => {
  const starts = periods.flatMap((key, i) => (startsYear(key) ? [i] : []))
  const apart = starts.length > 1 ? ((starts[1] ?? 0) - (starts[0] ?? 0)) * band : Infinity
  const stride = Math.ceil((textWidth(yearText('2025', language)) + 8) / apart)
  return periods.map((key, i) => (starts.includes(i) && starts.indexOf(i) % stride === 0 ? yearText(key, language) : ''))
}

/** One text per period, empty where there is no room: months of one year by month, of several years by year. */
export const timeLabels = (periods: readonly string[], band: number, language: Language): string[] => {
  const years = new Set(periods.map((key) => key.slice(0, 4))).size
  const inYears = (periods[0]?.length ?? 0) > 4
  return years > 1 && inYears && periods.some(startsYear) ? yearsOnly(periods, band, language) : strided(periods.map((key) => periodTick(key, language)), band)
}

/** A number on an axis; shares with their sign, whole steps without digits. */
export const axisText = (value: number, metric: Metric, step: number, language: Language): string => {
  const shown = metric.unit === 'percent' ? step * 100 : step
  const digits = Number.isInteger(Number(shown.toPrecision(10))) ? 0 : Math.min(2, Math.ceil(-Math.log10(shown) - 1e-9))
  return formatValue(value, metric.unit, digits, language, { compact: true }) + (metric.unit === 'percent' ? '%' : '')
}

export const axisWidth = (ticks: Ticks, metric: Metric, language: Language): number =>
  Math.max(...tickValues(ticks).map((tick) => textWidth(axisText(tick, metric, ticks.step, language)))) + 10

/** Where values lie: from left to right, and the height of each. */
interface Plane {
  readonly left: number
  readonly right: number
  readonly y: (value: number) => number
}

/** Lines at round values with their texts before them, and the line that everything stands on. `text` puts a value into words. */
export const valueAxis = (ticks: Ticks, text: (value: number) => string, { left, right, y }: Plane): Shape[] => {
  const across = (value: number, stroke: 'line' | 'mute'): Shape => ({ kind: 'line', points: [[left, y(value)], [right, y(value)]], stroke })
  return [
    ...tickValues(ticks).flatMap((tick): Shape[] => [across(tick, 'line'), { kind: 'text', x: left - 8, y: y(tick), text: text(tick), fill: 'ink2', align: 'right' }]),
    across(Math.min(Math.max(0, ticks.min), ticks.max), 'mute'),
  ]
}

/** Period labels under the plot, kept inside the chart. */
export const timeShapes = (periods: readonly string[], x: (index: number) => number, y: number, { language, width }: ChartContext): Shape[] => {
  const band = periods.length > 1 ? x(1) - x(0) : width
  return timeLabels(periods, band, language).flatMap((text, i): Shape[] => {
    if (text === '') return []
    const half = textWidth(text) / 2
    return [{ kind: 'text', x: Math.min(width - half, Math.max(half, x(i))), y, text, fill: 'ink2', align: 'center' }]
  })
}

/** The unit above the axis; shares carry theirs at every step. */
export const unitCaption = (metric: Metric, y: number, language: Language): Shape[] =>
  metric.unit === 'percent' ? [] : [{ kind: 'text', x: 0, y, text: word('unit', language) + unitLabel(metric.unit, language), fill: 'mute' }]

import type { Measured } from '../answer'
import { formatChange, formatNumberWithUnit, formatWithUnit } from '../format'
import type { Metric } from '../metrics/metric'
import type { Language } from '../text'

/** How numbers are spoken in sentences and on cards, where money is short: the one formatter, bound to a language. */
export interface Say {
  readonly language: Language
  /** `158 件`, `86.7%`. */
  value(value: number, metric: Metric): string
  /** `≤ 30 天` of days told in bands, else as `value`. */
  measured(measured: Pick<Measured, 'value' | 'bound'>, metric: Metric): string
  /** A difference with its sign: `+6.0 个百分点`, `−13 件`. */
  change(value: number, metric: Metric): string
  /** A difference without its sign. */
  difference(value: number, metric: Metric): string
}

export const shortFor = ({ unit }: Pick<Metric, 'unit'>) => ({ compact: unit === 'yuan' })

export const sayIn = (language: Language): Say => ({
  language,
  value: (value, metric) => formatWithUnit(value, metric.unit, metric.digits, language, shortFor(metric)),
  measured: (measured, metric) => formatNumberWithUnit(measured, metric.unit, metric.digits, language, shortFor(metric)),
  change: (value, metric) => formatChange(value, metric.unit, metric.digits, language, shortFor(metric)),
  difference: (value, metric) => formatChange(Math.abs(value), metric.unit, metric.digits, language, shortFor(metric)).replace(/^\+/, ''),
})

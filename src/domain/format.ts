import { missingReasons, type MissingReason } from './missing'
import type { Unit } from './metrics/metric'
import type { Bilingual, Language } from './text'

/** Stands where a number would be when there is none and no reason is known. */
export const dash = '—'
const minus = '\u2212'

interface UnitText extends Bilingual {
  /** English for exactly one. */
  readonly one: string
  /** Whether the unit is written onto the number without a space. */
  readonly close?: boolean
}

const units: Readonly<Record<Unit, UnitText>> = {
  case: { zh: '件', en: 'cases', one: 'case' },
  person: { zh: '人', en: 'persons', one: 'person' },
  percent: { zh: '%', en: '%', one: '%', close: true },
  per_1000: { zh: '件/千人', en: 'per 1,000', one: 'per 1,000' },
  per_1000_entities: { zh: '户/千户', en: 'per 1,000', one: 'per 1,000' },
  yuan: { zh: '元', en: 'yuan', one: 'yuan' },
  day: { zh: '天', en: 'days', one: 'day' },
  times: { zh: '次', en: 'times', one: 'time' },
  batch: { zh: '批', en: 'batches', one: 'batch' },
  entry: { zh: '件次', en: 'entries', one: 'entry' },
  enterprise: { zh: '家', en: 'enterprises', one: 'enterprise' },
  union: { zh: '家', en: 'unions', one: 'union' },
  contract: { zh: '份', en: 'contracts', one: 'contract' },
  meeting: { zh: '次', en: 'meetings', one: 'meeting' },
  proposal: { zh: '件', en: 'proposals', one: 'proposal' },
  ticket: { zh: '件', en: 'tickets', one: 'ticket' },
  event: { zh: '场', en: 'events', one: 'event' },
  entity: { zh: '户', en: 'entities', one: 'entity' },
  lead: { zh: '条', en: 'leads', one: 'lead' },
  letter: { zh: '份', en: 'letters', one: 'letter' },
  hour: { zh: '学时', en: 'hours', one: 'hour' },
  point: { zh: '分', en: 'points', one: 'point' },
  record: { zh: '条', en: 'records', one: 'record' },
}

const points: UnitText = { zh: '个百分点', en: 'percentage points', one: 'percentage point' }

interface Step {
  readonly from: number
  readonly by: number
  readonly text: string
}

/** Largest first; the threshold is what rounds up to a full step, so that 99,999,999 is 1 亿 and never 10,000 万. */
const steps: Readonly<Record<Language, readonly Step[]>> = {
  zh: [{ from: 99_995_000, by: 1e8, text: ' 亿' }, { from: 1e4, by: 1e4, text: ' 万' }],
  en: [{ from: 999_950_000, by: 1e9, text: 'bn' }, { from: 999_950, by: 1e6, text: 'm' }, { from: 1e4, by: 1e3, text: 'k' }],
}

export interface FormatOptions {
  /** 万/亿 or k/m/bn from ten thousand on, with one digit. Without it every digit is written. */
  readonly compact?: boolean
}

/** Removes the binary noise of a product: 0.285 × 100 is 28.5. */
const clean = (value: number): number => Number(value.toPrecision(14))

/** From here on `toFixed` writes exponents. */
const largest = 1e21

const grouped = (value: number, digits: number): string => {
  const size = Math.abs(clean(value))
  const [whole = '', fraction] = (size < largest ? size.toFixed(digits) : BigInt(size).toString()).split('.')
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`)
  return value < 0 && /[1-9]/.test(text) ? minus + text : text
}

const stepFor = (value: number, language: Language, options: FormatOptions): Step | undefined =>
  options.compact ? steps[language].find((step) => Math.abs(value) >= step.from) : undefined

/**
 * The number as text without its unit. Shares are fractions (0.867 → 86.7), money yuan, durations days.
 * Null, NaN and infinities give a dash; minus is U+2212; what rounds to zero has no sign.
 */
export const formatValue = (value: number | null, unit: Unit, digits: number, language: Language, options: FormatOptions = {}): string => {
  if (value === null || !Number.isFinite(value)) return dash
  const shown = unit === 'percent' ? value * 100 : value
  const step = stepFor(shown, language, options)
  if (!step) return grouped(shown, digits)
  return grouped(shown / step.by, 1).replace(/\.0$/, '') + step.text
}

/** The unit's name; in English for many. */
export const unitLabel = (unit: Unit, language: Language): string => units[unit][language]

const attach = (text: string, unit: UnitText, language: Language): string => {
  if (text === dash) return dash
  const word = language === 'en' && /^[+\u2212]?1(\.0+)?$/.test(text) ? unit.one : unit[language]
  const close = unit.close || (language === 'zh' && /[万亿]$/.test(text))
  return close ? text + word : `${text} ${word}`
}

/** The number with its unit: 158 件, 86.7%, 934.7 亿元; 1 case, 2 cases. */
export const formatWithUnit = (value: number | null, unit: Unit, digits: number, language: Language, options: FormatOptions = {}): string =>
  attach(formatValue(value, unit, digits, language, options), units[unit], language)

export const formatMissing = (reason: MissingReason, language: Language): string => missingReasons[reason][language]

/** Days told in bands: what stands before the band's last day. */
const boundSigns = { at_most: '≤ ', over: '> ' } as const

type Bounded = { readonly value: number | null; readonly bound?: keyof typeof boundSigns }

/** Bands end with whole days. */
const digitsOf = ({ bound }: Bounded, digits: number): number => (bound ? 0 : digits)

/** The number as text without its unit; of days told in bands with what they are at most or more than. */
export const formatNumberOf = ({ value, bound }: Bounded, unit: Unit, digits: number, language: Language, options: FormatOptions = {}): string => {
  const text = formatValue(value, unit, digitsOf({ value, bound }, digits), language, options)
  return bound && text !== dash ? boundSigns[bound] + text : text
}

/** The number with its unit, as `formatNumberOf`: ≤ 30 天. */
export const formatNumberWithUnit = (measured: Bounded, unit: Unit, digits: number, language: Language, options: FormatOptions = {}): string => {
  const text = formatWithUnit(measured.value, unit, digitsOf(measured, digits), language, options)
  return measured.bound && text !== dash ? boundSigns[measured.bound] + text : text
}

/** A value with unit, or in words why it is missing. */
export const formatMeasured = (measured: Bounded & { readonly missing: MissingReason | null }, unit: Unit, digits: number, language: Language, options: FormatOptions = {}): string =>
  measured.missing ? formatMissing(measured.missing, language) : formatNumberWithUnit(measured, unit, digits, language, options)

/** A change with its sign; differences of shares (fractions) in percentage points. Null gives a dash. */
export const formatChange = (change: number | null, unit: Unit, digits: number, language: Language, options: FormatOptions = {}): string => {
  const text = formatValue(change, unit, digits, language, options)
  if (text === dash || change === null) return dash
  const signed = change > 0 && /[1-9]/.test(text) ? `+${text}` : text
  return attach(signed, unit === 'percent' ? points : units[unit], language)
}

/** Both ends with the unit said once: 134–185 件, 80.5–91.2%. Either end null gives a dash. Ends below zero are joined by a word. */
export const formatInterval = (low: number | null, high: number | null, unit: Unit, digits: number, language: Language, options: FormatOptions = {}): string => {
  if (low === null || high === null || !Number.isFinite(low) || !Number.isFinite(high)) return dash
  const joint = low < 0 ? (language === 'zh' ? ' 至 ' : ' to ') : '–'
  const [a, b] = [formatValue(low, unit, digits, language, options), formatValue(high, unit, digits, language, options)]
  return attach(`${a}${joint}${b}`, units[unit], language)
}

/** The interval of a number, as `formatInterval`; of days told in bands in whole days. */
export const formatIntervalOf = (measured: Bounded & { readonly low: number | null; readonly high: number | null }, unit: Unit, digits: number, language: Language, options: FormatOptions = {}): string =>
  formatInterval(measured.low, measured.high, unit, digitsOf(measured, digits), language, options)

/** k/n as counts, both grouped; null where the two are not counts of anything. */
export const formatParts = (numerator: number | null, denominator: number | null, language: Language): string | null => {
  if (numerator === null || denominator === null) return null
  const part = (value: number): string => formatValue(value, 'case', Number.isInteger(value) || value >= 1000 ? 0 : 1, language)
  return `${part(numerator)} / ${part(denominator)}`
}

import type { Cell } from '../read/sheet'
import { isMissing } from './missing-marker'
import { nothing, parsed, refused } from './parsed'
import type { Parsed, Reader } from './parsed'
import { halfWidth } from './width'

export interface NumberOptions {
  /** A percent sign divides by 100; without this it is refused, as 5 % may mean 5 or 0.05. */
  readonly percent?: true
}

const plain = /^-?\d{1,15}(\.\d{1,15})?$/
const plainMoney = /^-?(\d{1,3}(,\d{3})+|\d{1,12})(\.\d+)?$/
const plainScale = /^(-?\d+(?:\.\d+)?)(万|亿)元?$/
const grouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/
const ungrouped = /^(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i
const powers: Readonly<Record<string, number>> = { '': 0, 千: 3, 万: 4, 亿: 8, 万亿: 12 }
const amount = /^([+-])?\s*(?:¥|rmb|cny|人民币)?\s*([+-])?([\d.,]+(?:e[+-]?\d+)?)\s*(万亿|千|万|亿)?\s*(?:元整?|圆|人次|人|名|件|次|起|户|家|份|天|日|rmb|cny)?\s*(%)?$/i

/** Reader of decimals: 1,234.5 · １２３ · 3.2万 · 1.5亿 · ¥12元 · (5) for −5 · 1.2E+3. Separators only where well-formed. */
export const decimalReader = (options: NumberOptions = {}): Reader<number> => (cell) => {
  const value = numberOf(cell, options)
  if (value === null) return nothing
  return Number.isFinite(value) ? unsigned(value) : refused(cell, '数字，如 1234.5', 'a number such as 1234.5')
}

/** Reader of whole numbers: as decimals, and 27.0 is 27; 27.5 is refused. */
export const intReader = (options: NumberOptions = {}): Reader<number> => (cell) => {
  const value = numberOf(cell, options)
  if (value === null) return nothing
  return Number.isSafeInteger(value) ? unsigned(value) : refused(cell, '整数，如 27', 'a whole number such as 27')
}

/** Zero has no sign. */
const unsigned = (value: number): Parsed<number> => parsed(value === 0 ? 0 : value)

/** Null where nothing is recorded, NaN where there is no number. */
function numberOf(cell: Cell, options: NumberOptions): number | null {
  if (cell === null) return null
  if (typeof cell === 'number') return cell
  if (typeof cell === 'boolean') return Number.NaN
  if (plain.test(cell)) return Number(cell)
  if (plainMoney.test(cell)) return Number(cell.replaceAll(',', ''))
  const scale = plainScale.exec(cell)
  if (scale) return Number(`${scale[1]}e${powers[scale[2]!]}`)
  return isMissing(cell) ? null : written(halfWidth(cell).replace(/[−–]/g, '-').trim(), options)
}

function written(text: string, options: NumberOptions): number {
  const inner = /^\((.+)\)$/.exec(text)?.[1]
  if (inner !== undefined) return /[-+(]/.test(inner) ? Number.NaN : -written(inner.trim(), options)
  const [, before, after, digits = '', unit = '', percent] = amount.exec(text) ?? []
  if ((before && after) || (percent && !options.percent)) return Number.NaN
  const magnitude = scaled(digits, powers[unit]! - (percent ? 2 : 0))
  return (before ?? after) === '-' ? -magnitude : magnitude
}

/** The exponent is moved in the text, so that 1.005万 is 10050 and not 10049.999…. */
function scaled(digits: string, power: number): number {
  if (grouped.test(digits)) return Number(`${digits.replaceAll(',', '')}e${power}`)
  const parts = ungrouped.exec(digits)
  if (!parts) return Number.NaN
  return Number(`${parts[1]}e${Number((parts[2] ?? 'e0').slice(1)) + power}`)
}

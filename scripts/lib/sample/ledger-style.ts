import { dateStyles, fullWidthDigits, partsOf, type DateStyle, type Day } from './days'
import type { Random } from './random'
import type { TextStyle } from './text-file'

/** The habits of the clerk who kept the book of a year. */
export interface LedgerStyle extends TextStyle {
  readonly dates: DateStyle
  /** Share of dates typed with full-width digits. */
  readonly fullWidth: number
  readonly blank: string
  readonly unitRow: boolean
  readonly blankRow: boolean
  readonly totals: boolean
  readonly note: string | null
}

const tidy: LedgerStyle = {
  encoding: 'utf8', delimiter: ',', newline: '\n', dates: 'iso', fullWidth: 0, blank: '',
  unitRow: false, blankRow: false, totals: false, note: null,
}

const styles: Readonly<Record<number, LedgerStyle>> = {
  2020: { ...tidy, encoding: 'gb18030', newline: '\r\n', dates: 'slash', unitRow: true, totals: true },
  2021: { ...tidy, encoding: 'utf8-bom', newline: '\r\n', dates: 'dot', blankRow: true, blank: '-' },
  2022: { ...tidy, delimiter: '\t', dates: 'chinese', unitRow: true, blankRow: true, totals: true, note: '注：本表为示例数据，单位名称均为虚构。' },
  2023: { ...tidy, delimiter: ';', totals: true },
  2024: { ...tidy, dates: 'compact', blank: '/', note: '注：本表为示例数据。\n上年结转案件列于表首。' },
  2025: { ...tidy, fullWidth: 0.05, unitRow: true, totals: true, note: '填表说明：本表为示例数据，未结案件结案日期留空。' },
}

export const ledgerStyle = (year: number): LedgerStyle => styles[year] ?? tidy

export const writtenDate = (random: Random, style: LedgerStyle, day: Day | null): string => {
  if (day === null) return style.blank
  const text = dateStyles[style.dates](partsOf(day))
  return random.chance(style.fullWidth) ? fullWidthDigits(text) : text
}

const thousands = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, ',')

/** 12500, 12,500 or, where it says the same amount exactly, 1.25万. `amount` is whole yuan. */
export const writtenAmount = (random: Random, style: LedgerStyle, amount: number | null): string => {
  if (amount === null) return style.blank
  const form = random.weighted([['plain', 60], ['thousands', 22], ['wan', 18]])
  if (form === 'wan' && amount >= 10_000 && amount % 100 === 0) return `${amount / 10_000}万`
  return form === 'thousands' ? thousands(amount) : String(amount)
}

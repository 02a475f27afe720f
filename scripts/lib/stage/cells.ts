import { enumValues } from '../../../src/domain/enums'
import type { Bilingual } from '../../../src/domain/text'
import type { Column } from '../../../src/domain/tables/table'
import type { BoundColumn } from '../bind/binding'
import { headerKey } from '../bind/header-text'
import type { Cell } from '../read/sheet'
import { readBool } from '../values/bool'
import { dateReader } from '../values/date'
import { datetimeReader } from '../values/datetime'
import { enumReader } from '../values/enum'
import { monthReader } from '../values/month'
import { decimalReader, intReader } from '../values/number'
import { readCode, readText } from '../values/text'

/** A cell as text that the database reads: ISO dates, plain numbers, true and false, canonical values. Null is missing. */
export type CellText =
  | { readonly ok: true, readonly value: string | null }
  | { readonly ok: false, readonly why: Bilingual }

export type CellReader = (cell: Cell) => CellText

const missing: CellText = { ok: true, value: null }

/** Money with its own unit in the cell (`3.2万`, `500元`) is in yuan whatever the header says. */
const ownUnit = /[千万亿元]/

const baseOf = (column: Column): number => column.unit === '10k CNY' ? 10_000 : 1

const LARGEST = 1e15

const tooLarge = (value: number): CellText => ({
  ok: false,
  why: { zh: `数值 ${value} 过大。`, en: `The value ${value} is too large.` },
})

/** A number as the database reads it; money with two decimals. */
export const numberText = (column: Column, value: number): CellText => {
  if (Math.abs(value) > LARGEST) return tooLarge(value)
  if (column.unit === 'CNY') return { ok: true, value: value.toFixed(2) }
  return { ok: true, value: String(value) }
}

const scaled = (bound: BoundColumn, cell: Cell, value: number): number => {
  const money = bound.column.unit === 'CNY' || bound.column.unit === '10k CNY'
  if (money && typeof cell === 'string' && ownUnit.test(cell)) return value / baseOf(bound.column)
  // Twelve digits: 1.1 × 10,000 is 11,000 and not 11,000.000000000002.
  return bound.factor === 1 ? value : Number((value * bound.factor).toPrecision(12))
}

/** Where a percent sign says nothing but the number: weights are shares, and `(%)` columns are in percent. */
const percentScale = (column: Column): number | null => column.name === 'weight' ? 1 : column.unit === 'percent' ? 100 : null

const hasPercent = (cell: Cell): boolean => typeof cell === 'string' && /[%％]/.test(cell)

const decimalText = (bound: BoundColumn): CellReader => {
  const percent = percentScale(bound.column)
  const read = decimalReader(percent === null ? {} : { percent: true })
  return (cell) => {
    const parsed = read(cell)
    if (!parsed.ok) return parsed
    if (parsed.value === null) return missing
    const value = percent !== null && percent !== 1 && hasPercent(cell) ? Number((parsed.value * percent).toPrecision(12)) : parsed.value
    return numberText(bound.column, scaled(bound, cell, value))
  }
}

/** The value of a metric, as a target or a benchmark gives it. A percent stays one until its metric is known. */
const metricValueText: CellReader = (cell) => {
  const parsed = decimalReader({ percent: true })(cell)
  if (!parsed.ok) {
    return { ok: false, why: { zh: '应写作数字；占比写 0.85 或 85%，不写“≥”“以上”等字。', en: 'Write a number; a share as 0.85 or 85%, without words or signs such as ≥.' } }
  }
  if (parsed.value === null) return missing
  return { ok: true, value: hasPercent(cell) ? `${Number((parsed.value * 100).toPrecision(12))}%` : String(parsed.value) }
}

const intText = (bound: BoundColumn): CellReader => {
  const read = bound.factor === 1 ? intReader() : decimalReader()
  return (cell) => {
    const parsed = read(cell)
    if (!parsed.ok) return parsed
    return parsed.value === null ? missing : numberText(bound.column, Math.round(scaled(bound, cell, parsed.value)))
  }
}

const boolText: CellReader = (cell) => {
  const parsed = readBool(cell)
  return parsed.ok ? { ok: true, value: parsed.value === null ? null : String(parsed.value) } : parsed
}

/** Ids and codes are compared letter by letter, so they are read without spaces and in half width. */
const isCode = (column: Column): boolean => /(_id|uscc|case_group)$/.test(column.name)

const formatsOf = (bound: BoundColumn): readonly string[] => bound.format === undefined ? [] : [bound.format]

const typed = (bound: BoundColumn): CellReader => {
  const { column } = bound
  switch (column.type) {
    case 'int': return intText(bound)
    case 'decimal': return column.name === 'value' ? metricValueText : decimalText(bound)
    case 'date': return dateReader(formatsOf(bound))
    case 'datetime': return datetimeReader(formatsOf(bound))
    case 'month': return monthReader(formatsOf(bound))
    case 'bool': return boolText
    case 'enum': return column.values ? enumReader(enumValues(column.values)) : readText
    case 'text': return isCode(column) ? readCode : readText
  }
}

/** NUL cannot be stored and carries nothing. */
const withoutNul = (reader: CellReader): CellReader => cell =>
  reader(typeof cell === 'string' && cell.includes('\u0000') ? cell.replaceAll('\u0000', '') : cell)

const translated = (bound: BoundColumn, reader: CellReader): CellReader => {
  const { values } = bound
  if (!values) return reader
  return (cell) => {
    const to = cell === null ? undefined : values.get(headerKey(String(cell)))
    if (to === undefined) return reader(cell)
    return to === null ? missing : reader(to)
  }
}

/** The reader of one bound column, value map, date format and unit included. */
export const cellReader = (bound: BoundColumn): CellReader => translated(bound, bound.column.type === 'text' ? withoutNul(typed(bound)) : typed(bound))

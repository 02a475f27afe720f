import type { BuiltChart } from '../../../src/charts/context'
import type { Shape } from '../../../src/charts/scene'

interface Item {
  readonly name: string
  readonly shapes: readonly Shape[]
}

interface Series {
  readonly id: string
  readonly type: string
  readonly data: readonly unknown[]
}

const isItem = (item: unknown): item is Item => typeof item === 'object' && item !== null && 'shapes' in item

export const seriesOf = (built: BuiltChart): readonly Series[] => built.option.series as unknown as readonly Series[]

/** Marks of a series drawn by shapes. */
export const itemsOf = (built: BuiltChart, id: string): readonly Item[] => (seriesOf(built).find((one) => one.id === id)?.data ?? []).filter(isItem)

export const shapesOf = (built: BuiltChart): readonly Shape[] => seriesOf(built).flatMap((one) => one.data.filter(isItem).flatMap((item) => item.shapes))

export const textsOf = (built: BuiltChart): string[] => shapesOf(built).flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))

export const valuesOf = (built: BuiltChart, id: string): unknown[] =>
  (seriesOf(built).find((one) => one.id === id)?.data ?? []).map((item) => (typeof item === 'object' && item !== null && 'value' in item ? item.value : item))

const rounded = (value: unknown): unknown => (typeof value === 'number' ? Math.round(value * 10) / 10 : value)

/** A shape on one line, in tenths of a pixel. */
const line = (shape: Shape): string => Object.entries(shape).map(([key, value]) => (key === 'kind' ? String(value) : `${key}=${JSON.stringify(value, (_, inner: unknown) => rounded(inner))}`)).join(' ')

const readable = (key: string, value: unknown): unknown => {
  if (typeof value === 'function') return '(function)'
  if (key === 'shapes' && Array.isArray(value)) return value.map((shape: Shape) => line(shape))
  return typeof value === 'number' ? Number(value.toPrecision(9)) : value
}

/** The chart as JSON: what a reviewer reads, a shape on a line, functions named as such. */
export const golden = (built: BuiltChart): string => `${JSON.stringify({ height: built.height, summary: built.summary, option: built.option }, readable, 1)}\n`

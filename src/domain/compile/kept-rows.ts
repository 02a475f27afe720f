import type { Columns, Numbers, Texts } from '../plan'
import type { DimensionId, Filter } from '../question'

const isEmpty = ({ values }: Numbers, rows: number): boolean => Array.from({ length: rows }, (_, i) => values[i]).every((value) => value === undefined || Number.isNaN(value))

export const textsIn = ({ columns, rows }: Columns, name: string): Texts => {
  const column = columns[name]
  if (column?.kind === 'texts') return column
  // A column in which nothing is recorded has no type of its own.
  if (column && isEmpty(column, rows)) return { kind: 'texts', codes: new Uint8Array(rows), words: [null] }
  throw new TypeError(`${name} is not a column of texts`)
}

/** Which rows of a kept result pass filters; its columns d0… are the dimensions. A filter by another dimension is not looked at. */
export const rowTest = (where: readonly Filter[], dimensions: readonly DimensionId[], result: Columns): ((row: number) => boolean) => {
  const tests = where.filter(({ dimension }) => dimensions.includes(dimension)).map(({ dimension, members }) => {
    const { codes, words } = textsIn(result, `d${dimensions.indexOf(dimension)}`)
    return { codes, passes: words.map((word) => members.includes(word)) }
  })
  // Written out: this is asked of every row of every leg.
  return (row) => {
    for (const { codes, passes } of tests) if (!passes[codes[row] ?? 0]) return false
    return true
  }
}

import type { Cell, Compared, Measured, MeasureAnswer } from '../../src/domain/answer'
import { same } from './differences'

const numbers = ['value', 'numerator', 'denominator', 'low', 'high', 'change', 'changeLow', 'changeHigh'] as const

const measuresDiffer = (a: Measured | null, b: Measured | null): boolean => {
  if (a === null || b === null) return a !== b
  const [x, y]: Partial<Compared>[] = [a, b]
  return a.missing !== b.missing || a.interval !== b.interval || numbers.some((name) => !same(x?.[name] ?? null, y?.[name] ?? null))
}

const keyOf = (cell: Cell) => JSON.stringify([cell.metric, cell.period, cell.members])

/** Cells of the coarse extract that answer otherwise, and the metrics it does not hold at all. */
export const compareTwins = (fine: MeasureAnswer, coarse: MeasureAnswer) => {
  const known = new Map(fine.cells.map((cell) => [keyOf(cell), cell]))
  const answered = coarse.cells.filter((cell) => cell.missing !== 'not_in_extract' || known.get(keyOf(cell))?.missing === 'not_in_extract')
  const wrong = answered.filter((cell) => {
    const twin = known.get(keyOf(cell))
    return !twin || measuresDiffer(cell, twin) || measuresDiffer(cell.compared, twin.compared) || cell.cut !== twin.cut
  })
  const absent = new Set(coarse.cells.filter((cell) => !answered.includes(cell)).map((cell) => cell.metric))
  return { wrong, absent, compared: answered.length }
}

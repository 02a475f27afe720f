import type { MarginTable } from '../../protect/margin-table'
import type { JointTable } from './joint-table'
import { everyMargin, type Margin } from './margins'

/** Published numbers of a rounded fact beside the true ones, for the report that stays in the house. */
export interface Deviation {
  readonly fact: string
  /** `n` counts all rows, a flag those that have it. */
  readonly sum: string
  /** Columns they are by; none is the total. */
  readonly margin: readonly string[]
  readonly largest: number
  readonly mean: number
  readonly numbers: number
  /** The largest of any run of quarters; null of numbers that are not by quarter. */
  readonly ofAnyPeriod: number | null
}

/** Sums of what each cell is off by. */
const sumBy = ({ of, size, cellOf }: MarginTable, apart: Int32Array): Float64Array => {
  const sums = new Float64Array(size)
  for (let row = 0; row < of.length; row += 1) {
    const at = of[row] ?? 0
    sums[at] = (sums[at] ?? 0) + (apart[cellOf?.[row] ?? row] ?? 0)
  }
  return sums
}

/** How far the sum of any quarters that follow each other is off: as far as the running deviation goes up and down. */
const ofAnyPeriod = ({ table, overTime }: Margin, sums: Float64Array): number | null => {
  if (!overTime) return null
  const [quarterOf, wholeOf] = [new Float64Array(table.size).fill(NaN), new Int32Array(table.size)]
  for (let row = 0; row < table.of.length; row += 1) {
    const number = table.of[row] ?? 0
    quarterOf[number] = Number(overTime.quarters[row] ?? NaN)
    wholeOf[number] = overTime.whole.of[row] ?? 0
  }
  const dated = [...quarterOf.keys()].filter((number) => !Number.isNaN(quarterOf[number])).sort((a, b) => (quarterOf[a] ?? 0) - (quarterOf[b] ?? 0))
  const [running, lowest, highest] = [new Float64Array(overTime.whole.size), new Float64Array(overTime.whole.size), new Float64Array(overTime.whole.size)]
  for (const number of dated) {
    const at = wholeOf[number] ?? 0
    const now = (running[at] ?? 0) + (sums[number] ?? 0)
    running[at] = now
    lowest[at] = Math.min(lowest[at] ?? 0, now)
    highest[at] = Math.max(highest[at] ?? 0, now)
  }
  return highest.reduce((most, high, at) => Math.max(most, high - (lowest[at] ?? 0)), 0)
}

const deviationOf = (fact: string, margin: Margin, apart: Int32Array): Deviation => {
  const sums = sumBy(margin.table, apart)
  let [largest, total] = [0, 0]
  for (const sum of sums) {
    largest = Math.max(largest, Math.abs(sum))
    total += Math.abs(sum)
  }
  return { fact, sum: margin.sum, margin: margin.margin, numbers: sums.length, largest, mean: sums.length === 0 ? 0 : total / sums.length, ofAnyPeriod: ofAnyPeriod(margin, sums) }
}

/** How far whatever a reader can ask of a subject's facts is from the truth. */
export const deviationsOf = ({ counts, rows }: JointTable, told: Int32Array): Deviation[] => {
  const apart = told.map((n, cell) => n - (counts[cell] ?? 0))
  return rows.flatMap((own) => Array.from(everyMargin(own), (margin) => deviationOf(own.shown.fact, margin, apart)))
}

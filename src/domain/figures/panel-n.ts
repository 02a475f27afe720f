import type { Answer, Cell } from '../answer'
import type { Metric } from '../metrics/metric'

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

/** How many cases one metric's cells stand for: the counts themselves, or what their shares are of. Null where parts may not be added. */
const casesOf = (cells: readonly Cell[], metric: Metric): number | null => {
  const counted = metric.formula.kind === 'count' && metric.adds.time
  const numbers = cells.map((cell) => (counted ? cell.value : cell.denominator))
  const known = numbers.filter((n) => n !== null)
  // Person-years and means are no cases; the rest of a sum with some of them left out would be a wrong one.
  return known.length > 0 && known.every(Number.isInteger) && (counted || metric.formula.kind === 'share') ? sum(known) : null
}

/** The n of a panel; null where none can be said in one number. */
export const panelN = (answer: Answer | null, findMetric: (id: string) => Metric | null): number | null => {
  if (answer?.kind === 'distribution') return answer.missing ? null : sum(answer.bins.map(({ n }) => n))
  if (answer?.kind === 'list') return answer.missing ? null : answer.rows.length
  if (answer?.kind !== 'measure') return null
  const ids = [...new Set(answer.cells.map(({ metric }) => metric))]
  const only = ids.length === 1 && ids[0] !== undefined ? findMetric(ids[0]) : null
  return only ? casesOf(answer.cells, only) : null
}

const latestOf = (answer: Answer | null, dateOf: (cell: Cell) => string | null | undefined): string | null =>
  answer?.kind === 'measure' ? (answer.cells.flatMap((cell) => dateOf(cell) ?? []).sort().at(-1) ?? null) : null

/** The latest date from which a period is held that begins before its ledger does; null when every period is held whole. */
export const sinceOf = (answer: Answer | null): string | null => latestOf(answer, ({ since }) => since)

/** The latest date an unfinished period is counted to; null when every period is complete. */
export const cutOf = (answer: Answer | null): string | null => latestOf(answer, ({ cut }) => cut)

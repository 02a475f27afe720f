/**
 * What someone knows of counts that are not told: the sum of some of them lies between two numbers, both among the
 * possible ones. A single cell is a sum too; a cell that several publications tell of is one cell of the model.
 */
export interface CountFact {
  /** Numbers of the unknown counts, each once. */
  readonly cells: readonly number[]
  readonly low: number
  readonly high: number
}

/** No count is larger: what nothing is known of is from 0 to this. */
export const largestCount = 2 ** 31 - 1

export const exactly = (cells: readonly number[], total: number): CountFact => ({ cells, low: total, high: total })

/** Someone's own share of a cell. */
export const atLeast = (cell: number, own: number): CountFact => ({ cells: [cell], low: own, high: largestCount })

/**
 * A page of a flat column as it is stored: values are those that are there, one after the other. The library's own
 * reader makes a list of JavaScript values of every column; most of the time of loading went into that.
 */
export interface Page {
  readonly rows: number
  /** By row 1 where a value is there and 0 where it is missing; none where all are there. */
  readonly levels: ArrayLike<number>
  /** Values, or places in the dictionary where the page has one. */
  readonly values: ArrayLike<unknown>
  readonly dictionary: ArrayLike<unknown> | null
}

/** Calls with every value that is there and its row. */
export const eachValue = (pages: readonly Page[], put: (value: unknown, row: number) => void): void => {
  let start = 0
  for (const { rows, levels, values, dictionary } of pages) {
    let at = 0
    for (let i = 0; i < rows; i++) {
      if (levels.length > 0 && levels[i] === 0) continue
      const value = values[at++]
      put(dictionary ? dictionary[value as number] : value, start + i)
    }
    start += rows
  }
}

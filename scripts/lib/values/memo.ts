const LIMIT = 20_000

/** A parser that remembers recent results; starts afresh when full, so that memory stays bounded. */
export function memoised<K extends string | number, R>(parse: (cell: K) => R): (cell: K) => R {
  const seen = new Map<K, R>()
  return (cell) => {
    const known = seen.get(cell)
    if (known !== undefined) return known
    if (seen.size >= LIMIT) seen.clear()
    const result = parse(cell)
    seen.set(cell, result)
    return result
  }
}

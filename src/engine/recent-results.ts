import type { Columns, Statement } from '../domain/plan'
import { sizeOf } from '../domain/columns'

/** Results used last, up to so many bytes in all. */
export interface RecentResults {
  /** The statement's result, or one that it can be added up from. */
  get(statement: Statement): Columns | undefined
  set(statement: Statement, result: Columns): void
}

const keyOf = ({ sql, parameters }: Statement): string => `${sql}\n${JSON.stringify(parameters)}`

interface Kept {
  readonly statement: Statement
  readonly result: Columns
}

const among = (few: readonly string[], many: readonly string[]): boolean => few.every((one) => many.includes(one))

/** Whether the result of one statement can be added up to what another asks for. */
export const holds = ({ sums: held }: Statement, { sums: wanted }: Statement): boolean =>
  held !== undefined && wanted !== undefined && held.of === wanted.of && among(wanted.by, held.by) && among(wanted.columns, held.columns)

export const createRecentResults = (most: number): RecentResults => {
  const kept = new Map<string, Kept>()
  let size = 0
  const drop = (key: string) => {
    const old = kept.get(key)
    if (old) size -= sizeOf(old.result)
    kept.delete(key)
  }
  const keyFor = (statement: Statement): string | undefined => {
    const key = keyOf(statement)
    if (kept.has(key) || !statement.sums) return key
    const [least] = [...kept].filter(([, one]) => holds(one.statement, statement)).sort(([, a], [, b]) => a.result.rows - b.result.rows)
    return least?.[0]
  }
  return {
    get(statement) {
      const key = keyFor(statement)
      const found = key === undefined ? undefined : kept.get(key)
      if (key === undefined || !found) return undefined
      kept.delete(key)
      kept.set(key, found)
      return found.result
    },
    set(statement, result) {
      // What holds fewer sums of the same groups makes way for it.
      for (const [key, one] of kept) if (holds(statement, one.statement) && one.result.rows === result.rows) drop(key)
      const key = keyOf(statement)
      drop(key)
      kept.set(key, { statement, result })
      size += sizeOf(result)
      for (const oldest of kept.keys()) {
        if (size <= most || oldest === key) break
        drop(oldest)
      }
    },
  }
}

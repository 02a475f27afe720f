import type { Columns, Statement } from '../domain/plan'
import { sizeOf } from '../domain/columns'

/** Results used last, up to so many values in all. */
export interface RecentResults {
  get(statement: Statement): Columns | undefined
  set(statement: Statement, result: Columns): void
}

const keyOf = ({ sql, parameters }: Statement): string => `${sql}\n${JSON.stringify(parameters)}`

export const createRecentResults = (most: number): RecentResults => {
  const kept = new Map<string, Columns>()
  let size = 0
  const drop = (key: string) => {
    const old = kept.get(key)
    if (old) size -= sizeOf(old)
    kept.delete(key)
  }
  return {
    get(statement) {
      const key = keyOf(statement)
      const result = kept.get(key)
      if (result) {
        kept.delete(key)
        kept.set(key, result)
      }
      return result
    },
    set(statement, result) {
      const key = keyOf(statement)
      drop(key)
      kept.set(key, result)
      size += sizeOf(result)
      for (const oldest of kept.keys()) {
        if (size <= most || oldest === key) break
        drop(oldest)
      }
    },
  }
}

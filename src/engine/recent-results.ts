import type { Columns, Statement } from '../domain/plan'
import { sizeOf } from '../domain/columns'

/** Results used last, up to so many values in all. */
export interface RecentResults {
  /** The statement's result, or one with more sums than it asks for. */
  get(statement: Statement): Columns | undefined
  set(statement: Statement, result: Columns): void
}

const keyOf = ({ sql, parameters }: Statement): string => `${sql}\n${JSON.stringify(parameters)}`

interface Kept {
  readonly statement: Statement
  readonly result: Columns
}

const holds = (kept: Statement, { sums }: Statement): boolean => {
  const held = kept.sums
  return held !== undefined && sums !== undefined && held.of === sums.of && sums.columns.every((column) => held.columns.includes(column))
}

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
    return [...kept].find(([, one]) => holds(one.statement, statement))?.[0]
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
      // What holds less than this makes way for it.
      for (const [key, one] of kept) if (holds(statement, one.statement)) drop(key)
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

import type { Member } from '../answer'
import type { ResultRow, Statement } from '../plan'
import type { Weighted } from '../statistics/quantile'
import { legKey, legStatement, type Leg } from './leg'

const cellKey = (bucket: number, members: readonly Member[]) => JSON.stringify([bucket, ...members])

/** Results of one leg, looked up by bucket and members. */
export interface LegResult {
  /** Sum in a group: 0 where it has no rows, null where its rows record nothing; of a spread's first value only. */
  sum(name: string, bucket: number, members: readonly Member[]): number | null
  /** Whether a group has any row. */
  has(bucket: number, members: readonly Member[]): boolean
  tallies(name: string, bucket: number, members: readonly Member[]): Weighted[]
  /** Every combination of members with a row. */
  groups(): Member[][]
}

const membersIn = (leg: Leg, row: ResultRow): Member[] => leg.by.map((_, i) => (row[`d${i}`] as Member) ?? null)

const groupRows = (leg: Leg, rows: readonly ResultRow[]): Map<string, ResultRow[]> => {
  const groups = new Map<string, ResultRow[]>()
  for (const row of rows) {
    const key = cellKey(Number(row.b), membersIn(leg, row))
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

const resultOf = (leg: Leg, sums: readonly string[], rows: readonly ResultRow[]): LegResult => {
  const groups = groupRows(leg, rows)
  const column = (name: string) => `s${sums.indexOf(name)}`
  return {
    sum(name, bucket, members) {
      const row = groups.get(cellKey(bucket, members))?.[0]
      return row ? ((row[column(name)] as number | null | undefined) ?? null) : 0
    },
    has: (bucket, members) => groups.has(cellKey(bucket, members)),
    tallies(name, bucket, members) {
      const group = groups.get(cellKey(bucket, members)) ?? []
      return group.map((row) => ({ value: Number(row.v), n: Number(row[column(name)]) })).filter(({ n }) => n > 0)
    },
    groups: () => [...new Map(rows.map((row) => [cellKey(0, membersIn(leg, row)), membersIn(leg, row)])).values()],
  }
}

/** Collects what has to be summed; asking for the same leg twice costs one statement. */
export class Legs {
  readonly #wanted = new Map<string, { leg: Leg; sums: Set<string> }>()
  #results = new Map<string, LegResult>()

  /** Asks for sums of a leg; the returned function gives the result once `fill` has run. */
  want(leg: Leg, sums: readonly string[]): () => LegResult {
    const key = legKey(leg)
    const entry = this.#wanted.get(key) ?? { leg, sums: new Set<string>() }
    this.#wanted.set(key, entry)
    for (const sum of sums) entry.sums.add(sum)
    return () => {
      const result = this.#results.get(key)
      if (!result) throw new Error('A leg was read before its results came in')
      return result
    }
  }

  statements(asOf: string): Statement[] {
    return [...this.#wanted.values()].map(({ leg, sums }) => legStatement(leg, [...sums], asOf))
  }

  /** Takes the statements' results, in their order. */
  fill(results: readonly (readonly ResultRow[])[]): void {
    const wanted = [...this.#wanted.entries()]
    this.#results = new Map(wanted.map(([key, { leg, sums }], i) => [key, resultOf(leg, [...sums], results[i] ?? [])]))
  }
}

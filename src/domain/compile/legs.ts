import type { Member } from '../answer'
import type { ResultRow, Statement } from '../plan'
import type { Weighted } from '../statistics/quantile'
import { legKey, legStatement, type Leg } from './leg'
import { rowsOfLeg, scanKey, scanStatement } from './scan'

const cellKey = (bucket: number, members: readonly Member[]) => JSON.stringify([bucket, ...members])

/** Results of one leg, looked up by bucket and members. */
export interface LegResult {
  /** Sum in a group: 0 where it has no rows, null where its rows record nothing; of a spread's first value only. */
  sum(name: string, bucket: number, members: readonly Member[]): number | null
  /** Whether a group has rows. */
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

interface Wanted {
  readonly key: string
  readonly leg: Leg
  readonly sums: Set<string>
}

/** Legs summed by one statement. */
interface Batch {
  readonly first: Wanted
  readonly rest: readonly Wanted[]
}

const sumsOf = ({ first, rest }: Batch): string[] => [...new Set([first, ...rest].flatMap(({ sums }) => [...sums]))]

const statementOf = (batch: Batch, asOf: string): Statement =>
  batch.rest.length === 0
    ? legStatement(batch.first.leg, [...batch.first.sums], asOf)
    : scanStatement([batch.first.leg, ...batch.rest.map(({ leg }) => leg)], sumsOf(batch), asOf)

/** Collects what has to be summed; asking for the same leg twice costs one statement, and so do legs that differ in time only. */
export class Legs {
  readonly #asOf: string
  readonly #wanted = new Map<string, Wanted>()
  #results = new Map<string, LegResult>()

  constructor(asOf: string) {
    this.#asOf = asOf
  }

  /** Asks for sums of a leg; the returned function gives the result once `fill` has run. */
  want(leg: Leg, sums: readonly string[]): () => LegResult {
    const key = legKey(leg)
    const entry = this.#wanted.get(key) ?? { key, leg, sums: new Set<string>() }
    this.#wanted.set(key, entry)
    for (const sum of sums) entry.sums.add(sum)
    return () => {
      const result = this.#results.get(key)
      if (!result) throw new Error('A leg was read before its results came in')
      return result
    }
  }

  #batches(): Batch[] {
    const batches = new Map<string, { first: Wanted; rest: Wanted[] }>()
    for (const wanted of this.#wanted.values()) {
      const key = scanKey(wanted.leg) ?? wanted.key
      const known = batches.get(key)
      if (known) known.rest.push(wanted)
      else batches.set(key, { first: wanted, rest: [] })
    }
    return [...batches.values()]
  }

  statements(): Statement[] {
    return this.#batches().map((batch) => statementOf(batch, this.#asOf))
  }

  /** Takes the statements' results, in their order. */
  fill(results: readonly (readonly ResultRow[])[]): void {
    for (const [i, batch] of this.#batches().entries()) {
      const scanned = sumsOf(batch)
      for (const { key, leg, sums } of [batch.first, ...batch.rest]) {
        const rows = batch.rest.length === 0 ? (results[i] ?? []) : rowsOfLeg(leg, [...sums], scanned, results[i] ?? [], this.#asOf)
        this.#results.set(key, resultOf(leg, [...sums], rows))
      }
    }
  }
}

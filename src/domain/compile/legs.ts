import type { Manifest } from '../manifest'
import type { Columns, Statement } from '../plan'
import { legKey, type Leg } from './leg'
import { legResult, type LegResult } from './leg-result'
import type { Reuse } from './reuse'
import { scanOf, scanStatement, type Scan } from './scan'

interface Wanted {
  readonly key: string
  readonly leg: Leg
  readonly sums: Set<string>
}

/** A scan and the legs that read from it. */
interface Batch {
  readonly scan: Scan
  readonly legs: Wanted[]
}

const sumsOf = ({ legs }: Batch): string[] => [...new Set(legs.flatMap(({ sums }) => [...sums]))].sort()

/** Collects what has to be summed; asking for the same leg twice costs one statement, and so do legs of one scan. */
export class Legs {
  readonly #manifest: Manifest
  readonly #reuse: Reuse
  readonly #wanted = new Map<string, Wanted>()
  #results = new Map<string, LegResult>()
  #lately = new Set<string>()

  constructor(manifest: Manifest, reuse: Reuse) {
    this.#manifest = manifest
    this.#reuse = reuse
  }

  /** Asks for sums of a leg; the returned function gives the result once `fill` has run. */
  want(leg: Leg, sums: readonly string[]): () => LegResult {
    const key = legKey(leg)
    const entry = this.#wanted.get(key) ?? { key, leg, sums: new Set<string>() }
    this.#wanted.set(key, entry)
    this.#lately.add(key)
    for (const sum of sums) entry.sums.add(sum)
    return () => {
      const result = this.#results.get(key)
      if (!result) throw new Error('A leg was read before its results came in')
      return result
    }
  }

  /** Keys of the legs wanted since this was last asked. */
  wantedLately(): readonly string[] {
    const keys = [...this.#lately]
    this.#lately.clear()
    return keys
  }

  #batches(): Batch[] {
    const batches = new Map<string, Batch>()
    for (const wanted of this.#wanted.values()) {
      const scan = scanOf(wanted.leg, this.#manifest, this.#reuse)
      const key = JSON.stringify(scan)
      const known = batches.get(key)
      if (known) known.legs.push(wanted)
      else batches.set(key, { scan, legs: [wanted] })
    }
    return [...batches.values()]
  }

  statements(): Statement[] {
    return this.#batches().map((batch) => scanStatement(batch.scan, batch.legs.map(({ leg }) => leg), sumsOf(batch)))
  }

  /** Takes the statements' results, in their order; a leg whose result is not there cannot be read. */
  fill(results: readonly (Columns | undefined)[]): void {
    for (const [i, batch] of this.#batches().entries()) {
      const result = results[i]
      if (!result) continue
      for (const { key, leg } of batch.legs) this.#results.set(key, legResult(leg, batch.scan, result, this.#manifest))
    }
  }

  isFilled(key: string): boolean {
    return this.#results.has(key)
  }
}

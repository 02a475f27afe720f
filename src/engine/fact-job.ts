import { EngineError } from './errors'
import type { ManifestFact } from '../domain/manifest'
import { sha256Of } from './sha256'

/** What the decoder must find in a file, as the manifest says. */
export interface FactJob {
  readonly file: string
  readonly columns: readonly string[]
  readonly rows: number
  readonly n: number
  readonly bytes: number
  readonly sha256: string
}

export const factJob = (fact: ManifestFact): FactJob => ({
  file: fact.file,
  columns: fact.columns.map((column) => column.name),
  rows: fact.rows,
  n: fact.n,
  bytes: fact.bytes,
  sha256: fact.sha256,
})

/** Refuses a file whose size or hash is not the manifest's. */
export const checkBytes = async (job: FactJob, bytes: ArrayBuffer): Promise<void> => {
  const { file } = job
  if (bytes.byteLength !== job.bytes) throw new EngineError('fact_size', { file, detail: `${bytes.byteLength} ≠ ${job.bytes}` })
  if (await sha256Of(bytes) !== job.sha256) throw new EngineError('fact_hash', { file })
}

/** Refuses a file whose rows or cases do not add up to the manifest's. */
export const checkTotals = (job: FactJob, found: { readonly rows: number; readonly n: number }): void => {
  const { file } = job
  if (found.rows !== job.rows) throw new EngineError('fact_rows', { file, detail: `${found.rows} ≠ ${job.rows}` })
  if (job.columns.includes('n') && found.n !== job.n) throw new EngineError('fact_cases', { file, detail: `${found.n} ≠ ${job.n}` })
}

import { checkBytes, checkTotals } from './fact-job'
import type { FactJob } from './fact-job'
import { decodeParquet } from './parquet-decode'

/**
 * The Arrow IPC streams of a fact's file, checked against the manifest: size and hash before the first piece, rows and
 * cases after the last. Throws an EngineError that names the file.
 */
export async function* decodeFact(job: FactJob, bytes: ArrayBuffer): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  await checkBytes(job, bytes)
  const found = { rows: 0, n: 0 }
  for (const piece of decodeParquet(bytes, job.columns, job.file)) {
    found.rows += piece.rows
    found.n += piece.n
    yield piece.ipc
  }
  checkTotals(job, found)
}

import { EngineError } from './errors'
import type { FactJob } from './fact-job'
import { createLifeline } from './lifeline'
import { watchLife } from './watch-life'
import { isWorkerFailure } from './workers/failure'
import type { ParquetReply, ParquetRequest } from './workers/parquet-message'

/** Decodes facts off the main thread. */
export interface ParquetDecoder {
  /** Arrow IPC streams of a file, one row group each: the first is decoded at once, the next while the last is used. Takes the bytes. */
  decode(job: FactJob, bytes: ArrayBuffer): AsyncIterable<Uint8Array<ArrayBuffer>>
  close(): void
}

/** The part of a Worker that is used; tests give another. */
export interface WorkerLike {
  postMessage(message: unknown, transfer?: Transferable[]): void
  addEventListener(type: 'message' | 'error' | 'messageerror', listener: (event: MessageEvent | ErrorEvent) => void): void
  terminate(): void
}

const pieceMs = 30_000

/** `name`: the worker's own, by which its end is known. */
export const createParquetDecoder = (worker: WorkerLike, name = ''): ParquetDecoder => {
  const lifeline = createLifeline()
  const waiting = new Map<number, (reply: ParquetReply) => void>()
  let last = 0

  const die = (detail: string) => lifeline.cut(new EngineError('decoder_lost', { detail }))
  if (name) watchLife(worker, name, () => die('the worker is gone'))
  worker.addEventListener('error', (event) => die('message' in event && event.message ? event.message : 'worker script'))
  worker.addEventListener('messageerror', (event) => die(event.type))
  worker.addEventListener('message', (event) => {
    const data: unknown = (event as MessageEvent).data
    if (isWorkerFailure(data)) return die(data.workerFailure)
    const reply = data as ParquetReply
    waiting.get(reply.id)?.(reply)
    waiting.delete(reply.id)
  })

  const send = (request: ParquetRequest, transfer: Transferable[] = []) => worker.postMessage(request, transfer)
  const ask = (id: number, file: string): Promise<ParquetReply> => {
    const reply = lifeline.guard(
      () => new Promise<ParquetReply>((resolve) => {
        waiting.set(id, resolve)
        send({ kind: 'next', id })
      }),
      pieceMs,
      () => new EngineError('decoder_lost', { detail: file }),
    )
    // Asked ahead of need: whoever stops reading early must not leave an unhandled rejection behind.
    reply.catch(() => undefined)
    return reply
  }

  async function* pieces(id: number, file: string, first: Promise<ParquetReply>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    try {
      for (let reply = await first; reply.kind !== 'done';) {
        if (reply.kind === 'refused') throw new EngineError(reply.code, reply.details)
        const ahead = ask(id, file)
        yield reply.ipc
        reply = await ahead
      }
    } finally {
      send({ kind: 'close', id })
    }
  }

  const decode = (job: FactJob, bytes: ArrayBuffer): AsyncIterable<Uint8Array<ArrayBuffer>> => {
    const id = ++last
    send({ kind: 'open', id, job, bytes }, [bytes])
    return pieces(id, job.file, ask(id, job.file))
  }

  const close = () => {
    worker.terminate()
    lifeline.cut(new EngineError('closed'))
  }

  return { decode, close }
}

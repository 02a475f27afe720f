import { abortError } from './errors'

/** Runs one task at a time in order; a task whose signal fires before its turn never starts. */
export interface Serial {
  add<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T>
}

/**
 * DuckDB-WASM cannot interrupt a prepared statement and its worker takes messages in order, so waiting here instead
 * of in the worker is what makes a superseded question cheap.
 */
export const createSerial = (): Serial => {
  let tail: Promise<unknown> = Promise.resolve()
  const add = <T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
    const turn = tail.then(() => {
      if (signal?.aborted) throw abortError()
      return task()
    })
    tail = turn.catch(() => undefined)
    return signal ? untilAborted(turn, signal) : turn
  }
  return { add }
}

/** Settles as `work`, or rejects with AbortError as soon as the signal fires. */
export const untilAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    const abort = () => reject(abortError())
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })

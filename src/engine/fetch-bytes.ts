import { bodyOf } from './body'
import { withDeadline } from './deadline'
import { abortError, asEngineError, EngineError, isAbort } from './errors'

export interface FetchOptions {
  /** Folder of the extracts, relative to the page, with its closing slash. */
  readonly base?: string
  readonly fetch?: typeof fetch
  /** How long the server may stay silent, in milliseconds. */
  readonly silence?: number
}

export type FetchBytes = (path: string, signal?: AbortSignal) => Promise<ArrayBuffer>

/** Fetches files below a folder. Every promise settles; all but AbortError are EngineErrors. */
export const createFetchBytes = (options: FetchOptions): FetchBytes => {
  const { base = 'extracts/', fetch: get = (...args: Parameters<typeof fetch>) => fetch(...args), silence = 20_000 } = options
  return async (path, signal) => {
    const stop = new AbortController()
    const abort = () => stop.abort()
    signal?.addEventListener('abort', abort, { once: true })
    try {
      signal?.throwIfAborted()
      return await withDeadline(async (alive) => {
        const response = await get(base + path, { signal: stop.signal })
        if (!response.ok) throw new EngineError('not_found', { file: path, detail: String(response.status) })
        return bodyOf(response, alive)
      }, silence, () => new EngineError('network', { file: path }))
    } catch (error) {
      stop.abort()
      if (signal?.aborted || isAbort(error)) throw abortError()
      throw asEngineError(error, 'network', { file: path })
    } finally {
      signal?.removeEventListener('abort', abort)
    }
  }
}

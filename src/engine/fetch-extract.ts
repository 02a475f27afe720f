import type { Checks } from '../domain/checks'
import type { Manifest } from '../domain/manifest'
import { bodyOf } from './body'
import { readChecks } from './checks-guard'
import { withDeadline } from './deadline'
import { abortError, asEngineError, EngineError, isAbort } from './errors'
import { readAnswers, readIndex } from './extract-files'
import type { AnswersFile, ExtractIndex } from './extract-files'
import { readManifest } from './manifest-guard'
import { sha256Of } from './sha256'

/** Reads an extract's files from beside the page. Every promise settles; all but AbortError are EngineErrors. */
export interface ExtractReader {
  index(signal?: AbortSignal): Promise<ExtractIndex>
  manifest(id: string, signal?: AbortSignal): Promise<Manifest>
  /** Null when the extract has no answers for that page. */
  answers(manifest: Manifest, page: string, signal?: AbortSignal): Promise<AnswersFile | null>
  /** What the checks of its ledgers found. */
  checks(manifest: Manifest, signal?: AbortSignal): Promise<Checks>
  fact(id: string, file: string, signal?: AbortSignal): Promise<ArrayBuffer>
}

export interface ExtractReaderOptions {
  /** Folder of the extracts, relative to the page, with its closing slash. */
  readonly base?: string
  readonly fetch?: typeof fetch
  /** How long the server may stay silent, in milliseconds. */
  readonly silence?: number
}

const encoded = (file: string): string => file.split('/').map(encodeURIComponent).join('/')

export const createExtractReader = (options: ExtractReaderOptions = {}): ExtractReader => {
  const { base = 'extracts/', fetch: get = (...args: Parameters<typeof fetch>) => fetch(...args), silence = 20_000 } = options

  const bytes = async (path: string, signal?: AbortSignal): Promise<ArrayBuffer> => {
    const file = base + path
    const stop = new AbortController()
    const abort = () => stop.abort()
    signal?.addEventListener('abort', abort, { once: true })
    try {
      signal?.throwIfAborted()
      return await withDeadline(async (alive) => {
        const response = await get(file, { signal: stop.signal })
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

  /** With the hash it must have, where that is known before. */
  const json = async (path: string, signal?: AbortSignal, hash: string | null = null): Promise<unknown> => {
    const body = await bytes(path, signal)
    if (hash !== null && await sha256Of(body) !== hash) throw new EngineError('fact_hash', { file: path })
    try {
      return JSON.parse(new TextDecoder().decode(body))
    } catch (error) {
      throw new EngineError('not_json', { file: path }, error)
    }
  }

  return {
    index: async (signal) => readIndex(await json('index.json', signal), 'index.json'),
    manifest: async (id, signal) => {
      const path = `${encodeURIComponent(id)}/manifest.json`
      return readManifest(await json(path, signal), path)
    },
    answers: async (manifest, page, signal) => {
      const baked = Object.hasOwn(manifest.answers, page) ? manifest.answers[page] : undefined
      if (!baked) return null
      const path = `${encodeURIComponent(manifest.id)}/${encoded(baked.file)}`
      return readAnswers(await json(path, signal, baked.sha256), path, manifest.content)
    },
    checks: async (manifest, signal) => {
      const path = `${encodeURIComponent(manifest.id)}/${encoded(manifest.checksFile ?? 'checks.json')}`
      return readChecks(await json(path, signal), path, manifest.content)
    },
    fact: (id, file, signal) => bytes(`${encodeURIComponent(id)}/${encoded(file)}`, signal),
  }
}

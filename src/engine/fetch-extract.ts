import type { Checks } from '../domain/checks'
import type { Manifest } from '../domain/manifest'
import { readChecks } from './checks-guard'
import { EngineError } from './errors'
import { readAnswers, readIndex } from './extract-files'
import type { AnswersFile, ExtractIndex } from './extract-files'
import { createFetchBytes, type FetchOptions } from './fetch-bytes'
import { readManifest } from './manifest-guard'
import { turn } from './turn'
import { unpackResults, type KnownResult } from './packed-results'
import { sha256Of } from './sha256'

/** Reads an extract's files from beside the page. Every promise settles; all but AbortError are EngineErrors. */
export interface ExtractReader {
  index(signal?: AbortSignal): Promise<ExtractIndex>
  manifest(id: string, signal?: AbortSignal): Promise<Manifest>
  /** Null when the extract has no answers for that page. */
  answers(manifest: Manifest, page: string, signal?: AbortSignal): Promise<AnswersFile | null>
  /** What the page's likely questions are answered from; none where nothing was baked for it. */
  results(manifest: Manifest, page: string, signal?: AbortSignal): Promise<readonly KnownResult[]>
  /** What the checks of its ledgers found. */
  checks(manifest: Manifest, signal?: AbortSignal): Promise<Checks>
  fact(id: string, file: string, signal?: AbortSignal): Promise<ArrayBuffer>
}

const encoded = (file: string): string => file.split('/').map(encodeURIComponent).join('/')

export const createExtractReader = (options: FetchOptions = {}): ExtractReader => {
  const bytes = createFetchBytes(options)

  /** With the hash it must have. */
  const checked = async (path: string, hash: string, signal?: AbortSignal): Promise<ArrayBuffer> => {
    const body = await bytes(path, signal)
    if (await sha256Of(body) !== hash) throw new EngineError('fact_hash', { file: path })
    return body
  }

  /** With the hash it must have, where that is known before. */
  const json = async (path: string, signal?: AbortSignal, hash: string | null = null): Promise<unknown> => {
    const body = await (hash === null ? bytes(path, signal) : checked(path, hash, signal))
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
    results: async (manifest, page, signal) => {
      const baked = manifest.results && Object.hasOwn(manifest.results, page) ? manifest.results[page] : undefined
      if (!baked) return []
      const path = `${encodeURIComponent(manifest.id)}/${encoded(baked.file)}`
      const bytes = await checked(path, baked.sha256, signal)
      await turn()
      return unpackResults(bytes, path, manifest.content)
    },
    checks: async (manifest, signal) => {
      const path = `${encodeURIComponent(manifest.id)}/${encoded(manifest.checksFile ?? 'checks.json')}`
      return readChecks(await json(path, signal), path, manifest.content)
    },
    fact: (id, file, signal) => bytes(`${encodeURIComponent(id)}/${encoded(file)}`, signal),
  }
}

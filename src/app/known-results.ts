import type { Manifest } from '../domain/manifest'
import type { ExtractReader } from '../engine/fetch-extract'
import type { KnownResult } from '../engine/packed-results'
import type { EngineSource } from '../engine/wasm-source'

export type FetchResults = (manifest: Manifest, page: string) => Promise<readonly KnownResult[]>

/** Each page's results are fetched once, whoever asks first; what failed is asked for again. */
export const fetchResultsOnce = (reader: Pick<ExtractReader, 'results'>): FetchResults => {
  const coming = new Map<string, Promise<readonly KnownResult[]>>()
  return (manifest, page) => {
    const key = `${manifest.content} ${page}`
    const known = coming.get(key) ?? reader.results(manifest, page)
    coming.set(key, known)
    known.catch(() => coming.delete(key))
    return known
  }
}

export interface KnownByPage {
  /** Brings what a page's likely questions are answered from; resolves when it is there or cannot be had. */
  of(page: string): Promise<void>
  /** Brings what the other pages have, one after the other. */
  ahead(): Promise<void>
}

/** Results that the extract's build computed, page by page. What does not come is computed by the engine: nobody misses it. */
export const knowResults = (fetchResults: FetchResults, manifest: Manifest, source: Pick<EngineSource, 'know'>, told: () => void): KnownByPage => {
  const known = new Set<string>()
  const bring = async (page: string): Promise<void> => {
    const results = await fetchResults(manifest, page)
    if (results.length === 0 || known.has(page)) return
    known.add(page)
    source.know(results)
    told()
  }
  const of = (page: string): Promise<void> => bring(page).catch(() => undefined)
  return {
    of,
    ahead: async () => {
      for (const page of Object.keys(manifest.results ?? {})) await of(page)
    },
  }
}

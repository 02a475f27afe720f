import type { Manifest } from '../domain/manifest'
import type { ExtractReader } from '../engine/fetch-extract'
import type { KnownResult } from '../engine/packed-results'
import type { EngineSource } from '../engine/wasm-source'

/** Fetches results before there is anybody to use them. */
export interface ResultsAhead {
  /** Begins to fetch; whoever takes them gets these. */
  fetch(manifest: Manifest, page: string): void
  /** What was fetched, else it is now; given away, so that what its taker lets go of is gone. */
  take(manifest: Manifest, page: string): Promise<readonly KnownResult[]>
}

export const createResultsAhead = (reader: Pick<ExtractReader, 'results'>): ResultsAhead => {
  const coming = new Map<string, Promise<readonly KnownResult[]>>()
  const keyOf = ({ content }: Manifest, page: string) => `${content} ${page}`
  return {
    fetch: (manifest, page) => {
      const results = reader.results(manifest, page)
      // Whoever takes them is told.
      results.catch(() => undefined)
      coming.set(keyOf(manifest, page), results)
    },
    take: (manifest, page) => {
      const key = keyOf(manifest, page)
      const results = coming.get(key) ?? reader.results(manifest, page)
      coming.delete(key)
      return results
    },
  }
}

export interface KnownByPage {
  /** Brings what a page's likely questions are answered from; resolves when it is there or cannot be had. */
  of(page: string): Promise<void>
  /** Brings what the other pages have, one after the other. */
  ahead(): Promise<void>
}

/** Results that the extract's build computed, page by page. What does not come is computed by the engine: nobody misses it. */
export const knowResults = (results: Pick<ResultsAhead, 'take'>, manifest: Manifest, source: Pick<EngineSource, 'know'>, told: () => void): KnownByPage => {
  const coming = new Map<string, Promise<void>>()
  const bring = async (page: string): Promise<void> => {
    const known = await results.take(manifest, page)
    if (known.length === 0) return
    source.know(known)
    told()
  }
  const of = (page: string): Promise<void> => {
    const known = coming.get(page) ?? bring(page).catch(() => void coming.delete(page))
    coming.set(page, known)
    return known
  }
  return {
    of,
    ahead: async () => {
      for (const page of Object.keys(manifest.results ?? {})) await of(page)
    },
  }
}

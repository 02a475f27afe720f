import type { Manifest } from '../domain/manifest'
import type { ExtractReader } from '../engine/fetch-extract'
import type { EngineSource } from '../engine/wasm-source'

export interface KnownByPage {
  /** Brings what a page's likely questions are answered from, once; resolves when it is there or cannot be had. */
  of(page: string): Promise<void>
  /** Brings what the other pages have, one after the other. */
  ahead(): Promise<void>
}

/** Results that the extract's build computed, page by page. What does not come is computed by the engine: nobody misses it. */
export const knowResults = (reader: Pick<ExtractReader, 'results'>, manifest: Manifest, source: Pick<EngineSource, 'know'>, told: () => void): KnownByPage => {
  const coming = new Map<string, Promise<void>>()
  const bring = async (page: string): Promise<void> => {
    const results = await reader.results(manifest, page)
    if (results.length === 0) return
    source.know(results)
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

import { readAnswers } from '../engine/extract-files'
import { readManifest } from '../engine/manifest-guard'
import type { Preload } from './create-app'

/** Id of the data block a baked page carries: the manifest and the answers it was painted from. */
export const preloadId = 'xieshang-preload'

/** What a baked page brought along; null where it brought nothing or what it brought cannot be trusted: then all is fetched. */
export const readPreload = (document: Pick<Document, 'getElementById'>): Preload | null => {
  const text = document.getElementById(preloadId)?.textContent
  if (!text) return null
  try {
    const block: unknown = JSON.parse(text)
    if (typeof block !== 'object' || block === null || !('manifest' in block) || !('answers' in block)) return null
    const manifest = readManifest(block.manifest, preloadId)
    return { manifest, answers: readAnswers(block.answers, preloadId, manifest.content).answers }
  } catch {
    return null
  }
}

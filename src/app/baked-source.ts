import type { Manifest } from '../domain/manifest'
import type { ExtractReader } from '../engine/fetch-extract'
import { createSnapshotSource } from '../engine/snapshot-source'
import type { Source } from '../engine/source'

export interface BakedSource extends Source {
  /** Fetches the files of the other pages too. What does not come now is asked for again when its page is shown. */
  fetchAhead(): Promise<void>
}

/** Answers from the extract's own files; each page's file is fetched when that page is first shown, or ahead. A page without a file has no baked answers. */
export const createBakedSource = (reader: Pick<ExtractReader, 'answers'>, manifest: Manifest, page: () => string): BakedSource => {
  const files = new Map<string, Promise<Source | null>>()

  const open = async (name: string): Promise<Source | null> => {
    const file = await reader.answers(manifest, name)
    return file ? createSnapshotSource(file) : null
  }

  const fileOf = (name: string): Promise<Source | null> => {
    const known = files.get(name) ?? open(name)
    files.set(name, known)
    // A file that could not be had is asked for again next time.
    known.catch(() => files.delete(name))
    return known
  }

  return {
    origin: 'baked',
    answer: async (questions, signal) => (await fileOf(page()))?.answer(questions, signal) ?? questions.map(() => null),
    fetchAhead: async () => {
      for (const name of Object.keys(manifest.answers)) await fileOf(name).catch(() => undefined)
    },
  }
}

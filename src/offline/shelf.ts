import { readPublication, type Publication } from '../engine/publication'

/** What is saved: files by what they hold, and the publications that are there as a whole. */
export interface Shelf {
  /** Newest first; only what was whole once. */
  kept(): Promise<readonly Publication[]>
  read(path: string, sha256: string): Promise<Response | undefined>
  write(path: string, sha256: string, response: Response): Promise<void>
  /** From now on this one is the newest. Called once its files are there: a reader gets all of a publication or none. */
  keep(publication: Publication): Promise<void>
  /** Takes away what no kept publication has. */
  sweep(): Promise<void>
}

/** As on the server, the one before stays for the tabs that were opened with it, until the next one comes. */
const mostKept = 2

/**
 * Files lie under their path and hash, so that what two publications share is saved once and an old file can never be
 * taken for a new one. Other sites of the same host have their own: names begin with the site's address.
 */
export const createShelf = (storage: CacheStorage, scope: string): Shelf => {
  const keyOf = (path: string, sha256: string) => new URL(`${encodeURIComponent(path)}?${sha256}`, scope).href
  const files = () => storage.open(`${scope} files`)
  const list = { cache: () => storage.open(`${scope} publications`), key: new URL('kept', scope).href }

  const kept = async (): Promise<readonly Publication[]> => {
    const saved = await (await list.cache()).match(list.key)
    if (!saved) return []
    // What another version of this worker wrote and this one cannot read counts as not there.
    try {
      return (await saved.json() as unknown[]).map(readPublication)
    } catch {
      return []
    }
  }

  return {
    kept,
    read: async (path, sha256) => (await files()).match(keyOf(path, sha256), { ignoreVary: true }),
    write: async (path, sha256, response) => (await files()).put(keyOf(path, sha256), response),
    keep: async (publication) => {
      const others = (await kept()).filter(({ id }) => id !== publication.id)
      const body = JSON.stringify([publication, ...others].slice(0, mostKept))
      await (await list.cache()).put(list.key, new Response(body, { headers: { 'Content-Type': 'application/json' } }))
    },
    sweep: async () => {
      const held = new Set((await kept()).flatMap((one) => Object.entries(one.files).map(([path, hash]) => keyOf(path, hash))))
      const cache = await files()
      for (const request of await cache.keys()) if (!held.has(request.url)) await cache.delete(request)
    },
  }
}

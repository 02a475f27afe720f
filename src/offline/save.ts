import { publicationFile, readingFiles, readPublication, type OfflineRequest, type Publication } from '../engine/publication'
import type { Addresses } from './addresses'
import { exactly, OtherContent } from './exact'
import type { Shelf } from './shelf'

export interface SaveTools {
  readonly shelf: Shelf
  readonly addresses: Addresses
  readonly fetch: typeof fetch
}

type Save = Extract<OfflineRequest, { ask: 'save' }>

/** Files fetched at a time: a page that is being read has the rest of the line. */
const lanes = 2

const getPublication = async ({ addresses, fetch: get }: SaveTools): Promise<Publication> =>
  readPublication(await (await get(addresses.addressOf(publicationFile), { cache: 'no-cache' })).json())

const saveFile = async ({ shelf, addresses, fetch: get }: SaveTools, path: string, sha256: string): Promise<void> => {
  if (await shelf.read(path, sha256)) return
  const ask = async (cache: RequestCache) => exactly(await get(addresses.addressOf(path), { cache, priority: 'low' }), sha256)
  // What the page has loaded the browser holds already; where it holds another file of that name, the server is asked.
  await shelf.write(path, sha256, await ask('default').catch((error: unknown) => {
    if (error instanceof OtherContent) return ask('reload')
    throw error
  }))
}

/** The engines that this reader's pages have used, now or before. */
const enginesOf = async ({ shelf, addresses }: SaveTools, publication: Publication, kept: readonly Publication[], loaded: readonly string[]): Promise<string[]> => {
  const paths = new Set(loaded.map(addresses.pathOf))
  const used = new Set<string>()
  for (const { engines, files } of [publication, ...kept])
    for (const [name, parts] of Object.entries(engines))
      for (const path of parts) if (paths.has(path) || await shelf.read(path, files[path] ?? '')) used.add(name)
  return [...used].flatMap((name) => publication.engines[name] ?? [])
}

const saveAll = async (tools: SaveTools, publication: Publication, paths: readonly string[]): Promise<void> => {
  const open = [...paths]
  const lane = async () => {
    for (let path = open.shift(); path !== undefined; path = open.shift()) await saveFile(tools, path, publication.files[path] ?? '')
  }
  const stop = (error: unknown) => {
    open.length = 0
    throw error
  }
  // Nothing is still on its way when this ends, also where it fails.
  const ends = await Promise.allSettled(Array.from({ length: lanes }, () => lane().catch(stop)))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

/**
 * Saves the publication that the site shows, all of it or, where any file does not come or is not the one it should be, none.
 * Whatever was saved before stays until then. Rejects where it is not saved.
 */
export const save = async (tools: SaveTools, { id, computing, loaded }: Save): Promise<void> => {
  const { shelf } = tools
  const kept = await shelf.kept()
  const publication = kept.find((one) => one.id === id) ?? await getPublication(tools)
  const more = computing ? [...publication.facts, ...await enginesOf(tools, publication, kept, loaded)] : []
  try {
    await saveAll(tools, publication, [...readingFiles(publication), ...more])
    await shelf.keep(publication)
    await shelf.sweep()
  } catch (error) {
    // Without room nothing is gained by what came so far; after a break of the line the next attempt goes on from it.
    if (error instanceof DOMException && error.name === 'QuotaExceededError') await shelf.sweep()
    throw error
  }
}

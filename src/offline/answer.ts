import { publicationFile, publicationHeader, type Publication } from '../engine/publication'
import { pageFile, type Addresses } from './addresses'
import { exactly } from './exact'
import type { Shelf } from './shelf'

export interface AnswerTools {
  readonly shelf: Shelf
  readonly addresses: Addresses
  readonly fetch: typeof fetch
  /** Lets work go on after the answer has been given. */
  readonly afterwards: (work: Promise<unknown>) => void
}

/** Milliseconds a page waits for the server to say what is published. */
const patience = 2_500

/** Names that change with the content: built files, and the versions of an extract. */
const hashed = /^assets\/|^extracts\/[^/]+\/[0-9a-f]{16}\//

/** What an extract's files are found by. Their names stay while what they hold changes. */
const leading = /^extracts\/(index|[^/]+\/manifest)\.json$/

const late = <T>(value: T): Promise<T> => new Promise((resolve) => { setTimeout(() => resolve(value), patience) })

/** Whether the server shows something else than what is saved; `unknown` where it cannot be reached or is in trouble. */
const shows = async ({ addresses, fetch: get }: AnswerTools, { id }: Publication): Promise<'saved' | 'other' | 'unknown'> => {
  const ask = async () => {
    const response = await get(addresses.addressOf(publicationFile), { cache: 'no-cache', redirect: 'manual' })
    if (response.status >= 500) return 'unknown'
    const told = await response.json().catch(() => null) as { readonly id?: unknown } | null
    return told?.id === id ? 'saved' : 'other'
  }
  return Promise.race([ask().catch(() => 'unknown' as const), late('unknown' as const)])
}

const savedFile = async ({ shelf }: AnswerTools, { files }: Publication, path: string): Promise<Response | undefined> => {
  const hash = files[path]
  return hash === undefined ? undefined : shelf.read(path, hash)
}

/**
 * Pages ask first, with one small file, whether what is saved is still what is published. These are numbers people report
 * with: whoever opens a page with a network must not read last month's for a while before being told. So the saved page comes
 * where it is the published one, which spares its download, or where nobody can be asked; a newer one comes from the server.
 * Either way all that page then asks for is of its own publication.
 */
const answerPage = async (tools: AnswerTools, request: Request, path: string): Promise<Response> => {
  const [newest] = await tools.shelf.kept()
  const saved = newest && await savedFile(tools, newest, pageFile(path))
  if (!newest || !saved) return tools.fetch(request)
  return await shows(tools, newest) === 'other' ? tools.fetch(request).catch(() => saved) : saved
}

/** From the very publication the page belongs to, if that one is saved; another one's is never put in its place. */
const answerLeading = async (tools: AnswerTools, request: Request, path: string): Promise<Response> => {
  const of = request.headers.get(publicationHeader)
  const own = (await tools.shelf.kept()).find(({ id }) => id === of)
  return (own && await savedFile(tools, own, path)) ?? tools.fetch(request)
}

const answerHashed = async (tools: AnswerTools, request: Request, path: string): Promise<Response> => {
  const kept = await tools.shelf.kept()
  const hash = kept.map(({ files }) => files[path]).find((one) => one !== undefined)
  if (hash === undefined) return tools.fetch(request)
  const saved = await tools.shelf.read(path, hash)
  if (saved) return saved
  const response = await tools.fetch(request)
  // Kept too, if it is the right file and there is room: an engine that was held back, an extract that was chosen.
  if (response.ok) tools.afterwards(exactly(response.clone(), hash).then((file) => tools.shelf.write(path, hash, file)).catch(() => undefined))
  return response
}

/** Icons and the like: nothing on a page depends on them. */
const answerOther = async (tools: AnswerTools, request: Request, path: string): Promise<Response> => {
  try {
    return await tools.fetch(request)
  } catch (error) {
    const [newest] = await tools.shelf.kept()
    const saved = newest && await savedFile(tools, newest, path)
    if (saved) return saved
    throw error
  }
}

type AnswerKind = (tools: AnswerTools, request: Request, path: string) => Promise<Response>

/** How a request is answered; null leaves it to the browser. */
export const kindOf = ({ method, mode, headers }: Pick<Request, 'method' | 'mode' | 'headers'>, path: string | null): AnswerKind | null => {
  if (path === null || method !== 'GET' || headers.has('Range') || path === publicationFile || path === 'sw.js') return null
  if (mode === 'navigate') return answerPage
  if (hashed.test(path)) return answerHashed
  return leading.test(path) ? answerLeading : answerOther
}

/** With storage that is blocked or broken, as if there were no worker. */
export const answer = (kind: AnswerKind, tools: AnswerTools, request: Request, path: string): Promise<Response> =>
  kind(tools, request, path).catch(() => tools.fetch(request))

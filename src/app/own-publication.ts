import { publicationFile, publicationHeader, readPublication, type Publication } from '../engine/publication'

/** The publication a page was written for. */
export interface OwnPublication {
  readonly id: string
  /** The default extract's; null where the site has none. */
  readonly content: string | null
}

/** Null for a page that is of no publication, as on the development server. */
export const ownPublication = (document: Document): OwnPublication | null => {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="publication"]')
  return meta && { id: meta.content, content: meta.dataset['content'] ?? null }
}

/** What the site shows now; null where the server's answer says nothing of it. Rejects where the server cannot be reached. */
export const askPublication = async (get: typeof fetch): Promise<Publication | null> => {
  const response = await get(publicationFile, { cache: 'no-cache' })
  if (response.status >= 500) throw new TypeError(String(response.status))
  try {
    return response.ok ? readPublication(await response.json()) : null
  } catch {
    return null
  }
}

const leading = /(^|\/)extracts\/(index|[^/]+\/manifest)\.json$/

/** Says with a request for a file whose name stays which publication the page is of: a saved copy of that one then answers. */
export const fetchOf = (own: OwnPublication | null): typeof fetch => (input, init) =>
  own && typeof input === 'string' && leading.test(input) ? fetch(input, { ...init, headers: { [publicationHeader]: own.id } }) : fetch(input, init)

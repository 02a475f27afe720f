import { checkSchema, listOf, nullable, recordOf, sha256, shape, text, count, isoDate } from './guard'

/** `publication.json`: everything a build and its extracts put before readers in one go. Written last, once all of it is there. */
export interface Publication {
  readonly schema: 1
  /** Changes with any of the files. */
  readonly id: string
  /** The default extract's `content` and the date of its data; null where there is no extract. */
  readonly content: string | null
  readonly asOf: string | null
  /** Every file by its path within the site, with the SHA-256 of what it holds. */
  readonly files: Readonly<Record<string, string>>
  /** The default extract's facts, which the engine alone reads. */
  readonly facts: readonly string[]
  /** What each engine is made of, by its name. */
  readonly engines: Readonly<Record<string, readonly string[]>>
  /** Files of other extracts than the default one. */
  readonly others: readonly string[]
}

export const publicationFile = 'publication.json'

/** On requests for files whose names stay while what they hold changes: which publication the page belongs to. */
export const publicationHeader = 'X-Publication'

const publication = shape<Publication>({
  schema: count, id: text, content: nullable(text), asOf: nullable(isoDate), files: recordOf(sha256),
  facts: listOf(text), engines: recordOf(listOf(text)), others: listOf(text),
})

/** Throws `newer_schema` or `shape`. */
export const readPublication = (value: unknown): Publication => {
  checkSchema(value, 1, publicationFile)
  publication(value, '', publicationFile)
  return value as Publication
}

/** What pages are read with: themselves, scripts, styles, manifests, answers. Without it nothing counts as saved. */
export const readingFiles = ({ files, facts, engines, others }: Publication): string[] => {
  const more = new Set([...facts, ...Object.values(engines).flat(), ...others])
  return Object.keys(files).filter((path) => !more.has(path))
}

/** What a page asks the service worker; it answers true or false through the port that comes along. */
export type OfflineRequest =
  | { readonly ask: 'has'; readonly id: string }
  | {
      readonly ask: 'save'
      /** The publication that the site shows now. */
      readonly id: string
      /** Whether the facts are to be saved too, and the engine that was loaded. */
      readonly computing: boolean
      /** Addresses of what the page has loaded. */
      readonly loaded: readonly string[]
    }

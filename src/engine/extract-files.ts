import type { Answer } from '../domain/answer'
import type { Bilingual } from '../domain/text'
import { EngineError } from './errors'
import { checkSchema, count, flag, isoDate, listOf, oneOf, recordOf, shape, text } from './guard'

/** One extract as the index offers it. */
export interface ExtractEntry {
  readonly id: string
  readonly title: Bilingual
  readonly asOf: string
  readonly synthetic: boolean
}

/** `extracts/index.json`: the first extract is the default. */
export interface ExtractIndex {
  readonly schema: 1
  readonly extracts: readonly ExtractEntry[]
}

/** `answers/<page>.json`: what the extract's build computed, by question key. */
export interface AnswersFile {
  readonly schema: 1
  /** The manifest's `content` these answers were computed from. */
  readonly extract: string
  readonly answers: Readonly<Record<string, Answer>>
}

const entry = shape<ExtractEntry>({ id: text, title: shape<Bilingual>({ zh: text, en: text }), asOf: isoDate, synthetic: flag })
const index = shape<ExtractIndex>({ schema: count, extracts: listOf(entry) })

const answers = shape<AnswersFile>({
  schema: count,
  extract: text,
  // Only the kind: the rest was written by the code that reads it, under the same schema number.
  answers: recordOf(shape<Pick<Answer, 'kind'>>({ kind: oneOf('measure', 'distribution', 'list', 'transition') })),
})

/** Throws `newer_schema` or `shape`. An index without extracts is fine: there is nothing to show yet. */
export const readIndex = (value: unknown, file: string): ExtractIndex => {
  checkSchema(value, 1, file)
  index(value, '', file)
  return value as ExtractIndex
}

/** Throws `newer_schema`, `shape`, or `other_extract` when the answers belong to other facts than the manifest's. */
export const readAnswers = (value: unknown, file: string, content: string): AnswersFile => {
  checkSchema(value, 1, file)
  answers(value, '', file)
  const read = value as AnswersFile
  if (read.extract !== content) throw new EngineError('other_extract', { file })
  return read
}

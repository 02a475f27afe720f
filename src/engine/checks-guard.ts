import { severities, type Checks, type Finding } from '../domain/checks'
import type { Revision, Revisions } from '../domain/revisions'
import { EngineError } from './errors'
import { checkSchema, count, finite, isoDate, listOf, nullable, oneOf, optional, recordOf, shape, text } from './guard'

const finding = shape<Finding>({
  rule: text, severity: oneOf(...severities), table: text, file: text, sheet: nullable(text), rows: listOf(count), count, zh: text, en: text,
})
const revision = shape<Revision>({ metric: text, members: optional(recordOf(nullable(text))), period: text, before: nullable(finite), after: nullable(finite) })
const revisions = shape<Revisions>({ since: isoDate, count, rows: listOf(revision) })
const checks = shape<Omit<Checks, 'revisions'>>({ schema: count, extract: text, checks: listOf(finding) })

/** Throws `newer_schema`, `shape`, or `other_extract`. A file written before revisions were kept has none. */
export const readChecks = (value: unknown, file: string, content: string): Checks => {
  checkSchema(value, 1, file)
  checks(value, '', file)
  const read = value as Partial<Pick<Checks, 'revisions'>> & Omit<Checks, 'revisions'>
  nullable(revisions)(read.revisions ?? null, 'revisions', file)
  if (read.extract !== content) throw new EngineError('other_extract', { file })
  return { ...read, revisions: read.revisions ?? null }
}

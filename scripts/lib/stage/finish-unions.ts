import type { Column, SourceTable } from '../../../src/domain/tables/table'
import type { Draft } from './intake'
import type { Knowledge } from './knowledge'
import { cellFlag, columnStep, type Step } from './steps'

/** A union's name that matches none may be a firm's: it is not kept. An id without digits is rare and loses nothing but its looks. */
const isName = (text: string): boolean => /\p{Script=Han}/u.test(text) && !/\d/.test(text)

/** Ids as the table of unions writes them; names of unions and committees become them. Without that table they stay as written. */
export const unionOf = (known: Knowledge, table: SourceTable, column: Column, text: string, draft: Draft): string => {
  if (known.unions === null) return text
  const found = known.unions.find(text)
  if (found.kind === 'id') return found.id
  draft.findings.push(cellFlag(table, column, `${found.kind}_union`, text))
  return isName(text) ? known.pseudonym('name', text) : text
}

export const unionSteps = (table: SourceTable, known: Knowledge): readonly Step[] => table.name === 'unions'
  ? []
  : columnStep(table, 'union_id', (text, draft, column) => unionOf(known, table, column, text, draft))

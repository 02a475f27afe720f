import { parseReferenceCsv } from './reference/csv'

/** Names of enterprises by the pseudonym an extract knows them by. */
export type Names = ReadonlyMap<string, string>

/** A name that a spreadsheet would run as a formula is written behind an apostrophe. */
const shown = (name: string): string => name.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '')

const columns = ['enterprise_id', 'name'] as const

/**
 * Reads the names file that extracting leaves beside the check report: `enterprise_id,name`, UTF-8. Throws
 * ReferenceTableError when it is another file.
 */
export const parseNames = (text: string): Names =>
  new Map(parseReferenceCsv('names', text.replace(/^\uFEFF/, ''), columns).map(({ cells }) => [cells.enterprise_id, shown(cells.name)]))

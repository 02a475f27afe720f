import { parseReferenceCsv } from './reference/csv'
import { unsafeText } from './safe-text'

/** Names of enterprises by the pseudonym an extract knows them by. */
export type Names = ReadonlyMap<string, string>

const columns = ['enterprise_id', 'name'] as const

/**
 * Reads the names file that extracting leaves beside the check report: `enterprise_id,name`, UTF-8. Throws
 * ReferenceTableError when it is another file.
 */
export const parseNames = (text: string): Names =>
  new Map(parseReferenceCsv('names', text.replace(/^\uFEFF/, ''), columns).map(({ cells }) => [cells.enterprise_id, unsafeText(cells.name)]))

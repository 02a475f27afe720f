import type { Cell } from '../../../scripts/lib/read/sheet'
import type { Reader } from '../../../scripts/lib/values/parsed'

/** The value read, or the word refused. */
export function outcome<T>(reader: Reader<T>, cell: Cell): T | null | 'refused' {
  const result = reader(cell)
  return result.ok ? result.value : 'refused'
}

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A published table: its name in a test's title, and the folder that holds it. */
export interface RealTable {
  readonly title: string
  readonly folder: string
  readonly isWhole: boolean
}

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/**
 * The excerpt in the fixtures, and the whole table where it lies beside the repository, of which it is no part: what is
 * claimed of it is proved on every machine.
 */
export const realTables = (excerpt: string, whole: string): readonly RealTable[] => {
  const folder = path(`../../../shared/real/${whole}`)
  return [
    { title: 'an excerpt', folder: path(`../fixtures/ledgers/${excerpt}`), isWhole: false },
    ...existsSync(folder) ? [{ title: 'the whole table', folder, isWhole: true }] : [],
  ]
}

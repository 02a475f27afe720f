import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Text of one of the repository's own reference tables. */
export const referenceText = (table: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../data/reference/${table}.csv`, import.meta.url)), 'utf8')

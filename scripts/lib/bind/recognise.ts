import type { SourceTable } from '../../../src/domain/tables/table'
import { headerKey } from './header-text'
import { laterTables } from './later-tables'

interface Named {
  readonly name: string
  readonly zh: string
}

export type Recognised =
  | { readonly kind: 'table', readonly table: SourceTable }
  | { readonly kind: 'later', readonly zh: string }
  | { readonly kind: 'ambiguous', readonly tables: readonly string[] }

const suffix = /(台账|表)$/

/** What a table may be called in a file's or sheet's name: canonical name, Chinese name, and that without 台账 or 表. */
const spellings = (table: Named): readonly string[] => {
  const zh = table.zh.replace(suffix, '')
  return [table.name, table.zh, ...(zh.length >= 2 ? [zh] : [])].map(headerKey)
}

interface Hit {
  readonly named: Named
  readonly length: number
}

const hitsIn = (text: string, named: readonly Named[]): readonly Hit[] => {
  const key = headerKey(text)
  return named
    .flatMap(one => spellings(one).filter(name => key.includes(name)).map(name => ({ named: one, length: name.length })))
    .sort((a, b) => b.length - a.length)
}

/** The table whose longest name occurs in a text; null when none does. */
export const recognise = (text: string, tables: readonly SourceTable[]): Recognised | null => {
  const [best, ...rest] = hitsIn(text, [...tables, ...laterTables])
  if (!best) return null
  const rivals = rest.filter(hit => hit.named !== best.named && hit.length === best.length)
  if (rivals.length > 0) return { kind: 'ambiguous', tables: [best, ...rivals].map(hit => hit.named.zh) }
  const table = tables.find(one => one.name === best.named.name)
  return table ? { kind: 'table', table } : { kind: 'later', zh: best.named.zh }
}

/** File name without folders and extension: the folder a file lies in does not say what it is. */
export const fileStem = (file: string): string => (file.split('/').pop() ?? file).replace(/\.[^.]+$/, '')

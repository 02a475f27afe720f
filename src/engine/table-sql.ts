import type { ManifestColumn } from '../domain/manifest'
import { EngineError } from './errors'

/** A column as a table is made with it. */
export type TableColumn = Pick<ManifestColumn, 'name' | 'type'>

/** Members of dimensions by dimension: texts that the engine keeps by number. */
export type Members = Readonly<Record<string, readonly string[]>>

const name = /^[a-z][a-z0-9_]*$/
const type = /^(?:BOOLEAN|INTEGER|UINTEGER|BIGINT|FLOAT|DOUBLE|DATE|VARCHAR|DECIMAL\(\d{1,2},\d{1,2}\))$/

/** Where members stand before types are made of them. */
export const membersTable = 'members'

const quoted = (id: string, table: string): string => {
  if (!name.test(id)) throw new EngineError('fact_column', { file: table, detail: id })
  return `"${id}"`
}

/** Makes a type of a dimension's members; groups of numbers are found without hashing texts. */
export const memberTypeSql = (dimension: string): string =>
  `CREATE TYPE ${quoted(`member_of_${dimension}`, membersTable)} AS ENUM (SELECT member FROM ${membersTable} WHERE dimension = '${quoted(dimension, membersTable).slice(1, -1)}' ORDER BY place)`

/** Makes an empty table as the manifest describes it. Throws `fact_column` for a name or a type that no fact has. */
export const tableSql = (table: string, columns: readonly TableColumn[], dimensions: ReadonlySet<string>): string => {
  const made = columns.map((column) => {
    if (!type.test(column.type)) throw new EngineError('fact_column', { file: table, detail: `${column.name} ${column.type}` })
    const kept = column.type === 'VARCHAR' && dimensions.has(column.name) ? quoted(`member_of_${column.name}`, table) : column.type
    return `${quoted(column.name, table)} ${kept}`
  })
  return `CREATE TABLE ${quoted(table, table)} (${made.join(', ')})`
}

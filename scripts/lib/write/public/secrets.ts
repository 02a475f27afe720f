import type { DuckDBConnection } from '@duckdb/node-api'
import { sourceTables } from '../../../../src/domain/tables'
import type { Staged } from '../../stage/staged'

/** Ids that are no secret: of institutions, of the catalogue, and of what is evaluated, which are places and unions among others. */
const toldIds: ReadonlySet<string> = new Set(['union_id', 'parent_union_id', 'metric_id', 'indicator_id', 'parent_id', 'unit_id'])

/** Every other id is one of a case, an enterprise, a person or a paper, and so is the number of a batch. */
export const isSecret = (column: string): boolean => column === 'case_group' || (column.endsWith('_id') && !toldIds.has(column))

const valuesOf = async (connection: DuckDBConnection, table: string, column: string): Promise<string[]> =>
  (await connection.runAndReadAll(`SELECT DISTINCT CAST("${column}" AS VARCHAR) FROM stage.${table} WHERE "${column}" IS NOT NULL`)).getRows().map(([value]) => String(value))

/** What of some ledgers must stand nowhere in public: names of enterprises, and the ids of whatever is somebody's. */
export const secretsOf = async ({ connection, names }: Pick<Staged, 'connection' | 'names'>): Promise<ReadonlySet<string>> => {
  const secrets = new Set([...names.keys(), ...names.values()])
  for (const { name, columns } of sourceTables)
    for (const column of columns.filter((one) => isSecret(one.name))) for (const value of await valuesOf(connection, name, column.name)) secrets.add(value)
  return secrets
}

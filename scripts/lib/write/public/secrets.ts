import type { DuckDBConnection } from '@duckdb/node-api'
import { sourceTables } from '../../../../src/domain/tables'
import type { Staged } from '../../stage/staged'

/** Ids of institutions and of the catalogue stand in public extracts; these are of cases, enterprises, and persons. */
const isSecret = (column: string): boolean => /^(dispute|enterprise|contract|ticket|event|letter|proposal|rep|lead|report|training|inspection|case)_id$|^(case_group|case_no|respondent|applicant|contact)/.test(column)

const valuesOf = async (connection: DuckDBConnection, table: string, column: string): Promise<string[]> =>
  (await connection.runAndReadAll(`SELECT DISTINCT CAST("${column}" AS VARCHAR) FROM stage.${table} WHERE "${column}" IS NOT NULL`)).getRows().map(([value]) => String(value))

/** What of some ledgers must stand nowhere in public: names of enterprises, and the ids of whatever is somebody's. */
export const secretsOf = async ({ connection, names }: Pick<Staged, 'connection' | 'names'>): Promise<ReadonlySet<string>> => {
  const secrets = new Set([...names.keys(), ...names.values()])
  for (const { name, columns } of sourceTables)
    for (const column of columns.filter((one) => isSecret(one.name))) for (const value of await valuesOf(connection, name, column.name)) secrets.add(value)
  return secrets
}

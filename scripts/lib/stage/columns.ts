import type { Column, SourceTable } from '../../../src/domain/tables/table'

/** Type of a contract column in the database. Money is decimal, so that its sums do not depend on their order. */
export const sqlType = (column: Column): string => {
  switch (column.type) {
    case 'int': return 'BIGINT'
    case 'decimal': return column.unit === 'CNY' ? 'DECIMAL(18,2)' : 'DOUBLE'
    case 'date':
    case 'month': return 'DATE'
    case 'datetime': return 'TIMESTAMP'
    case 'bool': return 'BOOLEAN'
    case 'enum':
    case 'text': return 'VARCHAR'
  }
}

/** Columns that may be stored: names and credit codes are used for matching and go no further. */
export const storedColumns = (table: SourceTable): readonly Column[] => table.columns.filter(column => column.raw !== true)

/** Where a row came from and its place among all rows of its table. */
export const originColumns = [
  { name: '_ord', type: 'BIGINT' },
  { name: '_source', type: 'INTEGER' },
  { name: '_row', type: 'BIGINT' },
  { name: '_parent', type: 'BIGINT' },
] as const

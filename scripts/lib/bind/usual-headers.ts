import type { Column, SourceTable } from '../../../src/domain/tables/table'

const committees = ['居民区', '居委', '所属居民区', '所在社区']

const has = (table: SourceTable, name: string): boolean => table.columns.some(column => column.name === name)

/**
 * Headers for places, unions and firms as ledgers usually write them where the contract names only the code: what stands
 * there is matched by name. A table with a column of its own for the name keeps that header for it.
 */
export const usualHeaders = (table: SourceTable, column: Column): readonly string[] => {
  if (table.name === 'areas' || table.name === 'unions') return []
  if (column.name === 'area_code') return committees
  if (column.name === 'union_id') return ['联合工会', '所属联合工会', '所属工会', '工会名称', ...(has(table, 'area_code') ? [] : committees)]
  if (column.name === 'enterprise_id' && !has(table, 'enterprise_name') && !has(table, 'name')) return ['企业名称', '单位名称', '用人单位', '统一社会信用代码', '信用代码']
  return []
}

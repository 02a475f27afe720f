import type { ListAnswer, ListValue } from '../answer'
import { valueAt } from '../columns'
import { factOf } from '../facts'
import { caseListOf } from '../lists/index'
import type { Manifest } from '../manifest'
import type { MissingReason } from '../missing'
import { monthOfDate } from '../period'
import type { ListQuestion } from '../question'
import type { Columns, Statement } from '../plan'
import { filterSql, namesOf } from './leg'
import { join, sql, toStatement } from './sql'

const gapOfList = (question: ListQuestion, manifest: Manifest): MissingReason | null => {
  const list = caseListOf(question.list)
  const held = manifest.facts[list.fact]?.columns
  const fact = factOf(list.fact)
  for (const { dimension } of question.where) if (!fact.dimensions.includes(dimension)) return 'not_split'
  const wanted = [...list.columns.map((c) => c.name), ...list.flags]
  if (wanted.some((name) => !held?.some((c) => c.name === name))) return 'not_in_extract'
  return held?.find((c) => c.name === 'n')?.recorded ? null : 'not_recorded'
}

const statementOf = (question: ListQuestion, asOf: string): Statement => {
  const list = caseListOf(question.list)
  const { table, column } = namesOf(factOf(list.fact))
  const select = list.columns.map((c) => sql`CAST(${column(c.name)} AS VARCHAR) AS ${column(c.name)}`)
  const flagged = join(list.flags.map((flag) => sql`${column(flag)} > 0`), ' OR ')
  const axis = list.state === undefined ? undefined : factOf(list.fact).axes[list.state]
  const conditions = [sql`(${flagged})`, ...(axis ? [sql`${column(axis.month)} = ${monthOfDate(asOf)}`] : []), ...question.where.map((f) => filterSql(f, column(f.dimension)))]
  return toStatement(list.fact, sql`SELECT ${join(select, ', ')} FROM ${table} WHERE ${join(conditions, ' AND ')} ORDER BY ${join(list.order.map(column), ', ')}`)
}

const rowsOf = (result: Columns | undefined, columns: readonly string[]): ListValue[][] =>
  Array.from({ length: result?.rows ?? 0 }, (_, row) => columns.map((name) => valueAt(result?.columns[name], row)))

/** A list of cases at the as-of date; the period does not narrow it. */
export const planList = (question: ListQuestion, manifest: Manifest): { statements: Statement[]; answer(result: Columns | undefined): ListAnswer } => {
  const missing = gapOfList(question, manifest)
  const columns = caseListOf(question.list).columns.map((c) => c.name)
  return {
    statements: missing ? [] : [statementOf(question, manifest.asOf)],
    answer: (result) => ({ kind: 'list', columns, rows: rowsOf(result, columns), missing }),
  }
}

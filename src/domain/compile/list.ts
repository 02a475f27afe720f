import type { ListAnswer, ListValue } from '../answer'
import { valueAt } from '../columns'
import { factOf } from '../facts'
import { caseListOf } from '../lists/index'
import type { Manifest } from '../manifest'
import type { MissingReason } from '../missing'
import { monthOfDate } from '../period'
import type { DimensionId, ListQuestion } from '../question'
import type { Columns, Statement } from '../plan'
import { dimensionColumn, rowsThatPass } from './kept-rows'
import { filterSql, namesOf } from './leg'
import { isKept, keptDimensions, type Reuse } from './reuse'
import { join, sql, toStatement, type Sql } from './sql'

const gapOfList = (question: ListQuestion, manifest: Manifest): MissingReason | null => {
  const list = caseListOf(question.list)
  const kept = manifest.facts[list.fact]
  const held = kept?.columns
  const fact = factOf(list.fact)
  for (const { dimension } of question.where) if (!fact.dimensions.includes(dimension)) return 'not_split'
  const wanted = [...list.columns.map((c) => c.name), ...list.flags]
  // A row of a pooled fact is no single case, also where the list names only columns that it keeps.
  if (kept?.pooled !== undefined || wanted.some((name) => !held?.some((c) => c.name === name))) return 'not_in_extract'
  return held?.find((c) => c.name === 'n')?.recorded ? null : 'not_recorded'
}

/** Rows come in the list's order; columns are its own, and d_… the dimensions by which a kept list is narrowed. */
const statementOf = (question: ListQuestion, asOf: string, kept: readonly DimensionId[] | null): Statement => {
  const list = caseListOf(question.list)
  const { table, column } = namesOf(factOf(list.fact))
  const select = [
    ...list.columns.map((c) => sql`CAST(${column(c.name)} AS VARCHAR) AS ${column(c.name)}`),
    ...(kept ?? []).map((id): Sql => ({ text: `${column(id).text} AS ${dimensionColumn(id)}`, parameters: [] })),
  ]
  const flagged = join(list.flags.map((flag) => sql`${column(flag)} > 0`), ' OR ')
  const axis = list.state === undefined ? undefined : factOf(list.fact).axes[list.state]
  const narrowed = kept ? [] : question.where.map((f) => filterSql(f, column(f.dimension)))
  const conditions = [sql`(${flagged})`, ...(axis ? [sql`${column(axis.month)} = ${monthOfDate(asOf)}`] : []), ...narrowed]
  const statement = toStatement(list.fact, sql`SELECT ${join(select, ', ')} FROM ${table} WHERE ${join(conditions, ' AND ')} ORDER BY ${join(list.order.map(column), ', ')}`)
  return kept ? { ...statement, kept: true } : statement
}

/** A list of cases at the as-of date; the period does not narrow it. */
export const planList = (question: ListQuestion, manifest: Manifest, reuse: Reuse): { statements: Statement[]; answer(result: Columns | undefined): ListAnswer } => {
  const missing = gapOfList(question, manifest)
  const { fact, columns: shown } = caseListOf(question.list)
  const columns = shown.map((c) => c.name)
  const kept = missing === null && isKept(fact, manifest, reuse) ? keptDimensions(fact, manifest, question.where) : null
  const rowsOf = (result: Columns): ListValue[][] => {
    const passing = rowsThatPass(kept ? question.where : [], result)?.slice().sort()
    return [...(passing ?? Array(result.rows).keys())].map((row) => columns.map((name) => valueAt(result.columns[name], row)))
  }
  return {
    statements: missing ? [] : [statementOf(question, manifest.asOf, kept)],
    answer(result) {
      // A list that never came must not read like one without cases.
      if (missing === null && !result) throw new Error(`The list ${question.list} has no result`)
      return { kind: 'list', columns, rows: result ? rowsOf(result) : [], missing }
    },
  }
}

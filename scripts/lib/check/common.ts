import type { Rule } from './rule'

/** A date after the day up to which the data reaches. */
export const afterAsOf = (table: string, column: string, zh: string): Rule => ({
  id: `${table}.${column}.after_as_of`,
  table,
  severity: 'flag',
  column,
  zh: `${zh}晚于数据截止日`,
  en: `${column} lies after the as-of date`,
  where: `${column}::DATE > getvariable('as_of')::DATE`,
})

/** True for a row that names something which another ledger, where there is one, does not hold. */
export const unknownIn = (other: string, key: string, column: string = key): string =>
  `t.${column} IS NOT NULL AND EXISTS (SELECT 1 FROM work.${other}) AND NOT EXISTS (SELECT 1 FROM work.${other} o WHERE o.${key} = t.${column})`

interface Reference {
  readonly table: string
  readonly column: string
  readonly other: string
  /** Column of the other ledger; the same name where absent. */
  readonly key?: string
  readonly severity: Rule['severity']
  readonly zh: string
  readonly en: string
}

/** A row must name something that another ledger holds; silent where there is no such ledger. */
export const mustExist = ({ table, column, other, key = column, severity, zh, en }: Reference): Rule =>
  ({ id: `${table}.${column}.orphan`, table, severity, column, zh, en, where: unknownIn(other, key, column) })

/** Two dates shown in their order. */
export const pair = (a: string, b: string): string => `concat_ws(' → ', ${a}, ${b})`

/** `a` of `b`. */
export const ofTotal = (a: string, b: string): string => `concat_ws(' / ', ${a}, ${b})`

/** A column that no source records counts as nothing; one that is recorded and blank in a row leaves the sum unknown. */
export const counted = (table: string, name: string): string =>
  `CASE WHEN list_contains(getvariable('recorded'), '${table}.${name}') THEN t.${name} ELSE 0 END`

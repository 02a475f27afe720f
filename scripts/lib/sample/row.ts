/** A row by contract column: days for dates, minutes since 1970 for times, canonical values for enums. */
export type Value = string | number | boolean | null

export type Row = Readonly<Record<string, Value>>

/** Rows of several tables by the name of their table. */
export type Tables = ReadonlyMap<string, readonly Row[]>

import { EngineError } from './errors'

/** Checks a value read from a file; throws a `shape` error that names the path of what is wrong. */
export type Check = (value: unknown, path: string, file: string) => void

const wrong = (path: string, file: string, detail: string): never => {
  throw new EngineError('shape', { file, path: path || '$', detail })
}

const when = (test: (value: unknown) => boolean, expected: string): Check => (value, path, file) => {
  if (!test(value)) wrong(path, file, expected)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const text = when((value) => typeof value === 'string', 'a text')
export const flag = when((value) => typeof value === 'boolean', 'true or false')
export const count = when((value) => Number.isSafeInteger(value) && (value as number) >= 0, 'a whole number from 0')
export const finite = when((value) => Number.isFinite(value), 'a number')
export const sha256 = when((value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value), '64 hexadecimal digits')
export const isoDate = when((value) => typeof value === 'string' && isCalendarDate(value), 'a date like 2025-12-31')

const isCalendarDate = (value: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

/** A file inside the extract's folder: no way up, no other place. */
export const localFile = when(
  (value) => typeof value === 'string' && !/[\\:?#]/.test(value) && value.split('/').every((part) => !['', '.', '..'].includes(part)),
  'a file inside the extract',
)

export const oneOf = (...values: readonly unknown[]): Check => when((value) => values.includes(value), values.map(String).join(' / '))

export const nullable = (check: Check): Check => (value, path, file) => {
  if (value !== null) check(value, path, file)
}

/** For what older files do not hold. */
export const optional = (check: Check): Check => (value, path, file) => {
  if (value !== undefined) check(value, path, file)
}

export const listOf = (check: Check): Check => (value, path, file) => {
  if (!Array.isArray(value)) return wrong(path, file, 'a list')
  value.forEach((item, i) => check(item, `${path}[${i}]`, file))
}

export const recordOf = (check: Check): Check => (value, path, file) => {
  if (!isRecord(value)) return wrong(path, file, 'an object')
  for (const [key, item] of Object.entries(value)) check(item, path ? `${path}.${key}` : key, file)
}

/**
 * An object with at least the keys of a type, so that type and check cannot drift apart; more are let through, so that a
 * later field does not break an older page.
 */
export const shape = <T>(checks: { readonly [K in keyof T]-?: Check }): Check => (value, path, file) => {
  if (!isRecord(value)) return wrong(path, file, 'an object')
  for (const [key, check] of Object.entries<Check>(checks)) check(value[key], path ? `${path}.${key}` : key, file)
}

/** The schema number comes first: a file of a later format is called newer, not wrong. */
export const checkSchema = (value: unknown, known: number, file: string): void => {
  const schema = isRecord(value) ? value.schema : undefined
  if (typeof schema === 'number' && schema > known) throw new EngineError('newer_schema', { file, detail: String(schema) })
  if (schema !== known) wrong('schema', file, String(known))
}

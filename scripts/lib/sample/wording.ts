import { enumValues, type EnumId } from '../../../src/domain/enums'
import { sourceTables } from '../../../src/domain/tables'
import type { Random } from './random'

/** Every Chinese header of a column: its own, then what clerks also write. Throws for a column the contract lacks. */
export const headersOf = (table: string, column: string): readonly string[] => {
  const found = sourceTables.find((t) => t.name === table)?.columns.find((c) => c.name === column)
  if (found === undefined) throw new Error(`no column ${table}.${column}`)
  return [...new Set([found.zh, ...(found.alsoWritten ?? [])])]
}

export const headerOf = (table: string, column: string): string => headersOf(table, column)[0] ?? column

const formsOf = (id: EnumId, value: string): readonly string[] => {
  const found = enumValues(id).find((v) => v.value === value)
  if (found === undefined) throw new Error(`no value ${id}.${value}`)
  return [found.zh, ...(found.also ?? [])]
}

/** The label proper. */
export const labelOf = (id: EnumId, value: string): string => formsOf(id, value)[0] ?? value

const unambiguousForms = (id: EnumId, value: string): readonly string[] => {
  const others = new Set(enumValues(id).filter((v) => v.value !== value).flatMap((v) => formsOf(id, v.value)))
  return formsOf(id, value).filter((form) => !others.has(form))
}

const cache = new Map<string, readonly string[]>()

/** The label as some clerk writes it: mostly the label proper, else another form that means nothing else. */
export const clerksLabel = (random: Random, id: EnumId, value: string): string => {
  const key = `${id}.${value}`
  const forms = cache.get(key) ?? unambiguousForms(id, value)
  cache.set(key, forms)
  return random.chance(0.65) || forms.length === 0 ? labelOf(id, value) : random.pick(forms)
}

import type { SchemaElement } from 'hyparquet'
import { EngineError } from './errors'

/** How a Parquet column is carried in Arrow. */
export type Kind =
  | { readonly kind: 'text' | 'boolean' | 'int32' | 'uint32' | 'int64' | 'float' | 'double' | 'date' }
  | { readonly kind: 'decimal'; readonly precision: number; readonly scale: number }

const small = [undefined, 'INT_8', 'INT_16', 'INT_32', 'UINT_8', 'UINT_16']

const decimalOf = (element: SchemaElement): Kind => ({
  kind: 'decimal',
  precision: element.precision ?? 18,
  scale: element.scale ?? 0,
})

const int32Of = (converted: string | undefined): Kind | null => {
  if (converted === 'DATE') return { kind: 'date' }
  if (converted === 'UINT_32') return { kind: 'uint32' }
  return small.includes(converted) ? { kind: 'int32' } : null
}

const int64Of = (element: SchemaElement): Kind | null =>
  element.logical_type?.type === 'TIMESTAMP' || !['INT_64', undefined].includes(element.converted_type) ? null : { kind: 'int64' }

const plainKind = (element: SchemaElement): Kind | null => {
  const converted = element.converted_type
  if (converted === 'DECIMAL' && element.type !== 'BYTE_ARRAY') return decimalOf(element)
  switch (element.type) {
    case 'BYTE_ARRAY': return converted === 'UTF8' || element.logical_type?.type === 'STRING' ? { kind: 'text' } : null
    case 'BOOLEAN': return { kind: 'boolean' }
    case 'INT32': return int32Of(converted)
    case 'INT64': return int64Of(element)
    case 'FLOAT': return { kind: 'float' }
    case 'DOUBLE': return { kind: 'double' }
    default: return null
  }
}

/** Throws `fact_column` for a column that no fact has: nested, binary, timestamps, unsigned 64 bit. */
export const kindOf = (element: SchemaElement, file: string): Kind => {
  const kind = element.num_children || element.repetition_type === 'REPEATED' ? null : plainKind(element)
  if (kind) return kind
  const type = [element.type, element.converted_type, element.logical_type?.type].filter(Boolean).join(' ')
  throw new EngineError('fact_column', { file, detail: `${element.name} ${type}` })
}

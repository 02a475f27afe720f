import type { Columns, Numbers, Statement, Texts } from '../domain/plan'
import { EngineError } from './errors'
import { checkSchema, count, listOf, oneOf, shape, text } from './guard'

/** The result of a statement that was run before anybody asked. */
export interface KnownResult {
  readonly statement: Statement
  readonly result: Columns
}

/** Results of one extract: `extract` is the manifest's `content` they were computed from. */
export interface KnownResults {
  readonly extract: string
  readonly results: readonly KnownResult[]
}

const arrays = { u1: Uint8Array, u2: Uint16Array, u4: Uint32Array, i1: Int8Array, i2: Int16Array, i4: Int32Array, f8: Float64Array } as const
type Width = keyof typeof arrays
type Packed = InstanceType<(typeof arrays)[Width]>

/** A column in the file: what stands in its bytes, and from where on after the header. */
type ColumnEntry =
  | { readonly name: string; readonly width: Width; readonly at: number; readonly words: readonly (string | null)[] }
  /** `gap`: the number that says that there is none. */
  | { readonly name: string; readonly width: Width; readonly at: number; readonly gap?: number }

interface ResultEntry {
  readonly statement: Statement
  readonly rows: number
  readonly columns: readonly ColumnEntry[]
}

interface Header {
  readonly schema: 1
  readonly extract: string
  readonly results: readonly ResultEntry[]
}

/** Every array begins at a multiple of it, so that it can be read in place. */
const step = 8

const roundUp = (size: number): number => Math.ceil(size / step) * step

const codeWidth = (words: number): Width => (words <= 0x100 ? 'u1' : words <= 0x10000 ? 'u2' : 'u4')

const signed = [['i1', 0x7f], ['i2', 0x7fff], ['i4', 0x7fffffff]] as const

/** Whole numbers as narrow as they fit, with one number to spare for «none»; others as they are. */
const packNumbers = ({ values }: Numbers): { width: Width; packed: Packed; gap?: number } => {
  const all = Float64Array.from(values)
  let most = 0
  for (const value of all) {
    if (Number.isNaN(value)) continue
    // −0 would come back as 0.
    if (!Number.isInteger(value) || Object.is(value, -0)) return { width: 'f8', packed: all }
    most = Math.max(most, Math.abs(value))
  }
  const fitting = signed.find(([, limit]) => most <= limit)
  if (!fitting) return { width: 'f8', packed: all }
  const [width, limit] = fitting
  const gap = -limit - 1
  const hasGap = all.some(Number.isNaN)
  return { width, packed: arrays[width].from(hasGap ? all.map((value) => (Number.isNaN(value) ? gap : value)) : all), ...(hasGap ? { gap } : {}) }
}

/** The file of some results; the same bytes for the same results. */
export const packResults = ({ extract, results }: KnownResults): Uint8Array<ArrayBuffer> => {
  const bodies: Packed[] = []
  let size = 0
  const place = (packed: Packed): number => {
    const at = size
    bodies.push(packed)
    size += roundUp(packed.byteLength)
    return at
  }
  const entry = (name: string, column: Numbers | Texts): ColumnEntry => {
    if (column.kind === 'texts') {
      const width = codeWidth(column.words.length)
      return { name, width, at: place(arrays[width].from(column.codes)), words: column.words }
    }
    const { packed, ...held } = packNumbers(column)
    return { name, ...held, at: place(packed) }
  }
  const header: Header = {
    schema: 1,
    extract,
    results: results.map(({ statement, result }) => ({ statement, rows: result.rows, columns: Object.entries(result.columns).map(([name, column]) => entry(name, column)) })),
  }
  const head = new TextEncoder().encode(JSON.stringify(header))
  const start = roundUp(4 + head.length)
  const file = new Uint8Array(start + size)
  new DataView(file.buffer).setUint32(0, head.length, true)
  file.set(head, 4)
  let at = start
  for (const { buffer, byteOffset, byteLength } of bodies) {
    file.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += roundUp(byteLength)
  }
  return file
}

/** What stands in a file under the same schema number was written by the code that reads it: only the frame is checked. */
const column = shape<{ name: string; width: Width; at: number }>({ name: text, width: oneOf(...Object.keys(arrays)), at: count })
const statement = shape<Pick<Statement, 'sql' | 'parameters' | 'reads'>>({ sql: text, parameters: listOf(() => undefined), reads: listOf(text) })
const header = shape<Header>({ schema: count, extract: text, results: listOf(shape<ResultEntry>({ statement, rows: count, columns: listOf(column) })) })

const headerIn = (file: ArrayBuffer, name: string): { head: Header; start: number } => {
  const length = file.byteLength >= 4 ? new DataView(file).getUint32(0, true) : Infinity
  if (length > file.byteLength - 4) throw new EngineError('shape', { file: name, path: '$', detail: `${String(length)} > ${String(file.byteLength)}` })
  let head: unknown
  try {
    head = JSON.parse(new TextDecoder().decode(new Uint8Array(file, 4, length)))
  } catch (error) {
    throw new EngineError('not_json', { file: name }, error)
  }
  checkSchema(head, 1, name)
  header(head, '', name)
  return { head: head as Header, start: roundUp(4 + length) }
}

const withGaps = (values: Packed, gap: number): Float64Array => {
  const found = new Float64Array(values.length)
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? NaN
    found[row] = value === gap ? NaN : value
  }
  return found
}

/**
 * The results in a file, their columns read in place. Throws `newer_schema`, `not_json` or `shape`, or `other_extract` when
 * they belong to other facts than the manifest's.
 */
export const unpackResults = (file: ArrayBuffer, name: string, content: string): KnownResult[] => {
  const { head, start } = headerIn(file, name)
  if (head.extract !== content) throw new EngineError('other_extract', { file: name })
  const columnOf = (entry: ColumnEntry, rows: number): Numbers | Texts => {
    const held = arrays[entry.width]
    const at = start + entry.at
    if (at % step !== 0 || at + rows * held.BYTES_PER_ELEMENT > file.byteLength) throw new EngineError('shape', { file: name, path: entry.name, detail: `${String(rows)} rows` })
    const values = new held(file, at, rows)
    if ('words' in entry) return { kind: 'texts', codes: values, words: entry.words }
    return { kind: 'numbers', values: entry.gap === undefined ? values : withGaps(values, entry.gap) }
  }
  return head.results.map((one) => ({
    statement: one.statement,
    result: { rows: one.rows, columns: Object.fromEntries(one.columns.map((entry) => [entry.name, columnOf(entry, one.rows)])) },
  }))
}

import type { Bilingual } from '../../../src/domain/text'
import type { Cell } from '../read/sheet'

/** What a cell says: a value, nothing recorded (null), or why it cannot be read. */
export type Parsed<T> =
  | { readonly ok: true, readonly value: T | null }
  | { readonly ok: false, readonly why: Bilingual }

/** Reads one cell. Made once per column, called for every row. */
export type Reader<T> = (cell: Cell) => Parsed<T>

export const nothing: { readonly ok: true, readonly value: null } = { ok: true, value: null }

export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value })

const SHOWN = 40

/** A refusal that says what was read and what is expected. */
export function refused(cell: Cell, zh: string, en: string): { readonly ok: false, readonly why: Bilingual } {
  const shown = shorten(String(cell))
  return { ok: false, why: { zh: `读到“${shown}”，应为${zh}。`, en: `Read "${shown}", expected ${en}.` } }
}

const shorten = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text)

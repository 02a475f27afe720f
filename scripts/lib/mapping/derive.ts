import type { Arithmetic } from '../bind/binding'
import type { DeriveMapping } from './schema'

export interface Derivation {
  readonly arithmetic: Arithmetic
  /** Headers of the file, or numbers. */
  readonly operands: readonly (string | number)[]
}

const kinds: readonly Arithmetic[] = ['add', 'subtract', 'multiply', 'divide']

/** The one calculation that an entry states; null where it states none or several. */
export const derivation = (made: DeriveMapping): Derivation | null => {
  const given = kinds.flatMap((arithmetic): readonly Derivation[] => {
    const operands = made[arithmetic]
    return operands === undefined ? [] : [{ arithmetic, operands }]
  })
  return given.length === 1 ? given[0] ?? null : null
}

import type { SizeRule } from '../../../src/domain/reference/size-rule'
import type { Secrets } from '../match/key'
import type { Place, PlaceBook } from '../match/places'
import type { FirmNaming, FirmRegister, RegisteredFirm } from '../match/register'
import type { UnionBook } from '../match/unions'

/** What is known of the street while its ledgers are read, in the order in which they depend on each other. */
export interface Knowledge extends Secrets {
  readonly sizeRules: readonly SizeRule[]
  readonly placesAsNamed: boolean
  readonly industriesAsNamed: boolean
  /** From the table of areas, else from the reference table. Replaced once the areas are read. */
  places: PlaceBook
  /** Whether a code is one of the places known; true where none are known for its street. */
  isListed: (code: string) => boolean
  /** Enterprises read so far with the place of their row, then the register made of those that were kept. */
  readonly firms: { readonly ord: number, readonly naming: FirmNaming, readonly firm: RegisteredFirm }[]
  register: FirmRegister | null
  /** Names of the enterprises kept, by pseudonym. */
  names: ReadonlyMap<string, string>
  /** Made once the unions are read; null where no ledger lists them. */
  unions: UnionBook | null
}

/**
 * Judges codes by the source's own table of areas; without one by the reference table, and there only in streets whose
 * committees it lists.
 */
export const listedPlaces = (places: readonly Place[], isOwnTable: boolean): ((code: string) => boolean) => {
  const codes = new Set(places.flatMap(place => [place.code, place.code.slice(0, 9), place.code.slice(0, 6), place.code.slice(0, 2)]))
  const streets = new Set(places.filter(place => place.level === 'committee').map(place => place.code.slice(0, 9)))
  return code => codes.has(code) || (!isOwnTable && !streets.has(code.slice(0, 9)))
}

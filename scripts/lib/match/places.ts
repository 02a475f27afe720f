import { normaliseCommitteeName } from '../../../src/domain/reference/committee-name'
import { memo } from './memo'

export interface Place {
  readonly code: string
  readonly name: string
  readonly level: string
}

export type PlaceMatch =
  | { readonly kind: 'code', readonly code: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous', readonly codes: readonly string[] }

/** Turns what a ledger writes for a place into its code. */
export interface PlaceBook {
  /** Nine digits, or null where the places lie in several streets. */
  readonly street: string | null
  readonly find: (text: string) => PlaceMatch
  readonly has: (code: string) => boolean
}

const codePattern = /^(?:\d{2}|\d{6}|\d{9}|\d{12})$/

const singleStreet = (places: readonly Place[]): string | null => {
  const streets = places.filter(place => place.level === 'subdistrict').map(place => place.code)
  const prefixes = streets.length > 0 ? streets : [...new Set(places.filter(place => place.level === 'committee').map(place => place.code.slice(0, 9)))]
  return prefixes.length === 1 ? prefixes[0] ?? null : null
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

/**
 * Places by code or by name. A committee's name is looked up within the street (given, or the only one there is) and
 * never across streets: names repeat. Codes are taken as they are; whether they exist is a check of its own.
 */
export const placeBook = (places: readonly Place[], givenStreet: string | null): PlaceBook => {
  const street = givenStreet ?? singleStreet(places)
  const codes = new Set(places.map(place => place.code))
  const byName = new Map<string, string[]>()
  const add = (name: string, code: string): void => {
    const known = byName.get(name)
    if (!known) byName.set(name, [code])
    else if (!known.includes(code)) known.push(code)
  }
  for (const place of places) {
    if (place.level === 'committee') {
      if (street === null || place.code.startsWith(street)) add(normaliseCommitteeName(place.name), place.code)
    } else add(plain(place.name), place.code)
  }
  const find = memo((text: string): PlaceMatch => {
    const tidy = plain(text)
    // Excel drops a code's format: 310106022001.0 is the same code.
    const code = tidy.replace(/\.0+$/, '')
    if (codePattern.test(code)) return { kind: 'code', code }
    const found = byName.get(tidy) ?? byName.get(normaliseCommitteeName(text)) ?? []
    if (found.length > 1) return { kind: 'ambiguous', codes: found }
    return found[0] === undefined ? { kind: 'unknown' } : { kind: 'code', code: found[0] }
  })
  return { street, find, has: code => codes.has(code) }
}

/** The street that a text names (a file's name, a title row), or null when it names none or several. */
export const streetNamed = (texts: readonly string[], places: readonly Place[]): string | null => {
  const named = places.filter(place => place.level === 'subdistrict' && texts.some(text => plain(text).includes(plain(place.name))))
  return named.length === 1 ? named[0]?.code ?? null : null
}

import { normaliseCommitteeName } from '../../../src/domain/reference/committee-name'
import { memo } from './memo'
import type { PlaceBook } from './places'

export interface NamedUnion {
  readonly id: string
  readonly name: string
  readonly level: string
  readonly area: string
}

export type UnionMatch =
  | { readonly kind: 'id', readonly id: string }
  | { readonly kind: 'unknown' | 'ambiguous' }

/** Turns what a ledger writes for a union into its id. */
export interface UnionBook {
  readonly find: (text: string) => UnionMatch
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s\p{P}\p{S}]/gu, '')

const indexBy = (unions: readonly NamedUnion[], key: (union: NamedUnion) => string): ReadonlyMap<string, readonly string[]> => {
  const map = new Map<string, string[]>()
  for (const union of unions) map.set(key(union), [...map.get(key(union)) ?? [], union.id])
  return map
}

const inStreet = (unions: readonly NamedUnion[], street: string | null): readonly NamedUnion[] =>
  street === null ? unions : unions.filter(union => union.area.startsWith(street))

/**
 * Unions by id, by their own name, by the committee they belong to (大统居民区, 大统居委会) and by its code. A committee's
 * name stands for its joint union, and only within the street.
 */
export const unionBook = (unions: readonly NamedUnion[], places: PlaceBook): UnionBook => {
  const ids = new Set(unions.map(union => union.id))
  const joint = inStreet(unions.filter(union => union.level === 'joint'), places.street)
  const looked = [
    { index: indexBy(unions, union => plain(union.name)), key: plain },
    { index: indexBy(joint, union => normaliseCommitteeName(union.name)), key: normaliseCommitteeName },
    { index: indexBy(joint, union => union.area), key: (text: string) => areaOf(places, text) },
  ]
  const find = memo((text: string): UnionMatch => {
    if (ids.has(text)) return { kind: 'id', id: text }
    const found = looked.map(({ index, key }) => index.get(key(text)) ?? []).find(list => list.length > 0) ?? []
    if (found.length > 1) return { kind: 'ambiguous' }
    return found[0] === undefined ? { kind: 'unknown' } : { kind: 'id', id: found[0] }
  })
  return { find }
}

const areaOf = (places: PlaceBook, text: string): string => {
  const found = places.find(text)
  return found.kind === 'code' ? found.code : ''
}

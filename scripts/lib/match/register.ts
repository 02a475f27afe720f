import { normaliseCreditCode } from '../../../src/domain/reference/credit-code'
import { normaliseFirmName } from '../../../src/domain/reference/firm-name'
import type { Pseudonym } from './key'
import { memo } from './memo'

/** How a ledger names a firm; each may be missing. */
export interface FirmNaming {
  readonly id: string | null
  readonly uscc: string | null
  readonly name: string | null
}

/** What disputes and workforce rows take from the enterprise they belong to. */
export interface RegisteredFirm {
  /** Keyed hash. */
  readonly id: string
  readonly area: string | null
  readonly industry: string | null
}

export type FirmMatch =
  | { readonly kind: 'matched', readonly firm: RegisteredFirm }
  | { readonly kind: 'unmatched' | 'ambiguous', readonly id: string, readonly shown: string }
  | { readonly kind: 'none' }

/** The enterprises of the register by credit code, normalised name and given id. Ids handed out are pseudonyms. */
export interface FirmRegister {
  readonly size: number
  /** `area` is the row's own place: a name is matched within its street. */
  readonly match: (naming: FirmNaming, area: string | null) => FirmMatch
}

/** The two forms in which firms are compared; clerks write the same firms over and over. */
const codeKey = memo(normaliseCreditCode)
const nameKey = memo(normaliseFirmName)

/** Pseudonym of a firm from what the ledger gives: its id, else its credit code, else its name; null without any. */
export const firmPseudonym = (naming: FirmNaming, pseudonym: Pseudonym): string | null => {
  if (naming.id !== null) return pseudonym('id', naming.id.normalize('NFKC').trim())
  const uscc = naming.uscc === null ? '' : codeKey(naming.uscc)
  if (uscc !== '') return pseudonym('uscc', uscc)
  const name = naming.name === null ? '' : nameKey(naming.name)
  return name === '' ? null : pseudonym('name', name)
}

interface Entry extends FirmNaming {
  readonly firm: RegisteredFirm
}

const indexBy = (entries: readonly Entry[], key: (entry: Entry) => string): ReadonlyMap<string, readonly RegisteredFirm[]> => {
  const map = new Map<string, RegisteredFirm[]>()
  for (const entry of entries) {
    const text = key(entry)
    if (text === '') continue
    const known = map.get(text)
    if (!known) map.set(text, [entry.firm])
    else if (!known.some(firm => firm.id === entry.firm.id)) known.push(entry.firm)
  }
  return map
}

const inStreet = (firms: readonly RegisteredFirm[], area: string | null): readonly RegisteredFirm[] => {
  if (firms.length < 2 || area === null || area.length < 9) return firms
  const near = firms.filter(firm => firm.area?.startsWith(area.slice(0, 9)))
  return near.length > 0 ? near : firms
}

/**
 * Builds the register. A row is matched by credit code, else by normalised name, else by given id; two firms of one
 * name (or code) match nothing and are told as ambiguous. What matches nothing keeps a pseudonym of its own.
 */
export const firmRegister = (entries: readonly Entry[], pseudonym: Pseudonym): FirmRegister => {
  const byCode = indexBy(entries, entry => entry.uscc === null ? '' : codeKey(entry.uscc))
  const byName = indexBy(entries, entry => entry.name === null ? '' : nameKey(entry.name))
  const byId = indexBy(entries, entry => entry.id ?? '')
  /** A credit code or a name may stand in the column for the id. */
  const byAnyId = (id: string, area: string | null): readonly RegisteredFirm[] =>
    byId.get(id) ?? byCode.get(codeKey(id)) ?? inStreet(byName.get(nameKey(id)) ?? [], area)
  const look = (naming: FirmNaming, area: string | null): readonly RegisteredFirm[] => {
    const code = naming.uscc === null ? undefined : byCode.get(codeKey(naming.uscc))
    if (code) return code
    const name = naming.name === null ? undefined : byName.get(nameKey(naming.name))
    if (name) return inStreet(name, area)
    return naming.id === null ? [] : byAnyId(naming.id, area)
  }
  const match = (naming: FirmNaming, area: string | null): FirmMatch => {
    const shown = naming.name ?? naming.uscc ?? naming.id
    if (shown === null) return { kind: 'none' }
    const found = look(naming, area)
    if (found.length === 1 && found[0]) return { kind: 'matched', firm: found[0] }
    const own = firmPseudonym(naming, pseudonym) ?? ''
    // One of several firms of a name must not pass for the one whose pseudonym is the name's.
    return found.length > 1 ? { kind: 'ambiguous', id: pseudonym('name', `${own} ?`), shown } : { kind: 'unmatched', id: own, shown }
  }
  return { size: entries.length, match }
}

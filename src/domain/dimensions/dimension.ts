import type { EnumId } from '../enums'
import type { Bilingual } from '../text'

/** Something numbers can be split and filtered by. The fact column has the same name. */
export interface Dimension {
  readonly id: string
  readonly name: Bilingual
  /** Where its labels come from: an enum, a catalogue in the code, or the extract's own member list. */
  readonly labels: { readonly kind: 'enum'; readonly of: EnumId } | { readonly kind: 'fixed'; readonly of: Readonly<Record<string, Bilingual>> } | { readonly kind: 'extract' }
  /** The next coarser level. */
  readonly parent?: string
  /** Whether it may be chosen in the page's filter bar or by clicking. */
  readonly filterable: boolean
}

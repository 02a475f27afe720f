import type { EnumId } from '../enums'
import type { Bilingual } from '../text'

/** Something numbers can be split and filtered by. The fact column has the same name. */
export interface Dimension {
  readonly id: string
  readonly name: Bilingual
  /** Where its labels come from: an enum, a catalogue in the code, or the extract's own member list. */
  readonly labels: { readonly kind: 'enum'; readonly of: EnumId } | { readonly kind: 'fixed'; readonly of: Readonly<Record<string, Bilingual>> } | { readonly kind: 'extract' }
  /**
   * The coarser dimensions each of its members lies in as a whole, the nearest first, with the member that holds it:
   * null where none does, as in the rows of a fact. What only overlaps, as the classes of causes and their areas, is no
   * level of the other.
   */
  readonly within?: Readonly<Record<string, (member: string) => string | null>>
  /** Whether it may be chosen in the page's filter bar or by clicking. */
  readonly filterable: boolean
}

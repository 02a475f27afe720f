import type { Comparison, Filter } from './question'
import type { Period } from './period'
import type { Language } from './text'

export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** What the user chose; the URL holds this and nothing else. Null: not chosen, the extract's default holds. */
export interface View {
  readonly page: string
  readonly extract: string | null
  readonly period: Period | null
  readonly where: readonly Filter[]
  readonly compare: Comparison
  readonly language: Language
  readonly theme: Theme
}

import { factOf } from '../facts'
import { globalFilters } from '../global-filters'
import type { Manifest } from '../manifest'
import type { DimensionId, Filter } from '../question'

/** Whether the engine is asked for just what a question needs, or once for what a page is likely to be asked next. */
export type Reuse = 'none' | 'next'

/** Rows of a fact up to which results are kept whole; of more, keeping costs more than asking again. */
const mostKept = 200_000

/** Whether a fact's results are read without the question's filters, which are then applied to what is kept. */
export const isKept = (fact: string, manifest: Manifest, reuse: Reuse): boolean => reuse === 'next' && (manifest.facts[fact]?.rows ?? 0) <= mostKept

/** Dimensions that a kept result must tell apart: those filtered by now, and those that every page can be narrowed by. */
export const keptDimensions = (fact: string, manifest: Manifest, where: readonly Filter[]): DimensionId[] => {
  const held = new Set(manifest.facts[fact]?.columns.map(({ name }) => name))
  const likely = globalFilters(manifest).filter((id) => factOf(fact).dimensions.includes(id) && held.has(id))
  return [...new Set([...where.map(({ dimension }) => dimension), ...likely])].sort()
}

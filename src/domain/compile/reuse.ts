import { factOf } from '../facts'
import { globalFilters } from '../global-filters'
import type { Manifest } from '../manifest'
import type { DimensionId, Filter } from '../question'

/**
 * Whether the engine is asked for just what a question needs; once for what a page is likely to be asked next, where that
 * takes no longer (`soon`) or the fact is small enough to keep it (`next`); or for all months by what is filtered now and
 * nothing else, whatever the fact's size.
 */
export type Reuse = 'none' | 'soon' | 'next' | 'likely'

/** Rows of a fact up to which results are kept whole, so that a filter is answered without asking anew; of more, keeping costs more. */
export const mostKept = 200_000

/** Rows up to which the whole is as soon there as the part that is asked for: of more the reader would wait. */
const mostSoon = 40_000

/** Whether a fact's results are read without the question's filters, which are then applied to what is kept. */
export const isKept = (fact: string, manifest: Manifest, reuse: Reuse): boolean =>
  reuse === 'likely' || (reuse !== 'none' && (manifest.facts[fact]?.rows ?? 0) <= (reuse === 'next' ? mostKept : mostSoon))

/** Dimensions that a kept result must tell apart: those filtered by now, and those that every page can be narrowed by. */
export const keptDimensions = (fact: string, manifest: Manifest, where: readonly Filter[]): DimensionId[] => {
  const held = new Set(manifest.facts[fact]?.columns.map(({ name }) => name))
  const likely = globalFilters(manifest).filter((id) => factOf(fact).dimensions.includes(id) && held.has(id))
  return filteredAnd(likely, where)
}

/** Dimensions filtered by now and some others, each once and in order. */
export const filteredAnd = (others: readonly DimensionId[], where: readonly Filter[]): DimensionId[] =>
  [...new Set([...where.map(({ dimension }) => dimension), ...others])].sort()

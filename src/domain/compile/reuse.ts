import { factOf } from '../facts'
import { globalFilters } from '../global-filters'
import type { Manifest } from '../manifest'
import type { DimensionId, Filter } from '../question'

/**
 * Whether the engine is asked for just what a question needs; once for what a page is likely to be asked next, where the
 * fact is small enough; or for all months by what is filtered now and nothing else, whatever the fact's size.
 */
export type Reuse = 'none' | 'next' | 'likely'

/** Rows of a fact up to which results are kept whole, so that a filter is answered without asking anew; of more, keeping costs more. */
export const mostKept = 200_000

/** Whether a fact's results are read without the question's filters, which are then applied to what is kept. */
export const isKept = (fact: string, manifest: Manifest, reuse: Reuse): boolean =>
  reuse === 'likely' || (reuse === 'next' && (manifest.facts[fact]?.rows ?? 0) <= mostKept)

/** Dimensions that a kept result must tell apart: those filtered by now, and those that every page can be narrowed by. */
export const keptDimensions = (fact: string, manifest: Manifest, where: readonly Filter[]): DimensionId[] => {
  const held = new Set(manifest.facts[fact]?.columns.map(({ name }) => name))
  const likely = globalFilters(manifest).filter((id) => factOf(fact).dimensions.includes(id) && held.has(id))
  return filteredAnd(likely, where)
}

/** Dimensions filtered by now and some others, each once and in order. */
export const filteredAnd = (others: readonly DimensionId[], where: readonly Filter[]): DimensionId[] =>
  [...new Set([...where.map(({ dimension }) => dimension), ...others])].sort()

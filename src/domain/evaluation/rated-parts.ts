import type { Bilingual } from '../text'
import { leavesOf, treeFor, treesAt, type Indicator, type Tree } from './tree'

/**
 * Which leaves of which tree an evaluation rates: evaluations alike in this are one linear function of the weights, so
 * that their mean points say under any weights what their totals would be on average.
 */
export interface RatedParts {
  /** A date (ISO) on which the tree is in force. */
  readonly date: string
  readonly rated: readonly string[]
  readonly unrated: readonly string[]
}

export const ratedPartsOf = ({ root }: Pick<Tree, 'root'>, date: string, isRated: (leaf: string) => boolean): RatedParts => {
  const leaves = leavesOf(root).map(({ id }) => id)
  return { date, rated: leaves.filter(isRated), unrated: leaves.filter((id) => !isRated(id)) }
}

/** The member of the dimension that stands for it. */
export const ratedPartsMember = ({ date, rated, unrated }: RatedParts): string => JSON.stringify([date, rated, unrated])

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string')

/** Null for what is no such member. */
export const readRatedParts = (member: string): RatedParts | null => {
  let read: unknown
  try {
    read = JSON.parse(member)
  } catch {
    return null
  }
  if (!Array.isArray(read)) return null
  const [date, rated, unrated] = read as readonly unknown[]
  return typeof date === 'string' && isTexts(rated) && isTexts(unrated) ? { date, rated, unrated } : null
}

/** The tree it was rated on; null where the list of indicators holds none on that date. */
export const treeOfRatedParts = ({ date, rated, unrated }: RatedParts, indicators: readonly Indicator[]): Tree | null =>
  treeFor(treesAt(indicators, date), new Set([...rated, ...unrated]))

export const ratedPartsWords = ({ unrated }: RatedParts): Bilingual =>
  unrated.length === 0 ? { zh: '各项均已评', en: 'All rated' } : { zh: `未评：${unrated.join('、')}`, en: `Not rated: ${unrated.join(', ')}` }

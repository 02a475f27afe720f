import type { Member } from './answer'
import type { DimensionId, Filter } from './question'

/** One and the same, so that nothing is taken for changed. */
const nobody: readonly Member[] = []

export const membersChosen = (where: readonly Filter[], dimension: DimensionId): readonly Member[] =>
  where.find((filter) => filter.dimension === dimension)?.members ?? nobody

/** The filters with one dimension set to these members; no members takes the filter away. */
export const withFilter = (where: readonly Filter[], dimension: DimensionId, members: readonly Member[]): Filter[] => {
  const others = where.filter((filter) => filter.dimension !== dimension)
  return members.length > 0 ? [...others, { dimension, members }] : others
}

/** Adds what a click on a mark selects; a second click on the same takes it away again. */
export const toggleFilter = (where: readonly Filter[], picked: Filter): Filter[] => {
  const chosen = membersChosen(where, picked.dimension)
  const same = chosen.length === picked.members.length && picked.members.every((member) => chosen.includes(member))
  return withFilter(where, picked.dimension, same ? [] : picked.members)
}

export const withoutMember = (where: readonly Filter[], dimension: DimensionId, member: Member): Filter[] =>
  withFilter(where, dimension, membersChosen(where, dimension).filter((other) => other !== member))

import type { Member } from '../answer'
import { dimensionOf } from '../dimensions'
import type { Manifest } from '../manifest'
import type { Formula, Operand } from '../metrics/metric'
import type { DimensionId, Filter, MeasureQuestion } from '../question'
import { operandsOf } from './gap'
import { effective } from './leg'
import type { Legs } from './legs'
import { passOf } from './pass'

const rankOf = (manifest: Manifest, dimension: DimensionId) => {
  const order = new Map((manifest.members[dimension] ?? []).map((m, i) => [m.id, i]))
  return (member: Member) => (member === null ? Number.MAX_SAFE_INTEGER : (order.get(member) ?? Number.MAX_SAFE_INTEGER - 1))
}

const sorted = (groups: readonly (readonly Member[])[], by: readonly DimensionId[], manifest: Manifest): (readonly Member[])[] => {
  const ranks = by.map((id) => rankOf(manifest, id))
  return [...groups].sort((a, b) => {
    for (const [i, rank] of ranks.entries()) {
      const difference = rank(a[i] ?? null) - rank(b[i] ?? null)
      if (difference) return difference
      if (a[i] !== b[i]) return String(a[i]) < String(b[i]) ? -1 : 1
    }
    return 0
  })
}

/** Whether a filter by a level above or below a dimension leaves a member of it: a committee lies in one street and in no other. */
const leaves = (filter: Filter, dimension: DimensionId): ((member: string) => boolean) => {
  const above = dimensionOf(dimension)?.within?.[filter.dimension]
  const below = dimensionOf(filter.dimension)?.within?.[dimension]
  if (above) return (member) => filter.members.includes(above(member))
  if (!below) return () => true
  const holders = new Set(filter.members.map((member) => (member === null ? null : below(member))))
  // What has not even the finer level recorded may lie in any member of the coarser one.
  return (member) => filter.members.includes(null) || holders.has(member)
}

const listedMembers = (question: MeasureQuestion, manifest: Manifest): (readonly Member[])[] => {
  const [only, more] = question.by
  if (only === undefined || more !== undefined) return []
  const filter = question.where.find((f) => f.dimension === only)
  if (filter) return filter.members.map((m) => [m])
  const tests = question.where.map((other) => leaves(other, only))
  return (manifest.members[only] ?? []).filter(({ id }) => tests.every((test) => test(id))).map(({ id }) => [id])
}

/** The groups of an operand's rows. A snapshot reads the whole fact: a member that only closed cases have is none of it. */
const groupsOfOperand = (operand: Operand, formula: Formula, question: MeasureQuestion, manifest: Manifest, legs: Legs): (() => (readonly Member[])[]) => {
  const { by, where, period, grain } = question
  const { leg } = passOf(operand, formula, { by, where, period, grain, shift: 0, manifest })
  const result = legs.want(leg, [operand.sum])
  return () => result().groups().filter((group) => leg.mode !== 'snapshot' || result().sum(operand.sum, 0, group) !== 0)
}

/**
 * The combinations of members an answer speaks of: all that occur in its rows and, for a single split, all that the
 * extract lists and a filter by another level leaves, so that a committee without a case shows 0 instead of vanishing
 * and those of other streets do not. Never empty: a split nobody records has the one member «not recorded».
 */
export const groupsOf = (question: MeasureQuestion, manifest: Manifest, formulas: readonly Formula[], legs: Legs): (() => (readonly Member[])[]) => {
  const { by, where } = question
  if (by.length === 0) return () => [[]]
  const results = formulas.flatMap((formula) =>
    operandsOf(formula)
      .filter((operand) => effective(operand, by, where).by.length === by.length)
      .map((operand) => groupsOfOperand(operand, formula, question, manifest, legs)),
  )
  return () => {
    const found = new Map<string, readonly Member[]>()
    for (const group of [...listedMembers(question, manifest), ...results.flatMap((groups) => groups())]) found.set(JSON.stringify(group), group)
    return found.size ? sorted([...found.values()], by, manifest) : [by.map(() => null)]
  }
}

import type { Member } from '../answer'
import type { Manifest } from '../manifest'
import type { Formula, Operand } from '../metrics/metric'
import type { DimensionId, MeasureQuestion } from '../question'
import { operandsOf } from './gap'
import { effective } from './leg'
import type { Legs } from './legs'
import { passOf } from './pass'

const rankOf = (manifest: Manifest, dimension: DimensionId) => {
  const order = new Map((manifest.members[dimension] ?? []).map((m, i) => [m.id, i]))
  return (member: Member) => (member === null ? Number.MAX_SAFE_INTEGER : (order.get(member) ?? Number.MAX_SAFE_INTEGER - 1))
}

const sorted = (groups: readonly Member[][], by: readonly DimensionId[], manifest: Manifest): Member[][] => {
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

const listedMembers = (question: MeasureQuestion, manifest: Manifest): Member[][] => {
  const [only, more] = question.by
  if (only === undefined || more !== undefined) return []
  const filter = question.where.find((f) => f.dimension === only)
  if (filter) return filter.members.map((m) => [m])
  return (manifest.members[only] ?? []).map((m) => [m.id])
}

/** The groups of an operand's rows. A snapshot reads the whole fact: a member that only closed cases have is none of it. */
const groupsOfOperand = (operand: Operand, formula: Formula, question: MeasureQuestion, manifest: Manifest, legs: Legs): (() => Member[][]) => {
  const { by, where, period, grain } = question
  const { leg } = passOf(operand, formula, { by, where, period, grain, shift: 0, manifest })
  const result = legs.want(leg, [operand.sum])
  return () => result().groups().filter((group) => leg.mode !== 'snapshot' || result().sum(operand.sum, 0, group) !== 0)
}

/**
 * The combinations of members an answer speaks of: all that occur in its rows and, for a single split, all that the
 * extract lists, so that a committee without a case shows 0 instead of vanishing. Never empty: a split nobody
 * records has the one member «not recorded».
 */
export const groupsOf = (question: MeasureQuestion, manifest: Manifest, formulas: readonly Formula[], legs: Legs): (() => Member[][]) => {
  const { by, where } = question
  if (by.length === 0) return () => [[]]
  const results = formulas.flatMap((formula) =>
    operandsOf(formula)
      .filter((operand) => effective(operand, by, where).by.length === by.length)
      .map((operand) => groupsOfOperand(operand, formula, question, manifest, legs)),
  )
  return () => {
    const found = new Map<string, Member[]>()
    for (const group of [...listedMembers(question, manifest), ...results.flatMap((groups) => groups())]) found.set(JSON.stringify(group), group)
    return found.size ? sorted([...found.values()], by, manifest) : [by.map(() => null)]
  }
}

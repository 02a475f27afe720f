import type { Member } from '../answer'
import { factOf } from '../facts'
import type { Manifest } from '../manifest'
import type { Formula, Operand } from '../metrics/metric'
import type { DimensionId, Filter } from '../question'
import { operandsOf } from './gap'

export type Within = Readonly<Record<DimensionId, Member>>

interface Asked {
  readonly by: readonly DimensionId[]
  readonly where: readonly Filter[]
}

/** Of an operand: the members it is confined to because they are never pooled. Who asks for several of them at once gets the first of these. */
const withinOf = (operand: Operand, { by, where }: Asked, manifest: Manifest): Within => {
  const principal = manifest.facts[operand.fact]?.principal ?? {}
  const own = new Set(operand.where?.map((filter) => filter.dimension))
  const kept = Object.entries(factOf(operand.fact).apart ?? {}).filter(([id]) => !by.includes(id) && !own.has(id) && id in principal)
  return Object.fromEntries(kept.flatMap(([id, order]): [DimensionId, Member][] => {
    const members = where.find((filter) => filter.dimension === id)?.members
    if (!members) return [[id, principal[id] ?? null]]
    return members.length > 1 ? [[id, order.find((member) => members.includes(member)) ?? members[0] ?? null]] : []
  }))
}

const confine = (operand: Operand, asked: Asked, manifest: Manifest): Operand => {
  const within = Object.entries(withinOf(operand, asked, manifest))
  if (within.length === 0) return operand
  return { ...operand, where: [...(operand.where ?? []), ...within.map(([dimension, member]): Filter => ({ dimension, members: [member] }))] }
}

const roles = ['of', 'per', 'plus', 'less', 'minus'] as const

/** A formula over rows that may be pooled, and what it was confined to for that. */
export const apart = (formula: Formula, by: readonly DimensionId[], where: readonly Filter[], manifest: Manifest): { formula: Formula; within: Within } => {
  const asked: Asked = { by, where }
  const within: Within = Object.assign({}, ...operandsOf(formula).map((operand) => withinOf(operand, asked, manifest)))
  const parts = Object.entries(formula).map(([role, value]) => [role, roles.some((r) => r === role) ? confine(value as Operand, asked, manifest) : value])
  return { formula: Object.fromEntries(parts) as Formula, within }
}

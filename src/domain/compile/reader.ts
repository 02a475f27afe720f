import type { Member } from '../answer'
import type { Formula, Operand } from '../metrics/metric'
import { bucketOf, type Grain, type Period } from '../period'
import type { DimensionId, Filter } from '../question'
import type { Operands } from './evaluate'
import { effective, type LegMode } from './leg'
import type { LegResult, Legs } from './legs'

/** Which rows a reading is about. */
export interface Scope {
  readonly by: readonly DimensionId[]
  readonly where: readonly Filter[]
  readonly period: Period
  readonly grain: Grain
  readonly shift: number
}

export type Members = Readonly<Record<DimensionId, Member>>

/** The sums of a formula in one bucket for some members. */
export type Reader = (bucket: number, members: Members) => Operands

interface Reading {
  readonly result: () => LegResult
  readonly by: readonly DimensionId[]
}

const reading = (operand: Operand, sums: readonly string[], mode: LegMode, scope: Scope, legs: Legs): Reading => {
  const { by, where } = effective(operand, scope.by, scope.where)
  const { period, grain, shift } = scope
  return { result: legs.want({ fact: operand.fact, axis: operand.axis, mode, shift, by, where, period, grain }, sums), by }
}

const pick = (by: readonly DimensionId[], members: Members) => by.map((id) => members[id] ?? null)

type ReadSum = (bucket: number, members: Members) => number | null

const sumReader = (operand: Operand, sum: string, mode: LegMode, scope: Scope, legs: Legs): ReadSum => {
  const { result, by } = reading(operand, [sum], mode, scope, legs)
  return (bucket, members) => result().sum(sum, mode === 'snapshot' ? 0 : bucket, pick(by, members))
}

/** Running total up to and including a bucket; what came before the period lies in the bucket before the first. */
const runningReader = (operand: Operand, scope: Scope, legs: Legs): ReadSum => {
  const read = sumReader(operand, operand.sum, 'running', scope, legs)
  const first = bucketOf(scope.grain, scope.period.from) - 1
  // Totals so far by members: a long series would else be added up anew for each of its months.
  const known = new Map<string, number[]>()
  return (bucket, members) => {
    const key = JSON.stringify(members)
    const totals = known.get(key) ?? []
    known.set(key, totals)
    for (let b = first + totals.length; b <= bucket; b += 1) totals.push((totals.at(-1) ?? 0) + (read(b, members) ?? 0))
    return totals[bucket - first] ?? 0
  }
}

const beyondReader = (operands: readonly Operand[], mode: LegMode, scope: Scope, legs: Legs): ReadSum => {
  const reads = operands.filter((o) => o.beyond).map((o) => sumReader(o, o.beyond ?? '', mode, scope, legs))
  return (bucket, members) => reads.reduce((sum, read) => sum + (read(bucket, members) ?? 0), 0)
}

const stockReader = (formula: Extract<Formula, { kind: 'stock' }>, scope: Scope, legs: Legs): Reader => {
  const [plus, minus] = [runningReader(formula.plus, scope, legs), runningReader(formula.minus, scope, legs)]
  const back = formula.at === 'start' ? 1 : 0
  return (bucket, members) => ({ plus: plus(bucket - back, members), minus: minus(bucket - back, members) })
}

const quantileReader = (operand: Operand, scope: Scope, legs: Legs): Reader => {
  const { result, by } = reading(operand, [operand.sum], 'spread', scope, legs)
  return (bucket, members) => ({ tallies: result().tallies(operand.sum, bucket, pick(by, members)) })
}

/** Registers what a formula needs and returns how to read it. */
export const readerOf = (formula: Formula, scope: Scope, legs: Legs): Reader => {
  if (formula.kind === 'stock') return stockReader(formula, scope, legs)
  if (formula.kind === 'quantile') return quantileReader(formula.of, scope, legs)
  const mode = formula.kind === 'snapshot' ? 'snapshot' : 'flow'
  const read = (operand: Operand | undefined) => operand && sumReader(operand, operand.sum, mode, scope, legs)
  const of = sumReader(formula.of, formula.of.sum, mode, scope, legs)
  const per = read('per' in formula ? formula.per : undefined)
  const less = read('less' in formula ? formula.less : undefined)
  const dispersion = 'dispersion' in formula ? formula.dispersion : undefined
  const load = dispersion ? sumReader(formula.of, dispersion, mode, scope, legs) : undefined
  const cases = dispersion ? sumReader(formula.of, 'n', mode, scope, legs) : undefined
  const beyond = beyondReader('per' in formula ? [formula.of, formula.per] : [formula.of], mode, scope, legs)
  return (bucket, members) => ({
    of: of(bucket, members),
    per: per?.(bucket, members),
    less: less?.(bucket, members),
    load: load?.(bucket, members),
    cases: cases?.(bucket, members),
    beyond: beyond(bucket, members),
  })
}

const without = (total: number | null | undefined, own: number | null | undefined) =>
  total === undefined || total === null ? total : total - (own ?? 0)

/**
 * The sums of all others: of the whole less one's own. A base that is the same for every member of the split or filter
 * taken away is the others' base as well.
 */
export const restOf = (formula: Formula, taken: DimensionId, total: Operands, own: Operands): Operands => {
  const mine = new Map(own.tallies?.map(({ value, n }) => [value, n]))
  const shared = 'per' in formula && formula.per.broadcast?.includes(taken)
  return {
    of: without(total.of, own.of),
    per: shared ? total.per : without(total.per, own.per),
    less: without(total.less, own.less),
    load: without(total.load, own.load),
    cases: without(total.cases, own.cases),
    beyond: without(total.beyond, own.beyond),
    tallies: total.tallies?.map(({ value, n }) => ({ value, n: n - (mine.get(value) ?? 0) })).filter(({ n }) => n > 0),
  }
}

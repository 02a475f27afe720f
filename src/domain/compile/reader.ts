import type { Member } from '../answer'
import { factOf } from '../facts'
import type { Formula, Operand } from '../metrics/metric'
import { bucketOf } from '../period'
import type { DimensionId } from '../question'
import type { Duration } from '../statistics/survival'
import type { Operands } from './evaluate'
import type { Legs } from './legs'
import { passOf, type Scope } from './pass'

export type Members = Readonly<Record<DimensionId, Member>>

/** In which bands a fact tells days, if it does. */
const bandsOf = ({ fact }: Operand, { manifest }: Scope): Pick<Operands, 'bands'> => {
  const bands = manifest.facts[fact]?.bands
  return bands ? { bands } : {}
}

/** The sums of a formula in one bucket for some members. */
export type Reader = (bucket: number, members: Members) => Operands

const pick = (by: readonly DimensionId[], members: Members) => by.map((id) => members[id] ?? null)

type ReadSum = (bucket: number, members: Members) => number | null

const sumReader = (operand: Operand, sum: string, formula: Formula, scope: Scope, legs: Legs): ReadSum => {
  const { leg, buckets } = passOf(operand, formula, scope)
  const result = legs.want(leg, [sum])
  return (bucket, members) => result().total(sum, buckets(bucket), pick(leg.by, members))
}

/** Months of a bucket in which the sum is recorded. */
const monthsReader = (operand: Operand, formula: Formula, scope: Scope, legs: Legs): ReadSum => {
  const { leg, buckets } = passOf(operand, formula, scope)
  const result = legs.want(leg, [operand.sum])
  return (bucket, members) => {
    const own = pick(leg.by, members)
    return buckets(bucket).filter((b) => result().has(b, own) && result().sum(operand.sum, b, own) !== null).length
  }
}

/** Running total up to and including a bucket; what came before the period lies in the bucket before the first. */
const runningReader = (operand: Operand, formula: Formula, scope: Scope, legs: Legs): ReadSum => {
  const read = sumReader(operand, operand.sum, formula, scope, legs)
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

const beyondReader = (operands: readonly Operand[], formula: Formula, scope: Scope, legs: Legs): ReadSum => {
  const reads = operands.filter((o) => o.beyond).map((o) => sumReader(o, o.beyond ?? '', formula, scope, legs))
  return (bucket, members) => reads.reduce((sum, read) => sum + (read(bucket, members) ?? 0), 0)
}

const stockReader = (formula: Extract<Formula, { kind: 'stock' }>, scope: Scope, legs: Legs): Reader => {
  const [plus, minus] = [runningReader(formula.plus, formula, scope, legs), runningReader(formula.minus, formula, scope, legs)]
  const back = formula.at === 'start' ? 1 : 0
  return (bucket, members) => ({ plus: plus(bucket - back, members), minus: minus(bucket - back, members) })
}

const quantileReader = (formula: Extract<Formula, { kind: 'quantile' }>, scope: Scope, legs: Legs): Reader => {
  const { leg } = passOf(formula.of, formula, scope)
  const result = legs.want(leg, [formula.of.sum])
  return (bucket, members) => ({ tallies: result().tallies(formula.of.sum, bucket, pick(leg.by, members)), ...bandsOf(formula.of, scope) })
}

const survivalReader = (formula: Extract<Formula, { kind: 'survival' }>, scope: Scope, legs: Legs): Reader => {
  const { of, events, lost } = formula
  const { leg } = passOf(of, formula, scope)
  const result = legs.want(leg, [of.sum, events, ...(lost ? [lost] : [])])
  const tallies = (sum: string, bucket: number, members: readonly Member[]) => new Map(result().tallies(sum, bucket, members).map(({ value, n }) => [value, n]))
  return (bucket, members) => {
    const own = pick(leg.by, members)
    const [ended, gone] = [tallies(events, bucket, own), lost ? tallies(lost, bucket, own) : new Map<number, number>()]
    const durations = result().tallies(of.sum, bucket, own).map(({ value, n }): Duration => ({ value, n, ended: ended.get(value) ?? 0, lost: gone.get(value) ?? 0 }))
    return { durations, ...bandsOf(of, scope) }
  }
}

/** Whether nothing was reported where every group has to report; false where silence means 0. */
const silenceReader = (operand: Operand, formula: Formula, scope: Scope, legs: Legs): ((bucket: number, members: Members) => boolean) => {
  if (!factOf(operand.fact).axes[operand.axis]?.absent) return () => false
  const { leg, buckets } = passOf(operand, formula, scope)
  const result = legs.want(leg, [operand.sum])
  return (bucket, members) => !buckets(bucket).some((b) => result().has(b, pick(leg.by, members)))
}

/** Registers what a formula needs and returns how to read it. */
export const readerOf = (formula: Formula, scope: Scope, legs: Legs): Reader => {
  if (formula.kind === 'stock') return stockReader(formula, scope, legs)
  if (formula.kind === 'quantile') return quantileReader(formula, scope, legs)
  if (formula.kind === 'survival') return survivalReader(formula, scope, legs)
  const read = (operand: Operand | undefined) => operand && sumReader(operand, operand.sum, formula, scope, legs)
  const of = sumReader(formula.of, formula.of.sum, formula, scope, legs)
  const per = formula.kind === 'mean' ? monthsReader(formula.of, formula, scope, legs) : read('per' in formula ? formula.per : undefined)
  const plus = read('plus' in formula ? formula.plus : undefined)
  const less = read('less' in formula ? formula.less : undefined)
  const dispersion = 'dispersion' in formula ? formula.dispersion : undefined
  const load = dispersion ? sumReader(formula.of, dispersion, formula, scope, legs) : undefined
  const cases = dispersion ? sumReader(formula.of, 'n', formula, scope, legs) : undefined
  const unreported = silenceReader(formula.of, formula, scope, legs)
  const beyond = beyondReader('per' in formula ? [formula.of, formula.per] : [formula.of], formula, scope, legs)
  return (bucket, members) => ({
    of: of(bucket, members),
    per: per?.(bucket, members),
    plus: plus?.(bucket, members),
    less: less?.(bucket, members),
    load: load?.(bucket, members),
    cases: cases?.(bucket, members),
    beyond: beyond(bucket, members),
    unreported: unreported(bucket, members),
  })
}

/** Decimals added in another order leave a residue that would pass for a base where nobody else is left. */
const residue = 1e-9

const without = (total: number | null | undefined, own: number | null | undefined) => {
  if (total === undefined || total === null) return total
  const left = total - (own ?? 0)
  return Math.abs(left) <= residue * Math.abs(total) ? 0 : left
}

const durationsWithout = (all: readonly Duration[] | undefined, own: readonly Duration[] | undefined): Duration[] | undefined => {
  const mine = new Map(own?.map((d) => [d.value, d]))
  const rest = all?.map((d): Duration => {
    const taken = mine.get(d.value)
    return taken ? { value: d.value, n: d.n - taken.n, ended: d.ended - taken.ended, lost: d.lost - taken.lost } : d
  })
  return rest?.filter(({ n }) => n > 0)
}

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
    plus: without(total.plus, own.plus),
    less: without(total.less, own.less),
    load: without(total.load, own.load),
    cases: without(total.cases, own.cases),
    beyond: without(total.beyond, own.beyond),
    tallies: total.tallies?.map(({ value, n }) => ({ value, n: n - (mine.get(value) ?? 0) })).filter(({ n }) => n > 0),
    durations: durationsWithout(total.durations, own.durations),
    ...(total.bands ? { bands: total.bands } : {}),
  }
}

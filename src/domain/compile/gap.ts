import { factOf } from '../facts'
import type { Manifest, ManifestFact } from '../manifest'
import type { Formula, Metric, Operand } from '../metrics/metric'
import type { MissingReason } from '../missing'
import type { DimensionId, Filter } from '../question'

type Survival = Extract<Formula, { kind: 'survival' }>

/** Operands of a formula, the first being the one the number is about. */
export const operandsOf = (formula: Formula): readonly Operand[] => {
  switch (formula.kind) {
    case 'stock':
      return [formula.plus, formula.minus]
    case 'share':
      return [formula.of, formula.per, ...(formula.plus ? [formula.plus] : []), ...(formula.less ? [formula.less] : [])]
    case 'net':
      return [formula.of, formula.less, formula.per]
    case 'rate':
    case 'ratio':
      return [formula.of, formula.per]
    default:
      return [formula.of]
  }
}

/** Dimensions of some filters that a metric's facts do not know. */
export const lackedBy = ({ formula }: Metric, where: readonly Filter[]): DimensionId[] =>
  where.map(({ dimension }) => dimension).filter((id) => operandsOf(formula).some(({ fact, broadcast }) => !broadcast?.includes(id) && !factOf(fact).dimensions.includes(id)))

const columnGap = (fact: ManifestFact, name: string): MissingReason | null => {
  const column = fact.columns.find((c) => c.name === name)
  if (!column) return 'not_in_extract'
  return column.recorded ? null : 'not_recorded'
}

/** Why an operand cannot be summed over these dimensions; null when it can. */
export const operandGap = (operand: Operand, asked: readonly DimensionId[], manifest: Manifest): MissingReason | null => {
  const fact = factOf(operand.fact)
  const held = manifest.facts[operand.fact]
  if (!held) return 'not_in_extract'
  const axis = fact.axes[operand.axis]
  const columns = [operand.sum, ...(axis ? [axis.month] : []), ...(operand.beyond ? [operand.beyond] : []), ...(operand.where ?? []).map((f) => f.dimension)]
  for (const name of columns) {
    const gap = columnGap(held, name)
    if (gap) return gap
  }
  for (const id of asked) {
    if (operand.broadcast?.includes(id)) continue
    if (!fact.dimensions.includes(id)) return 'not_split'
    const gap = columnGap(held, id)
    if (gap) return gap
  }
  return null
}

/** Days told in bands are told at the bands' ends alone, and of one way to end. */
const isBetweenBands = ({ lost, read }: Survival, { bands }: ManifestFact): boolean =>
  bands !== undefined && (lost !== undefined || (read.at !== 'median' && !bands.includes(read.days)))

const survivalGap = (formula: Survival, manifest: Manifest): MissingReason | null => {
  const held = manifest.facts[formula.of.fact]
  return !held || isBetweenBands(formula, held) ? 'not_in_extract' : columnGap(held, formula.events)
}

/**
 * Why a metric cannot be asked of this extract in this way at all; null when it can. A rate without its workers
 * has no denominator rather than being unrecorded itself.
 */
export const gapOf = (metric: Metric, by: readonly DimensionId[], where: readonly Filter[], manifest: Manifest): MissingReason | null => {
  const asked = [...by, ...where.map((f) => f.dimension)]
  const { formula } = metric
  if (formula.kind === 'rate' && operandGap(formula.per, asked, manifest) === 'not_recorded') {
    const held = manifest.facts[formula.of.fact]
    return (held ? columnGap(held, 'n') : 'not_in_extract') ?? 'no_denominator'
  }
  for (const operand of operandsOf(formula)) {
    const gap = operandGap(operand, asked, manifest)
    if (gap) return gap
  }
  return formula.kind === 'survival' ? survivalGap(formula, manifest) : null
}

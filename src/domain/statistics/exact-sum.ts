/** Sums by group number; what each addition rounds away is carried along (Neumaier), so that money adds up to the cent. */
export interface ExactSums {
  /** NaN is a value that is not known: it adds nothing. */
  add(group: number, value: number): void
  /** Adds another's group with what it carries. */
  addFrom(group: number, other: ExactSums, its: number): void
  /** Sum of what is known in a group; null when nothing is. */
  at(group: number): number | null
  /** The sum as rounded so far (NaN when nothing is known), and what rounding took. */
  readonly sums: Float64Array
  readonly lost: Float64Array
}

/** For groups 0 to `groups` − 1. */
export const createExactSums = (groups: number): ExactSums => {
  const sums = new Float64Array(groups).fill(NaN)
  const lost = new Float64Array(groups)
  const add = (group: number, value: number): void => {
    if (Number.isNaN(value)) return
    const sum = sums[group] ?? NaN
    if (Number.isNaN(sum)) {
      sums[group] = value
      return
    }
    const next = sum + value
    lost[group] = (lost[group] ?? 0) + (Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum)
    sums[group] = next
  }
  return {
    sums,
    lost,
    add,
    addFrom(group, other, its) {
      add(group, other.sums[its] ?? NaN)
      lost[group] = (lost[group] ?? 0) + (other.lost[its] ?? 0)
    },
    at(group) {
      const sum = sums[group] ?? NaN
      return Number.isNaN(sum) ? null : sum + (lost[group] ?? 0)
    },
  }
}

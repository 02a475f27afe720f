/** Sums by group number; what each addition rounds away is carried along (Neumaier), so that money adds up to the cent. */
export interface ExactSums {
  /** NaN is a value that is not known: it adds nothing. */
  add(group: number, value: number): void
  /** Sum of what is known in a group; null when nothing is. */
  at(group: number): number | null
}

export const createExactSums = (): ExactSums => {
  const sums: number[] = []
  const lost: number[] = []
  return {
    add(group, value) {
      if (Number.isNaN(value)) return
      const sum = sums[group] ?? 0
      const next = sum + value
      lost[group] = (lost[group] ?? 0) + (Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum)
      sums[group] = next
    },
    at(group) {
      const sum = sums[group]
      return sum === undefined ? null : sum + (lost[group] ?? 0)
    },
  }
}

/** Sum of what is known, null when nothing is; what each addition rounds away is carried along (Neumaier), so that money adds up to the cent. */
export const exactSum = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value): value is number => value !== null)
  if (known.length === 0) return null
  let [sum, lost] = [0, 0]
  for (const value of known) {
    const next = sum + value
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sum = next
  }
  return sum + lost
}

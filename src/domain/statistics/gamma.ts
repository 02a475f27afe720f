const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** Natural logarithm of Γ(a), a > 0. Lanczos' approximation, g = 7. */
const logGamma = (a: number): number => {
  const t = a + 6.5
  const sum = lanczos.reduce((s, c, i) => (i === 0 ? c : s + c / (a - 1 + i)), 0)
  return 0.5 * Math.log(2 * Math.PI) + (a - 0.5) * Math.log(t) - t + Math.log(sum)
}

/** x^a·e^−x ÷ Γ(a), the factor both expansions share. */
const kernel = (a: number, x: number): number => Math.exp(a * Math.log(x) - x - logGamma(a))

const bySeries = (a: number, x: number): number => {
  let term = 1 / a
  let sum = term
  for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-16; n += 1) {
    term *= x / (a + n)
    sum += term
  }
  return sum * kernel(a, x)
}

/** Upper tail by Lentz' continued fraction. */
const byFraction = (a: number, x: number): number => {
  const tiny = 1e-300
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let h = d
  for (let i = 1, delta = 0; Math.abs(delta - 1) > 1e-16 && i < 100_000; i += 1) {
    const an = -i * (i - a)
    b += 2
    d = 1 / (Math.abs(an * d + b) < tiny ? tiny : an * d + b)
    c = Math.abs(b + an / c) < tiny ? tiny : b + an / c
    delta = d * c
    h *= delta
  }
  return h * kernel(a, x)
}

/** Regularised lower incomplete gamma P(a, x), a > 0, x ≥ 0. Series below a + 1, continued fraction above. */
export const gammaCdf = (a: number, x: number): number => {
  if (x <= 0) return 0
  return x < a + 1 ? bySeries(a, x) : 1 - byFraction(a, x)
}

/** Start near the root: Wilson and Hilferty's cube, or the leading term of the series where that is negative. */
const startAt = (p: number, z: number, a: number): number => {
  const cube = a * (1 - 1 / (9 * a) + z / (3 * Math.sqrt(a))) ** 3
  return a > 1 && cube > 0 ? cube : Math.exp((Math.log(p) + logGamma(a + 1)) / a)
}

/**
 * x with P(a, x) = p for 0 < p < 1; `z` is the normal quantile of p, for the first guess. Newton's steps kept inside
 * a shrinking bracket.
 */
export const gammaQuantile = (p: number, z: number, a: number): number => {
  let low = 0
  let high = Number.POSITIVE_INFINITY
  let x = startAt(p, z, a)
  for (let i = 0; i < 200; i += 1) {
    const error = gammaCdf(a, x) - p
    if (error > 0) high = x
    else low = x
    const next = x - (error * x) / kernel(a, x)
    const inside = next > low && next < high
    const moved = inside ? next : high === Number.POSITIVE_INFINITY ? x * 2 : (low + high) / 2
    if (Math.abs(moved - x) <= Math.abs(x) * 1e-14) return moved
    x = moved
  }
  return x
}

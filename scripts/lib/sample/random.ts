/** A seeded source of chance. Two sources with the same seed give the same numbers on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** Whole number in [low, high], both included. */
  int(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** One key by weight; weights need not sum to 1. */
  weighted<T>(items: readonly (readonly [T, number])[]): T
  normal(): number
  /** Log-normal with the given median. */
  logNormal(median: number, sigma: number): number
  poisson(mean: number): number
  gamma(shape: number): number
}

const fnv1a = (text: string): number => {
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, enough for a street. */
const mulberry32 = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const at = <T>(items: readonly T[], index: number): T => {
  const item = items[index]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

const normalFrom = (next: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())

const poissonFrom = (next: () => number, mean: number): number => {
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normalFrom(next)))
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = next(); product > limit; product *= next()) count += 1
  return count
}

/** Marsaglia and Tsang (2000); shapes below 1 through their boost. */
const gammaFrom = (next: () => number, shape: number): number => {
  if (shape < 1) return gammaFrom(next, shape + 1) * (1 - next()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normalFrom(next)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

const weightedFrom = <T>(next: () => number, items: readonly (readonly [T, number])[]): T => {
  let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [item, weight] of items) {
    left -= weight
    if (left < 0) return item
  }
  return at(items, items.length - 1)[0]
}

/** One stream per subject, so that a change in one ledger leaves the others as they were. */
export const randomStream = (seed: number, subject: string): Random => {
  const next = mulberry32(seed ^ fnv1a(`${seed}:${subject}`))
  return {
    next,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => at(items, Math.floor(next() * items.length)),
    weighted: (items) => weightedFrom(next, items),
    normal: () => normalFrom(next),
    logNormal: (median, sigma) => median * Math.exp(sigma * normalFrom(next)),
    poisson: (mean) => poissonFrom(next, mean),
    gamma: (shape) => gammaFrom(next, shape),
  }
}

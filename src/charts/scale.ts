export interface Ticks {
  readonly min: number
  readonly max: number
  readonly step: number
}

/** Steps a reader can add up in the head; whole numbers only where counts are shown. */
const niceStep = (raw: number, whole: boolean): number => {
  const power = 10 ** Math.floor(Math.log10(raw))
  const factor = [1, 2, 5, 10].find((f) => f * power >= raw * 0.999) ?? 10
  const step = factor * power
  return whole ? Math.max(1, step) : step
}

const tidy = (value: number): number => Number(value.toPrecision(12))

/**
 * Round axis ends around values. Starts at zero unless all values lie in the upper part of the axis.
 * `ceiling` is the largest value that can be (1 for shares); `free` axes, of points rather than bars, need no zero.
 */
export const niceTicks = (low: number, high: number, count: number, options: { whole?: boolean; ceiling?: number; free?: boolean } = {}): Ticks => {
  const base = !options.free && low >= 0 && low < high * 0.7 ? 0 : low
  const top = high > base ? high : base + (base === 0 ? 1 : Math.abs(base) * 0.1)
  const step = niceStep((top - base) / count, options.whole ?? false)
  const max = tidy(Math.ceil(tidy(top / step)) * step)
  return { min: tidy(Math.floor(tidy(base / step)) * step), max: Math.min(max, options.ceiling ?? Infinity), step: tidy(step) }
}

export const tickValues = ({ min, max, step }: Ticks): number[] =>
  Array.from({ length: Math.floor(tidy((max - min) / step)) + 1 }, (_, i) => tidy(min + i * step))

/** A straight map of numbers to pixels. */
export const linear = (from: readonly [number, number], to: readonly [number, number]) => (value: number): number =>
  to[0] + ((value - from[0]) / (from[1] - from[0] || 1)) * (to[1] - to[0])

/** Pixels to a tenth: what is drawn twice is written alike. */
export const tenth = (value: number): number => Math.round(value * 10) / 10 || 0

import type { Refresh } from './in-page'

/** The value below which a share of the sorted values lies. */
const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN

/** p50, p95 and most, in whole milliseconds. */
const spread = (values: readonly number[]): string => {
  const sorted = [...values].sort((a, b) => a - b)
  return [at(sorted, 0.5), at(sorted, 0.95), sorted.at(-1) ?? NaN].map((value) => String(Math.round(value)).padStart(6)).join('')
}

const mean = (values: readonly number[]): number => Math.round(values.reduce((a, b) => a + b, 0) / values.length)

export const heading = `${'page'.padEnd(12)}${'ready'.padStart(7)}   panels: p50   p95   max   with hidden tables: p50   p95   max   messages  in engine  longest task\n`

/** A line of figures: how long a page took to be ready, and what its changes cost. */
export const line = (page: string, ready: number, runs: readonly Refresh[]): string =>
  [
    page.padEnd(12), String(Math.round(ready)).padStart(7), '        ', spread(runs.map((run) => run.drawn)), '                    ', spread(runs.map((run) => run.whole)),
    String(mean(runs.map((run) => run.messages))).padStart(11), String(mean(runs.map((run) => run.engine))).padStart(11), String(mean(runs.map((run) => run.longest))).padStart(14), '\n',
  ].join('')

import type { LoadFigures, SizeFigures } from './measure'
import type { Spread } from './statistics'

/** Everything a run found, with the machine it was found on. */
export interface BenchRun {
  readonly date: string
  readonly machine: string
  readonly browser: string
  /** Visits of each kind; fewer than 30 make ratios noise. */
  readonly pairs: number
  readonly sizes: Readonly<Record<string, SizeFigures>>
}

const ms = ({ p50, p95 }: Spread): string => `${Math.round(p50)} / ${Math.round(p95)}`
const kb = (bytes: number | null): string => (bytes === null ? '–' : `${Math.round(bytes / 1000)} kB`)
const mb = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`
const times = (ratio: number): string => `${ratio.toFixed(2)} ×`

type Row = readonly [measure: string, target: string, value: (figures: SizeFigures) => string]

const ofLine = (of: (figures: SizeFigures) => LoadFigures, name: string): Row[] => [
  [`floor: the same document without scripts${name}`, '', (f) => ms(of(f).floor)],
  [`cold load to all numbers and charts${name}`, '', (f) => ms(of(f).numbers)],
  [`– over the floor${name}`, '≤ 1.2 ×', (f) => times(of(f).ratio)],
  [`taken over by scripts${name}`, '', (f) => ms(of(f).taken)],
  [`longest task meanwhile${name}`, '≤ 100', (f) => ms(of(f).longest)],
  [`any filter of the page is answered after${name}`, '', (f) => ms(of(f).knows)],
  [`first filter, before the engine is up${name}`, '≤ 100', (f) => ms(of(f).firstFilter)],
  [`floor of the engine: DuckDB alone on an empty page${name}`, '', (f) => (of(f).engineFloor.n > 0 ? ms(of(f).engineFloor) : '–')],
  [`engine up after${name}`, '≤ 1500 / 2500', (f) => (of(f).engine.n > 0 ? ms(of(f).engine) : '–')],
]

const rows: readonly Row[] = [
  ...ofLine((f) => f.load, ''),
  ['bytes until the numbers stand', '≤ 60 kB', (f) => kb(f.load.bytes.numbers)],
  ['requests until then', '', (f) => String(f.load.requests)],
  ['bytes until filters are answered', '', (f) => kb(f.load.bytes.knows)],
  ['bytes until the engine is up', '≤ 6.6 MB at S', (f) => kb(f.load.bytes.engine)],
  ['loaded again, to all numbers', '', (f) => ms(f.load.warm)],
  ['– over the floor', '≤ 1.2 ×', (f) => times(f.load.warmRatio)],
  ['filter to last panel painted', 'p95 ≤ 60 / 110 / 120', (f) => ms(f.filters.drawn)],
  ['– pointed at for half a second before', '', (f) => ms(f.filters.considered)],
  ['back to a view seen before', '≤ 17', (f) => ms(f.filters.again)],
  ['memory once the engine is up', '≤ 250 / 400 MB at M / L', (f) => mb(f.memory.ready)],
  ['memory after 50 filters', '', (f) => mb(f.memory.after50)],
  ['memory after 500 filters', '≤ 1.1 × of 50', (f) => mb(f.memory.after500)],
  ...ofLine((f) => f.slow, ', 10 Mbit/s and 40 ms'),
]

/** The run as a Markdown table: median / 95th percentile in milliseconds. */
export const markdownOf = ({ date, machine, browser, pairs, sizes }: BenchRun): string => {
  const names = Object.keys(sizes)
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    `${date}, ${machine}, ${browser}. Median / 95th percentile, in milliseconds where no other unit is given; ${pairs} visits of each kind, the page and its floor in turn.`,
    '',
    line(['measure', 'target', ...names.map((name) => name.toUpperCase())]),
    line(['---', '---', ...names.map(() => '---')]),
    ...rows.map(([measure, target, value]) => line([measure, target, ...names.map((name) => { const found = sizes[name]; return found ? value(found) : '' })])),
    '',
  ].join('\n')
}

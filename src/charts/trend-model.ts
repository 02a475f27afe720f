import type { Cell } from '../domain/answer'
import type { Metric } from '../domain/metrics/metric'
import { periodLabel } from '../domain/format-time'
import type { Reference } from '../domain/references'
import { springFestival } from '../domain/reference/spring-festival'
import { known } from './cells'
import type { ChartContext } from './context'
import type { PaletteName } from './palette'
import { seriesColours } from './palette'
import { word } from './words'

export interface Line {
  readonly metric: Metric
  readonly name: string
  readonly stroke: PaletteName
  readonly strong: boolean
  readonly dashed: boolean
  readonly values: readonly (number | null)[]
  /** Cells by period; empty for a comparison, a target or a benchmark. */
  readonly cells: readonly (Cell | undefined)[]
  /** Set for a published figure: the same height everywhere. */
  readonly benchmark?: Reference
  /** What is left of the name where it has no room beside the line's colour. */
  readonly brief?: string
}

/** Whether a line has the colour of its metric, because it shares the axis with others. */
interface Shared {
  readonly colour: PaletteName
}

const atPeriods = (cells: readonly Cell[], periods: readonly string[]) => periods.map((period) => cells.find((cell) => cell.period === period))

const yearsOf = (keys: readonly (string | null | undefined)[]): string[] => [...new Set(keys.flatMap((key) => (key ? [key.slice(0, 4)] : [])))]

/** What a line is called at its end: the year when it has one of its own, else the metric. */
const currentName = (metric: Metric, periods: readonly string[], others: boolean, { language }: ChartContext): string => {
  const years = yearsOf(periods)
  return others && years.length === 1 ? periodLabel(years[0] ?? '', language) : metric.short[language]
}

/** The earlier period, unless it is already part of the line. */
const comparisonLine = (metric: Metric, cells: readonly (Cell | undefined)[], periods: readonly string[], { language }: ChartContext): Line[] => {
  const compared = cells.map((cell) => cell?.compared ?? null)
  const first = compared.find((one) => one !== null)
  if (!first || first.kind === 'target') return []
  if (compared.some((one) => one?.period && periods.includes(one.period))) return []
  const values = compared.map((one) => one?.value ?? null)
  if (values.every((value) => value === null)) return []
  const years = yearsOf(compared.map((one) => one?.period))
  const name = years.length === 1 && first.kind === 'yoy' ? periodLabel(years[0] ?? '', language) : word(first.kind, language)
  return [{ metric, name, stroke: 'open', strong: false, dashed: false, values, cells: [] }]
}

const targetLine = (metric: Metric, cells: readonly (Cell | undefined)[], periods: readonly string[], context: ChartContext, shared: Shared | null): Line[] => {
  const { language } = context
  const values = periods.map((period, i) => {
    const compared = cells[i]?.compared
    return compared?.kind === 'target' ? compared.value : context.target(metric.id, period)
  })
  if (values.every((value) => value === null)) return []
  const line = { metric, strong: false, dashed: true, values, cells: [] }
  const brief = word('target', language)
  return [shared ? { ...line, brief, name: word('targetOf', language).replace('{name}', metric.short[language]), stroke: shared.colour } : { ...line, name: brief, stroke: 'ink2' }]
}

/** Published figures as level lines, each named by its place and year, and by its metric where there are several. */
const benchmarkLines = (metric: Metric, periods: readonly string[], context: ChartContext, shared: Shared | null): Line[] =>
  context.references(metric.id).filter(({ kind, member }) => kind === 'benchmark' && member === null).map((benchmark): Line => {
    const label = benchmark.label[context.language]
    return {
      metric, benchmark, name: shared ? `${metric.short[context.language]} ${label}` : label, stroke: shared ? shared.colour : 'mute',
      strong: false, dashed: true, values: periods.map(() => benchmark.value), cells: [],
    }
  })

/** What is drawn behind first: target, earlier period, then the lines themselves. */
export const linesOf = (all: readonly Cell[], metrics: readonly Metric[], periods: readonly string[], context: ChartContext): Line[] => {
  const alone = metrics.length === 1
  return metrics.flatMap((metric, i) => {
    const cells = atPeriods(all.filter((cell) => cell.metric === metric.id), periods)
    const colour = seriesColours[i % seriesColours.length] ?? 'accent'
    const shared = alone ? null : { colour }
    const behind = [...benchmarkLines(metric, periods, context, shared), ...targetLine(metric, cells, periods, context, shared), ...(alone ? comparisonLine(metric, cells, periods, context) : [])]
    const earlier = behind.some((line) => !line.dashed)
    const main: Line = {
      metric, cells, strong: true, dashed: false,
      name: currentName(metric, periods, earlier, context),
      stroke: alone ? 'accent' : colour,
      values: cells.map((cell) => (known(cell) ? cell.value : null)),
    }
    return [...behind, main]
  })
}

/** Indices of the months in which the Spring Festival falls. */
export const festivalMonths = (periods: readonly string[]): number[] =>
  periods.flatMap((key, i) => (key.length === 7 && !key.includes('Q') && springFestival(Number(key.slice(0, 4)))?.slice(0, 7) === key ? [i] : []))

/** Runs of neighbouring indices that have all they need; a gap parts them. */
export const runsOf = (length: number, has: (index: number) => boolean): number[][] => {
  const runs: number[][] = []
  for (let i = 0; i < length; i += 1) {
    if (!has(i)) continue
    const run = runs.at(-1)
    if (run && run.at(-1) === i - 1) run.push(i)
    else runs.push([i])
  }
  return runs
}

import type { Answer, Cell } from '../domain/answer'
import { formatInterval, formatMissing, formatNumberWithUnit, formatValue } from '../domain/format'
import { cellsOf, filterOf } from './cells'
import type { ChartContext } from './context'
import type { PaletteName } from './palette'
import type { Mark, Shape } from './scene'
import { cellRows, type TipRow } from './tooltip'
import { word } from './words'

const order = ['tier1', 'tier2', 'tier3', 'arbitration', 'litigation']

interface Look {
  readonly fill: PaletteName
  readonly on: PaletteName
}

const looks: Readonly<Record<string, Look>> = {
  tier1: { fill: 't1', on: 'on-t1' },
  tier2: { fill: 't2', on: 'on-t2' },
  tier3: { fill: 't3', on: 'on-t3' },
}
const outside: Look = { fill: 'out', on: 'on-out' }

/** One rung with what entered it and how that left; heights drawn always add up to `entered`. */
export interface Rung {
  readonly stage: string
  readonly label: string
  readonly look: Look
  /** Null: not known; `reason` says why. */
  readonly entered: number | null
  readonly reason: string | null
  /** As counted; those that went higher all the same are in both. */
  readonly settled: number | null
  readonly escalated: number | null
  readonly waiting: number | null
  readonly other: number | null
  /** Settled and not escalated afterwards: the drawn height. */
  readonly settledDrawn: number
  /** Words for the parts. */
  readonly settledWords: string
  readonly daysWords: string
  readonly cells: readonly Cell[]
}

const find = (cells: readonly Cell[], stage: string, name: string): Cell | undefined =>
  cells.find((cell) => cell.metric === `ladder.${name}` && cell.members['stage'] === stage)

const daysWords = (cell: Cell | undefined, { language }: ChartContext): string => {
  if (!cell) return ''
  if (cell.missing) return `${word('median', language)}${language === 'zh' ? '' : ': '}${formatMissing(cell.missing, language)}`
  return `${word('median', language)} ${formatNumberWithUnit(cell, 'day', Number.isInteger(cell.value) ? 0 : 1, language)}`
}

const otherOf = (rest: number | null, given: number | null): number | null => given ?? rest

const rungOf = (stage: string, cells: readonly Cell[], context: ChartContext): Rung => {
  const { language } = context
  const value = (name: string) => find(cells, stage, name)?.value ?? null
  const [entered, settled, escalated, waiting] = [value('entered'), value('settled'), value('escalated'), value('waiting')]
  const both = value('breached') ?? 0
  const settledDrawn = Math.max(0, (settled ?? 0) - both)
  const known = entered !== null && settled !== null && escalated !== null && waiting !== null
  const rest = known ? Math.max(0, entered - settledDrawn - escalated - waiting) : null
  const missing = find(cells, stage, 'entered')?.missing
  const settledCell = find(cells, stage, 'settled')
  const name = word(looks[stage] ? 'settled' : 'closed', language)
  const settledText = settledCell?.missing ? formatMissing(settledCell.missing, language) : formatValue(settled, 'entry', 0, language)
  return {
    stage, entered, settled, escalated, waiting, settledDrawn,
    label: context.label('stage', stage),
    look: looks[stage] ?? outside,
    reason: missing ? formatMissing(missing, language) : null,
    other: otherOf(rest, value('ended_otherwise')),
    settledWords: `${name} ${settledText}`,
    daysWords: daysWords(find(cells, stage, 'days_median'), context),
    cells: cells.filter((cell) => cell.members['stage'] === stage),
  }
}

/** Rungs from the lowest up; stages the extract does not hold are left out, those it cannot count say why. */
export const rungsOf = (answer: Answer, context: ChartContext): Rung[] => {
  const cells = cellsOf(answer).filter((cell) => cell.metric.startsWith('ladder.'))
  const present = new Set(cells.map((cell) => cell.members['stage']))
  const more = [...present].filter((stage): stage is string => typeof stage === 'string' && !order.includes(stage))
  return [...order.filter((stage) => present.has(stage)), ...more].map((stage) => rungOf(stage, cells, context))
}

/** How much of what left a rung upwards can have arrived on the next; more entered it directly, or skipped it. */
export const arrived = (from: Rung, next: Rung): number => Math.min(from.escalated ?? 0, next.entered ?? 0)

const rungTips = (rung: Rung, context: ChartContext): TipRow[] => {
  const { language } = context
  return rung.cells.flatMap((cell) => {
    const [first, ...more] = cellRows(cell, context.metric(cell.metric), language)
    if (!first) return []
    const interval = cell.low !== null && cell.metric === 'ladder.days_median' ? [{ name: word('interval', language), value: formatInterval(cell.low, cell.high, 'day', 0, language) }] : []
    return [first, ...interval, ...more.filter((row) => row.name !== word('interval', language) && cell.compared)]
  })
}

/** A rung as drawn: pointed at it tells its numbers, a click narrows the page to it. */
export const rungMark = (rung: Rung, shapes: readonly Shape[], context: ChartContext): Mark => ({
  name: rung.label, shapes, tip: () => ({ title: rung.label, rows: rungTips(rung, context) }), pick: filterOf('stage', rung.stage),
})

export const rungSentence = (rung: Rung, { language }: ChartContext): string => {
  const count = (name: 'entered' | 'escalated' | 'waiting', value: number | null): string => `${word(name, language)} ${value === null ? word('notRecorded', language) : formatValue(value, 'entry', 0, language)}`
  if (rung.entered === null) return `${rung.label} ${rung.reason ?? word('notRecorded', language)}`
  const other = rung.other ? [`${word('other', language)} ${formatValue(rung.other, 'entry', 0, language)}`] : []
  const parts = [count('entered', rung.entered), rung.settledWords, count('escalated', rung.escalated), count('waiting', rung.waiting), ...other, rung.daysWords]
  return `${rung.label} ${parts.filter(Boolean).join(language === 'zh' ? '、' : ', ')}`
}

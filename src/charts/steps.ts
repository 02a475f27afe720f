import type { Cell } from '../domain/answer'
import { formatMeasured, formatMissing, formatWithUnit } from '../domain/format'
import { cellsOf, known, wholeReason } from './cells'
import type { ChartContext } from './context'
import { emptyChart, type Builder } from './frame'
import { fitText } from './measure'
import { widest } from './rows'
import { linear } from './scale'
import { hatch, type Mark, type Shape } from './scene'
import { cellRows, type Tip, type TipRow } from './tooltip'
import { colon, listed, stop, word } from './words'

const rowHeight = 46
const barHeight = 16

interface Step {
  readonly cell: Cell
  readonly name: string
  readonly value: string
  /** Of the first step and of the one before; null where it cannot be said. */
  readonly ofFirst: number | null
  readonly ofBefore: number | null
}

const part = (cell: Cell, of: Cell | undefined): number | null => (known(cell) && known(of) && of.value > 0 ? cell.value / of.value : null)

const stepsOf = (cells: readonly Cell[], { metric, language }: ChartContext): Step[] => {
  const unit = (cell: Cell | undefined) => (cell ? metric(cell.metric).unit : null)
  return cells.map((cell, i): Step => {
    const one = metric(cell.metric)
    const same = (other: Cell | undefined) => (i > 0 && unit(other) === one.unit ? other : undefined)
    return {
      cell, name: one.short[language], value: formatMeasured(cell, one.unit, one.digits, language, { compact: true }),
      ofFirst: part(cell, same(cells[0])), ofBefore: i > 1 ? part(cell, same(cells[i - 1])) : null,
    }
  })
}

const percent = (share: number, { language }: ChartContext): string => formatWithUnit(share, 'percent', 1, language)

const shareWords = (step: Step, context: ChartContext): string =>
  [step.ofFirst === null ? '' : `${word('ofFirst', context.language)} ${percent(step.ofFirst, context)}`, step.ofBefore === null || context.size === 'narrow' ? '' : `${word('ofBefore', context.language)} ${percent(step.ofBefore, context)}`].filter(Boolean).join(' · ')

const tip = (step: Step, context: ChartContext): Tip => {
  const { language } = context
  const more: TipRow[] = [
    ...(step.ofFirst === null ? [] : [{ name: word('ofFirst', language), value: percent(step.ofFirst, context) }]),
    ...(step.ofBefore === null ? [] : [{ name: word('ofBefore', language), value: percent(step.ofBefore, context) }]),
  ]
  return { title: step.name, rows: [...cellRows(step.cell, context.metric(step.cell.metric), language, word('value', language)), ...more] }
}

const mark = (step: Step, i: number, x: (value: number) => number, right: number, context: ChartContext): Mark => {
  const y = i * rowHeight
  const words = shareWords(step, context)
  const track: Shape = { kind: 'rect', x: 0, y: y + 21, w: right, h: barHeight, fill: 'wash' }
  const bar: Shape[] = known(step.cell)
    ? [{ kind: 'rect', x: 0, y: y + 21, w: Math.max(1.5, x(step.cell.value)), h: barHeight, fill: i === 0 ? 't1' : 't2' }]
    : [hatch(0, y + 23, 44, 12, 'open')]
  const room = context.width - widest([words], 1000) - 12
  return { name: step.name, tip: () => tip(step, context), shapes: [
    track, ...bar,
    { kind: 'text', x: 0, y: y + 10, text: fitText(step.name, room), fill: 'ink' },
    { kind: 'text', x: context.width, y: y + 10, text: words, fill: 'ink2', align: 'right' },
    { kind: 'text', x: context.width, y: y + 29, text: step.value, fill: known(step.cell) ? 'ink' : 'mute', align: 'right', bold: known(step.cell) },
    { kind: 'hit', x: 0, y, w: context.width, h: rowHeight },
  ] }
}

/** One cohort's steps from top to bottom, each as long as its part of the first. */
export const buildSteps: Builder<'steps'> = (answer, panel, context) => {
  const all = cellsOf(answer)
  const cells = panel.metrics.flatMap((id) => all.filter((cell) => cell.metric === id).slice(0, 1))
  if (cells.length === 0 || wholeReason(cells)) return emptyChart(wholeReason(cells), context, cells)
  const { language } = context
  const steps = stepsOf(cells, context)
  const unit = context.metric(cells[0]?.metric ?? '').unit
  const drawn = cells.filter((cell) => known(cell) && context.metric(cell.metric).unit === unit)
  const right = context.width - widest(steps.map(({ value }) => value), 160, true) - 12
  const x = linear([0, Math.max(...drawn.map((cell) => cell.value ?? 0)) || 1], [0, right])
  const spoken = steps.map((step) => `${step.name} ${step.cell.missing ? formatMissing(step.cell.missing, language) : [step.value, shareWords(step, context)].filter(Boolean).join(language === 'zh' ? '，' : ', ')}`)
  return {
    width: context.width,
    height: steps.length * rowHeight,
    cells,
    summary: `${context.metric(cells[0]?.metric ?? '').name[language]}${colon(language)}${listed(spoken, language)}${stop(language)}`,
    layers: [{ id: 'steps', marks: steps.map((step, i) => mark(step, i, x, right, context)) }],
  }
}

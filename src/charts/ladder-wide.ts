import { formatValue } from '../domain/format'
import type { ChartContext } from './context'
import { arrived, rungMark, type Rung } from './ladder-model'
import { fitText, lineHeight, textWidth, wrapText } from './measure'
import { tenth } from './scale'
import { hatch, type Mark, type Shape } from './scene'
import { word } from './words'

export interface Drawing {
  readonly marks: readonly Mark[]
  readonly height: number
}

const stem = 10
/** One case is always to be seen. */
const hairline = 1.5

interface Column {
  readonly x: number
  readonly width: number
  readonly k: number
  readonly last: boolean
  /** Where the drawing starts below the titles. */
  readonly head: number
}

/** In narrow columns words go below and the block takes the width. */
const blockWidth = (width: number): number => (width >= 150 ? Math.min(width * 0.5, 118) : width - stem - 16)

const thick = (n: number, k: number): number => (n > 0 ? Math.max(hairline, n * k) : 0)

const count = (value: number | null, { language }: ChartContext): string => formatValue(value, 'entry', 0, language)

const titles = (rung: Rung, { x, width, head }: Column, context: ChartContext): Shape[] => {
  const entered = rung.entered === null ? (rung.reason ?? word('notRecorded', context.language)) : `${word('entered', context.language)} ${count(rung.entered, context)}`
  return [
    ...wrapText(rung.label, width - 8, true).map((text, i): Shape => ({ kind: 'text', x, y: 9 + i * lineHeight, text, fill: 'ink', bold: true })),
    { kind: 'text', x, y: head - 17, text: fitText(entered, width - 6), fill: 'ink2' },
  ]
}

/** Pale band from this rung to the next one's stem; what comes from elsewhere joins below it. */
const passage = (rung: Rung, next: Rung, { x, width, k, head }: Column): Shape[] => {
  const [left, right] = [thick(rung.escalated ?? 0, k), thick(arrived(rung, next), k)]
  if (left === 0) return []
  const [a, b, m] = [x + stem, x + width, width * 0.45]
  const at = (px: number, py: number) => `${tenth(px)} ${tenth(py)}`
  return [{ kind: 'path', d: `M${at(a, head)}L${at(b, head)}L${at(b, head + right)}C${at(b - m, head + right)} ${at(a + m + 8, head + left)} ${at(a, head + left)}Z`, fill: rung.look.fill, opacity: 0.2 }]
}

interface Word {
  readonly text: string
  readonly y: number
}

/** Words one below the other, each at its place or as far below as the one before forces it. */
const dodge = (words: readonly Word[]): Word[] => {
  let floor = -Infinity
  return words.map(({ text, y }) => {
    const at = Math.max(y, floor)
    floor = at + 16
    return { text, y: at }
  })
}

interface Stack {
  readonly shapes: readonly Shape[]
  readonly bottom: number
}

const blocks = (rung: Rung, { x, width, k, last, head }: Column, context: ChartContext): Stack => {
  const block = blockWidth(width)
  const left = x + stem
  const sizes = { up: thick(rung.escalated ?? 0, k), settled: thick(rung.settledDrawn, k), waiting: thick(rung.waiting ?? 0, k), other: thick(rung.other ?? 0, k) }
  const [y1, y2] = [head + sizes.up, head + sizes.up + sizes.settled]
  const [y3, y4] = [y2 + sizes.waiting, y2 + sizes.waiting + sizes.other]
  const shapes: Shape[] = [{ kind: 'rect', x, y: head, w: stem, h: Math.max(y4 - head, 1), fill: rung.look.fill }]
  if (sizes.settled > 0) shapes.push({ kind: 'rect', x: left, y: y1, w: block, h: sizes.settled, fill: rung.look.fill })
  if (sizes.waiting > 0) shapes.push(hatch(left, y2, block, sizes.waiting, 'open'))
  if (sizes.other > 0) shapes.push({ kind: 'rect', x: left, y: y3, w: block, h: sizes.other, fill: 'open', opacity: 0.45 })
  const inside = sizes.settled >= 20 && textWidth(rung.settledWords, 12, true) <= block - 12
  const daysInside = inside && sizes.settled >= 42 && textWidth(rung.daysWords) <= block - 12
  const side: Word[] = []
  if (rung.waiting !== null && sizes.waiting > 0) side.push({ text: `${word('waiting', context.language)} ${count(rung.waiting, context)}`, y: Math.max((y2 + y3) / 2, head + 8) })
  if (sizes.other > 0) side.push({ text: `${word('other', context.language)} ${count(rung.other, context)}`, y: (y3 + y4) / 2 })
  if (!last && sizes.up > 0 && sizes.up < 22) side.unshift({ text: `${word('passed', context.language)} ${count(rung.escalated, context)}`, y: head + Math.max(sizes.up, 2) + 12 })
  const fits = (one: Word) => textWidth(one.text) <= width - stem - block - 8
  const placed = dodge(side.filter(fits))
  const tail = [...(daysInside ? [] : [rung.daysWords]), ...side.filter((one) => !fits(one)).map((one) => one.text)].filter(Boolean)
  const below = [...(inside ? [] : [rung.settledWords]), ...tail.flatMap((text) => wrapText(text, width - stem - 6))]
  for (const one of placed) shapes.push({ kind: 'text', x: left + block + 6, y: one.y, text: one.text, fill: 'ink2' })
  if (inside) {
    const middle = (y1 + y2) / 2
    shapes.push({ kind: 'text', x: left + 8, y: daysInside ? middle - 9 : middle, text: rung.settledWords, fill: rung.look.on, bold: true })
    if (daysInside) shapes.push({ kind: 'text', x: left + 8, y: middle + 9, text: rung.daysWords, fill: rung.look.on })
  }
  const start = y4 + 13
  below.forEach((text, i) => shapes.push({ kind: 'text', x: left, y: start + i * lineHeight, text: fitText(text, width - stem - 6), fill: i === 0 && !inside ? 'ink' : 'ink2', bold: i === 0 && !inside }))
  const sideBottom = Math.max(0, ...placed.map((one) => one.y + 9))
  return { shapes, bottom: Math.max(y4, sideBottom, below.length > 0 ? start + below.length * lineHeight - 6 : 0) }
}

const passageWords = (rung: Rung, { x, width, k, head }: Column, context: ChartContext): Shape[] => {
  const up = thick(rung.escalated ?? 0, k)
  if (up < 22) return []
  const text = `${word('escalated', context.language)} ${count(rung.escalated, context)}`
  return [{ kind: 'text', x: x + stem + 8, y: head + Math.min(up / 2, 40), text: fitText(text, width - stem - 16), fill: 'ink' }]
}

const nothing = (rung: Rung, { x, width, head }: Column, context: ChartContext): Stack => ({
  shapes: [
    { kind: 'line', points: [[x, head], [x + blockWidth(width) + stem, head]], stroke: rung.entered === 0 ? rung.look.fill : 'open', width: 1.5, ...(rung.entered === null ? { dash: [4, 3] } : {}) },
    ...(rung.entered === 0 ? [{ kind: 'text', x, y: head + 14, text: word('noEntry', context.language), fill: 'mute' } as const] : []),
  ],
  bottom: head + 24,
})

/** Rungs from left to right, what leaves upwards flowing on, the rest coming to lie below. Heights are proportional to counts. */
export const drawWide = (rungs: readonly Rung[], context: ChartContext): Drawing => {
  const most = Math.max(1, ...rungs.map((rung) => rung.entered ?? 0))
  const k = (context.size === 'wide' ? 190 : 170) / most
  const width = Math.min(220, context.width / rungs.length)
  const head = 26 + lineHeight * Math.max(...rungs.map((rung) => wrapText(rung.label, width - 8, true).length))
  const drawn = rungs.map((rung, i) => {
    const column: Column = { x: i * width, width, k, last: i === rungs.length - 1, head }
    const next = rungs[i + 1]
    const stack = rung.entered ? blocks(rung, column, context) : nothing(rung, column, context)
    const flow = next && rung.entered ? [...passage(rung, next, column), ...passageWords(rung, column, context)] : []
    const hit: Shape = { kind: 'hit', x: column.x, y: 0, w: width, h: stack.bottom }
    return { stack, mark: rungMark(rung, [...flow, ...titles(rung, column, context), ...stack.shapes, hit], context) }
  })
  return { marks: drawn.map((one) => one.mark), height: Math.ceil(Math.max(...drawn.map((one) => one.stack.bottom)) + 6) }
}

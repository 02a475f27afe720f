import { formatValue } from '../domain/format'
import type { ChartContext } from './context'
import { arrived, rungMark, type Rung } from './ladder-model'
import type { Drawing } from './ladder-wide'
import { fitText, textWidth } from './measure'
import { tenth } from './scale'
import { hatch, type Shape } from './scene'
import { word } from './words'

const stem = 8
const block = 34
const hairline = 1.5

const thick = (n: number, k: number): number => (n > 0 ? Math.max(hairline, n * k) : 0)
const count = (value: number | null, { language }: ChartContext): string => formatValue(value, 'entry', 0, language)

/** Lines of parts that fit the width, broken between parts. */
const wrap = (parts: readonly string[], width: number): string[] => {
  const lines: string[] = []
  for (const part of parts) {
    const longer = lines.length > 0 ? `${lines.at(-1)} · ${part}` : part
    if (lines.length > 0 && textWidth(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(part)
  }
  return lines
}

interface Placed {
  readonly shapes: readonly Shape[]
  readonly bottom: number
}

const heading = (rung: Rung, y: number, context: ChartContext): Shape[] => {
  const entered = rung.entered === null ? (rung.reason ?? word('notRecorded', context.language)) : rung.entered === 0 ? `0 · ${word('noEntry', context.language)}` : `${word('entered', context.language)} ${count(rung.entered, context)}`
  return [
    { kind: 'text', x: 0, y: y + 9, text: fitText(rung.label, context.width - textWidth(entered) - 12, 12, true), fill: 'ink', bold: true },
    { kind: 'text', x: context.width, y: y + 9, text: entered, fill: 'ink2', align: 'right' },
  ]
}

const wordsOf = (rung: Rung, inside: boolean, context: ChartContext): string[] => {
  const { language } = context
  const parts = inside ? [rung.daysWords] : [rung.settledWords, rung.daysWords]
  if (rung.waiting) parts.push(`${word('waiting', language)} ${count(rung.waiting, context)}`)
  if (rung.other) parts.push(`${word('other', language)} ${count(rung.other, context)}`)
  return parts.filter(Boolean)
}

const passage = (rung: Rung, next: Rung | undefined, k: number, top: number, bottom: number): Shape[] => {
  const left = thick(rung.escalated ?? 0, k)
  if (!next || left === 0) return []
  const right = thick(arrived(rung, next), k)
  return [{ kind: 'path', d: `M0 ${top}L${tenth(left)} ${top}C${tenth(left)} ${top + 40} ${tenth(right)} ${bottom - 30} ${tenth(right)} ${bottom}L0 ${bottom}Z`, fill: rung.look.fill, opacity: 0.2 }]
}

const stack = (rung: Rung, y: number, k: number, last: boolean, context: ChartContext): Placed => {
  const up = thick(rung.escalated ?? 0, k)
  const [settled, waiting, other] = [thick(rung.settledDrawn, k), thick(rung.waiting ?? 0, k), thick(rung.other ?? 0, k)]
  const total = up + settled + waiting + other
  const y1 = y + stem
  const shapes: Shape[] = [{ kind: 'rect', x: 0, y, w: Math.max(total, hairline), h: stem, fill: rung.look.fill }]
  if (settled > 0) shapes.push({ kind: 'rect', x: up, y: y1, w: settled, h: block, fill: rung.look.fill })
  if (waiting > 0) shapes.push(hatch(up + settled, y1, waiting, block, 'open'))
  if (other > 0) shapes.push({ kind: 'rect', x: up + settled + waiting, y: y1, w: other, h: block, fill: 'open', opacity: 0.45 })
  const inside = textWidth(rung.settledWords, 12, true) + 14 <= settled
  if (inside) shapes.push({ kind: 'text', x: up + 8, y: y1 + block / 2, text: rung.settledWords, fill: rung.look.on, bold: true })
  const passed = !last && rung.escalated ? `${word('escalated', context.language)} ${count(rung.escalated, context)}` : ''
  const passedInside = passed !== '' && textWidth(passed) + 14 <= up
  if (passedInside) shapes.push({ kind: 'text', x: 8, y: y1 + block / 2, text: passed, fill: 'ink' })
  const start = context.width - up - 10 >= 120 ? up + 10 : 8
  const lines = wrap([...wordsOf(rung, inside, context), ...(passedInside ? [] : [passed])].filter(Boolean), context.width - start)
  const bold = !inside
  lines.forEach((text, i) => shapes.push({ kind: 'text', x: start, y: y1 + block + 13 + i * 18, text, fill: i === 0 && bold ? 'ink' : 'ink2' }))
  return { shapes, bottom: y1 + block + lines.length * 18 + 16 }
}

const empty = (rung: Rung, y: number): Placed => ({
  shapes: [{ kind: 'line', points: [[0, y + 2], [60, y + 2]], stroke: rung.entered === 0 ? rung.look.fill : 'open', width: 1.5, ...(rung.entered === null ? { dash: [4, 3] } : {}) }],
  bottom: y + 22,
})

/** Rungs from top to bottom for a phone: widths are proportional to counts, what is passed on flows down the left edge. */
export const drawNarrow = (rungs: readonly Rung[], context: ChartContext): Drawing => {
  const most = Math.max(1, ...rungs.map((rung) => rung.entered ?? 0))
  const k = (context.width - 4) / most
  let y = 0
  const marks = rungs.map((rung, i) => {
    const top = y
    const next = rungs[i + 1]
    const placed = rung.entered ? stack(rung, top + 22, k, !next, context) : empty(rung, top + 22)
    y = placed.bottom
    const flow = rung.entered ? passage(rung, next, k, top + 22 + stem, placed.bottom + 22) : []
    return rungMark(rung, [...flow, ...heading(rung, top, context), ...placed.shapes, { kind: 'hit', x: 0, y: top, w: context.width, h: placed.bottom - top }], context)
  })
  return { marks, height: Math.ceil(y) }
}

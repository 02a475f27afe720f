import type { Member, TransitionAnswer } from '../domain/answer'
import { formatValue, formatWithUnit } from '../domain/format'
import { periodLabel } from '../domain/format-time'
import { periodKey } from '../domain/period'
import { transitionOf } from '../domain/transitions'
import type { ChartContext } from './context'
import { emptyChart, type Builder } from './frame'
import { lineHeight, textWidth, wrapText } from './measure'
import type { PaletteName } from './palette'
import { tenth } from './scale'
import { still, hatch, type Mark, type Shape } from './scene'
import type { Tip } from './tooltip'
import { movesOf, type Course, type Flow, type Moves, type Node } from './transition-model'
import { colon, joined, listed, stop, word } from './words'

const bar = 12
const gap = 20
const apartGap = 34
/** Lines of words beside a bar: its name, on a phone perhaps on two lines, and its number. */
const wordLine = 16

const courses: readonly Course[] = ['up', 'same', 'down', 'gone']
const looks: Readonly<Record<Course, { readonly fill: PaletteName; readonly opacity: number; readonly name: 'moveUp' | 'moveSame' | 'moveDown' | 'moveGone' }>> = {
  up: { fill: 'accent', opacity: 0.55, name: 'moveUp' },
  same: { fill: 'open', opacity: 0.4, name: 'moveSame' },
  down: { fill: 'out', opacity: 0.6, name: 'moveDown' },
  gone: { fill: 'open', opacity: 0.2, name: 'moveGone' },
}

interface Placed extends Node {
  readonly y: number
  readonly h: number
}

interface Sides {
  readonly before: readonly Placed[]
  readonly after: readonly Placed[]
  readonly bottom: number
  readonly k: number
}

/** Names of neighbours never touch: `least` is what one takes. */
const stack = (nodes: readonly Node[], top: number, k: number, least: number): Placed[] => {
  let y = top
  return nodes.map((node, i) => {
    const before = nodes[i - 1]
    if (node.apart && before && !before.apart) y += apartGap - gap
    const h = Math.max(2, node.n * k)
    const placed = { ...node, y, h }
    y += Math.max(h + gap, least)
    return placed
  })
}

const place = (moves: Moves, top: number, body: number, least: number): Sides => {
  const k = body / Math.max(1, moves.total)
  const [before, after] = [stack(moves.before, top, k, least), stack(moves.after, top, k, least)]
  const bottom = Math.max(...[...before, ...after].map(({ y, h }) => Math.max(y + h, y + least - 8)))
  return { before, after, bottom, k }
}

/** Ribbons leave and arrive in the order of the bars, so that they cross as little as they can. */
const ribbons = (moves: Moves, { before, after, k }: Sides, left: number, right: number): { readonly flow: Flow; readonly shape: Shape }[] => {
  const arrived = new Map<Member, number>()
  return before.flatMap((from) => {
    let out = 0
    return after.flatMap((to) => {
      const flow = moves.flows.find((one) => one.from === from.member && one.to === to.member)
      if (!flow) return []
      const h = Math.max(1, flow.n * k)
      const [y1, y2] = [from.y + out, to.y + (arrived.get(to.member) ?? 0)]
      out += flow.n * k
      arrived.set(to.member, (arrived.get(to.member) ?? 0) + flow.n * k)
      const m = (left + right) / 2
      const at = (x: number, y: number) => `${tenth(x)} ${tenth(y)}`
      const d = `M${at(left, y1)}C${at(m, y1)} ${at(m, y2)} ${at(right, y2)}L${at(right, y2 + h)}C${at(m, y2 + h)} ${at(m, y1 + h)} ${at(left, y1 + h)}Z`
      const { fill, opacity } = looks[flow.course]
      return [{ flow, shape: { kind: 'path', d, fill, opacity } as const }]
    })
  })
}

const nameLines = (side: 'from' | 'to', { member }: Node, width: number, transition: string, context: ChartContext): string[] =>
  wrapText(context.label(transitionOf(transition)[side], member), width - 8)

const names = (side: 'from' | 'to', nodes: readonly Placed[], width: number, moves: Moves, transition: string, context: ChartContext): Shape[] => {
  const [x, align] = side === 'from' ? ([width - 8, 'right'] as const) : ([context.width - width + 8, 'left'] as const)
  return nodes.flatMap((node): Shape[] => {
    const lines = nameLines(side, node, width, transition, context)
    const first = Math.max(node.y + 8, node.y + node.h / 2 - (lines.length * wordLine) / 2)
    const count = `${formatValue(node.n, 'case', 0, context.language)} · ${formatWithUnit(node.n / moves.total, 'percent', 0, context.language)}`
    return [...lines, count].map((text, i): Shape => ({ kind: 'text', x, y: first + i * wordLine, text, fill: i < lines.length ? 'ink' : 'ink2', align }))
  })
}

const bars = (nodes: readonly Placed[], x: number): Shape[] => nodes.flatMap(({ apart, y, h }): Shape[] => (apart ? [{ kind: 'rect', x, y, w: bar, h, fill: 'open', opacity: 0.25 }, hatch(x, y, bar, h, 'open', 4)] : [{ kind: 'rect', x, y, w: bar, h, fill: 'ink2' }]))

const heads = (answer: TransitionAnswer, { language, width }: ChartContext, y: number): Shape[] => {
  if (!answer.between) return []
  const text = (month: number) => periodLabel(periodKey('month', month), language)
  return [
    { kind: 'text', x: 0, y, text: text(answer.between.from), fill: 'ink', bold: true },
    { kind: 'text', x: width, y, text: text(answer.between.to), fill: 'ink', align: 'right', bold: true },
  ]
}

const courseWords = (moves: Moves, course: Course, { language }: ChartContext): string =>
  `${word(looks[course].name, language)} ${formatValue(moves.of[course], 'case', 0, language)} · ${formatWithUnit(moves.of[course] / moves.total, 'percent', 0, language)}`

/** What the colours mean, with how many units went that way. */
const key = (moves: Moves, context: ChartContext): { readonly shapes: readonly Shape[]; readonly height: number } => {
  const shapes: Shape[] = []
  let [x, line] = [0, 0]
  for (const course of courses.filter((one) => moves.of[one] > 0)) {
    const text = courseWords(moves, course, context)
    const w = textWidth(text) + 18
    if (x > 0 && x + w > context.width) [x, line] = [0, line + 1]
    const { fill, opacity } = looks[course]
    shapes.push({ kind: 'rect', x, y: line * 20 + 4, w: 12, h: 12, fill, opacity }, { kind: 'text', x: x + 18, y: line * 20 + 10, text, fill: 'ink2' })
    x += w + 16
  }
  return { shapes, height: (line + 1) * 20 }
}

const sentence = (answer: TransitionAnswer, moves: Moves, transition: string, context: ChartContext): string => {
  const { language } = context
  const { from, to } = transitionOf(transition)
  const courseParts = courses.filter((one) => moves.of[one] > 0).map((course) => courseWords(moves, course, context))
  const flows = moves.flows.map((flow) => `${context.label(from, flow.from)} → ${context.label(to, flow.to)} ${formatValue(flow.n, 'case', 0, language)}`)
  const span = answer.between ? [periodKey('month', answer.between.from), periodKey('month', answer.between.to)].map((month) => periodLabel(month, language)).join(' → ') : ''
  return `${span}${colon(language)}${joined(courseParts, language)}${language === 'zh' ? '；' : '; '}${listed(flows, language)}${stop(language)}`
}

/** The same units at two dates: bars for the states, ribbons for the ways between them, and apart what was not seen again. */
export const buildTransition: Builder<'transition'> = (answer, panel, context) => {
  if (answer.kind !== 'transition' || answer.missing || answer.flows.every(({ n }) => n === 0)) return emptyChart(answer.kind === 'transition' ? answer.missing : null, context)
  const { width, size, language } = context
  const moves = movesOf(answer, panel.transition)
  const legend = key(moves, context)
  const side = size === 'narrow' ? 94 : 132
  const top = legend.height + 34
  const most = Math.max(...moves.before.map((node) => nameLines('from', node, side, panel.transition, context).length), ...moves.after.map((node) => nameLines('to', node, side, panel.transition, context).length))
  const sides = place(moves, top, size === 'narrow' ? 220 : 250, (most + 1) * wordLine + 4)
  const flows = ribbons(moves, sides, side + bar, width - side - bar)
  const { from, to } = transitionOf(panel.transition)
  const frame: Shape[] = [
    ...legend.shapes, ...heads(answer, context, legend.height + 14),
    ...bars(sides.before, side), ...bars(sides.after, width - side - bar),
    ...names('from', sides.before, side, moves, panel.transition, context), ...names('to', sides.after, side, moves, panel.transition, context),
  ]
  const said = (flow: Moves['flows'][number]): Tip => ({
    title: `${context.label(from, flow.from)} → ${context.label(to, flow.to)}`,
    rows: [
      { name: word('number', language), value: formatValue(flow.n, 'case', 0, language), strong: true },
      { name: word('share', language), value: formatWithUnit(flow.n / moves.total, 'percent', 1, language) },
      { name: word('change', language), value: word(looks[flow.course].name, language) },
    ],
  })
  return {
    width,
    height: Math.ceil(sides.bottom + lineHeight / 2),
    cells: [],
    summary: sentence(answer, moves, panel.transition, context),
    layers: [
      { id: 'ribbons', marks: flows.map(({ flow, shape }): Mark => ({ name: `${flow.from ?? ''}-${flow.to ?? ''}`, shapes: [shape], tip: () => said(flow) })) },
      still('frame', frame),
    ],
  }
}

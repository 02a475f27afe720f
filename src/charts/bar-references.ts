import { formatWithUnit } from '../domain/format'
import type { Metric } from '../domain/metrics/metric'
import type { Reference } from '../domain/references'
import type { Member } from '../domain/answer'
import type { ChartContext } from './context'
import { fitText, lineHeight, textWidth } from './measure'
import type { Shape } from './scene'

/** References every row may be set beside. A number that adds up is larger for the whole than for any part, so the whole's is none. */
export const sharedReferences = (metric: Metric, context: ChartContext): readonly Reference[] =>
  metric.adds.place ? [] : context.references(metric.id).filter(({ member }) => member === null)

/** References of one row's own member. */
export const ownReferences = (metric: Metric, member: Member, context: ChartContext): readonly Reference[] =>
  context.references(metric.id).filter((one) => one.member !== null && one.member.member === member)

/** Height of the labels above the rows. */
export const labelHeight = (shared: readonly Reference[]): number => shared.length * lineHeight

/** A thin line through all rows for each shared reference, its name on a line of its own above them. */
export const sharedLines = (shared: readonly Reference[], metric: Metric, x: (value: number) => number, bottom: number, { language, width }: ChartContext): Shape[] => {
  const middle = (i: number) => i * lineHeight + 8
  const lines = shared.map((one, i): Shape => {
    const aimed = one.kind === 'target'
    return { kind: 'line', points: [[x(one.value), middle(i) + 9], [x(one.value), bottom]], stroke: aimed ? 'ink2' : 'mute', width: aimed ? 1.5 : 1, dash: aimed ? [4, 3] : [2, 3] }
  })
  const names = shared.flatMap((one, i): Shape[] => {
    const text = fitText(`${one.label[language]} ${formatWithUnit(one.value, metric.unit, metric.digits, language, { compact: true })}`, width)
    const half = textWidth(text) / 2
    const at = Math.min(width - half, Math.max(half, x(one.value)))
    // The line of a name above may cross this one's place.
    return [{ kind: 'rect', x: at - half - 3, y: middle(i) - 8, w: 2 * half + 6, h: 16, fill: 'ground' }, { kind: 'text', x: at, y: middle(i), text, fill: 'ink2', align: 'center' }]
  })
  return [...lines, ...names]
}

/** A mark on one row for each reference of its own: a line for a target, dotted for a published figure. */
export const ownTicks = (own: readonly Reference[], x: (value: number) => number, y: number): Shape[] =>
  own.map((one): Shape => ({ kind: 'line', points: [[x(one.value), y - 11], [x(one.value), y + 11]], stroke: 'ink', width: one.kind === 'target' ? 2 : 1, ...(one.kind === 'target' ? {} : { dash: [2, 2] }) }))

import { monthOfDate, type Month, type Period, lengthOf } from './period'
import type { DimensionId } from './question'
import type { Bilingual } from './text'

/** Units seen at two dates: the fact holds one row per unit, later date and months between the two. */
export interface Transition {
  readonly id: string
  readonly name: Bilingual
  readonly fact: string
  readonly axis: string
  readonly from: DimensionId
  readonly to: DimensionId
  /** Dimension that holds the months between the two dates. */
  readonly span: DimensionId
  /** Which spans the fact holds, in months: the shortest for every month, the others at the ends of quarters and in the last month. */
  readonly spans: readonly number[]
}

export const transitions: readonly Transition[] = [
  {
    id: 'stance',
    name: { zh: '同一企业的态度变化', en: 'Stance of the same enterprises' },
    fact: 'stance_moves',
    axis: 'state',
    from: 'stance_before',
    to: 'stance_after',
    span: 'span',
    spans: [12, 24, 36, 48, 60],
  },
]

/** Throws when no transition has that id: ids come from the dashboards. */
export const transitionOf = (id: string): Transition => {
  const transition = transitions.find((t) => t.id === id)
  if (!transition) throw new Error(`No transition is called ${id}`)
  return transition
}

/** Months between the two dates: whole years, as long as the period where that long a span is held. */
export const spanOf = (period: Period, spans: readonly number[]): number => spans.find((span) => span >= lengthOf(period)) ?? Math.max(...spans)

/** The month of the later date: the period's last, or before it the last that holds such a span. */
export const laterMonth = (period: Period, span: number, last: Month, { spans }: Transition, asOf: string): Month => {
  const to = Math.min(period.to, last)
  const held = span === Math.min(...spans) || to % 3 === 2 || to === monthOfDate(asOf)
  return held ? to : to - ((to + 1) % 3)
}

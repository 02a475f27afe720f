import { operandsOf } from '../../../src/domain/compile/gap'
import type { Manifest } from '../../../src/domain/manifest'
import { metricOf } from '../../../src/domain/metrics'
import { bucketPeriod, monthOfDate, parsePeriod, yearOf, type Period } from '../../../src/domain/period'
import type { MetricId } from '../../../src/domain/question'
import type { Bilingual } from '../../../src/domain/text'
import { CommandError } from '../command/command-error'

/** What an extract holds of the metrics asked for. */
export interface Held {
  /** From their first month to the as-of date, in whole years. */
  readonly whole: Period
  /** False where it holds nothing of them: their answer says why, whatever the period. */
  readonly isAny: boolean
  readonly asOf: string
}

export const heldFor = (asked: readonly MetricId[], manifest: Manifest): Held => {
  const spans = asked.flatMap((id) => operandsOf(metricOf(id).formula).slice(0, 1)).flatMap(({ fact, axis }) => manifest.facts[fact]?.covers[axis] ?? [])
  const now = yearOf(monthOfDate(manifest.asOf))
  const first = spans.length ? Math.min(now, yearOf(Math.min(...spans.map((s) => s.from)))) : now
  const whole = { from: bucketPeriod('year', first, { from: 0, to: 0 }).from, to: bucketPeriod('year', now, { from: 0, to: 0 }).to }
  return { whole, isAny: spans.length > 0, asOf: manifest.asOf }
}

/** The years there are numbers of. */
const yearsHeld = ({ whole, asOf }: Held): Bilingual => {
  const [first, last] = [yearOf(whole.from), yearOf(whole.to)]
  return first === last
    ? { zh: `这些指标只有 ${first} 年的数据（截至 ${asOf}）`, en: `The data for these metrics is of ${first} alone (as of ${asOf})` }
    : { zh: `这些指标的数据从 ${first} 年到 ${last} 年（截至 ${asOf}）`, en: `The data for these metrics runs from ${first} to ${last} (as of ${asOf})` }
}

const edge = (name: string, text: string | undefined, side: keyof Period, fallback: number): number => {
  if (text === undefined) return fallback
  const period = parsePeriod(text)
  if (period) return period[side]
  throw new CommandError(
    { zh: `--${name} 看不懂“${text}”。`, en: `--${name} cannot read "${text}".` },
    { zh: '写法：2025、2025-Q1 或 2025-03。', en: 'Write 2025, 2025-Q1 or 2025-03.' },
  )
}

interface Edges {
  readonly from?: string
  readonly to?: string
}

const turnedRound = ({ from, to }: Edges, held: Held): CommandError => {
  const [first, last] = [yearOf(held.whole.from), yearOf(held.whole.to)]
  const [years, todo] = [yearsHeld(held), { zh: '请检查 --from 和 --to。', en: 'Check --from and --to.' }]
  const advice = held.isAny ? { zh: `${years.zh}，${todo.zh}`, en: `${years.en}. ${todo.en}` } : todo
  if (to === undefined) return new CommandError({ zh: `--from ${from} 晚于数据的最后一年 ${last}。`, en: `--from ${from} lies after the last year of the data, ${last}.` }, advice)
  if (from === undefined) return new CommandError({ zh: `--to ${to} 早于数据的第一年 ${first}。`, en: `--to ${to} lies before the first year of the data, ${first}.` }, advice)
  return new CommandError({ zh: '起始晚于结束。', en: 'The period ends before it begins.' }, todo)
}

const outside = ({ from, to }: Edges, held: Held): CommandError => {
  const [years, given] = [yearsHeld(held), [...from === undefined ? [] : [`--from ${from}`], ...to === undefined ? [] : [`--to ${to}`]].join(' ')]
  return new CommandError(
    { zh: `${given} 这段时间没有数据。`, en: `There is no data for ${given}.` },
    { zh: `${years.zh}，请改 --from 和 --to。`, en: `${years.en}; change --from and --to.` },
  )
}

/** The period that `--from` and `--to` name, else all that is held. Throws CommandError where it is none, or nothing of it is held. */
export const periodOf = (given: Edges, held: Held): Period => {
  const { whole } = held
  const period = { from: edge('from', given.from, 'from', whole.from), to: edge('to', given.to, 'to', whole.to) }
  if (period.from > period.to) throw turnedRound(given, held)
  if (held.isAny && (period.to < whole.from || period.from > whole.to)) throw outside(given, held)
  return period
}

/** Said beside the answer where only a part of the period is held; null where all of it is. */
export const partlyHeld = (period: Period, held: Held): Bilingual | null => {
  if (!held.isAny || (period.from >= held.whole.from && period.to <= held.whole.to)) return null
  const years = yearsHeld(held)
  return { zh: `${years.zh}，其余时间没有数。`, en: `${years.en}; there is no number for the rest.` }
}

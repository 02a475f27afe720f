import type { DistributionAnswer } from '../answer'
import type { Panel } from '../dashboards/dashboard'
import { formatValue, formatWithUnit, unitLabel } from '../format'
import type { Language } from '../text'
import { bandOf } from '../statistics/bands'
import { endedInterval, openInterval, survivalCurve } from '../statistics/survival'
import { blank, counted, reasonRows, type Twin, type TwinCell, type TwinColumn, type TwinContext } from './twin'
import { word } from './words'

const share = (value: number | null, language: Language): TwinCell => (value === null ? blank : { text: formatWithUnit(value, 'percent', 1, language), raw: value, missing: null })

const days = (value: number, language: Language): TwinCell => ({ text: formatValue(value, 'day', 0, language), raw: value, missing: null })

/** A band by its first and last day. */
const band = (value: number, bands: readonly number[]): TwinCell => {
  const { from, to } = bandOf(value, bands)
  return { text: to === null ? `> ${from - 1}` : `${from}–${to}`, raw: value, missing: null, bound: to === null ? 'over' : 'at_most' }
}

/** How many have which value, and the running share. `heading` is what the values are called. */
const tallyTwin = (answer: DistributionAnswer, caption: string, heading: { readonly value: string; readonly n: string; write(value: number): TwinCell }, { language }: TwinContext): Twin => {
  const total = answer.bins.reduce((sum, bin) => sum + bin.n, 0)
  const columns: TwinColumn[] = [{ key: 'days', label: heading.value, kind: 'number' }, { key: 'cases', label: heading.n, kind: 'number' }, { key: 'running', label: word('running', language), kind: 'number' }]
  let running = 0
  const rows = [...answer.bins].sort((a, b) => a.value - b.value).map((bin) => {
    running += bin.n
    return { cells: [heading.write(bin.value), counted(bin.n, language), share(running / total, language)] }
  })
  return { caption, columns, notes: [], rows: answer.missing ? reasonRows(answer.missing, columns.length, language) : rows }
}

/** The curve day by day: how many lasted that long, how many of them ended, and the share that follows, with its interval. */
const survivalTwin = (answer: DistributionAnswer, caption: string, competes: boolean, { language }: TwinContext): Twin => {
  const keys = ['days', 'number', 'ended', ...(competes ? (['lost', 'done'] as const) : (['open'] as const)), 'low', 'high'] as const
  const columns = keys.map((key): TwinColumn => ({ key, label: word(key, language), kind: 'number' }))
  const durations = answer.bins.filter(({ n }) => n > 0).map((bin) => ({ value: bin.value, n: bin.n, ended: bin.ended ?? 0, lost: bin.lost ?? 0 })).sort((a, b) => a.value - b.value)
  const rows = survivalCurve(durations).map((step, i) => {
    const interval = competes ? endedInterval(step) : openInterval(step)
    const duration = durations[i]
    return { cells: [
      answer.bands ? band(step.value, answer.bands) : days(step.value, language), counted(duration?.n ?? 0, language), counted(duration?.ended ?? 0, language),
      ...(competes ? [counted(duration?.lost ?? 0, language), share(step.ended, language)] : [share(step.open, language)]),
      share(interval?.low ?? null, language), share(interval?.high ?? null, language),
    ] }
  })
  return { caption, columns, notes: [], rows: answer.missing ? reasonRows(answer.missing, columns.length, language) : rows }
}

/** A distribution as its panel shows it: days, values in their own unit, or a curve. */
export const distributionTwin = (panel: Panel, answer: DistributionAnswer, caption: string, context: TwinContext): Twin => {
  const { language } = context
  if (panel.chart === 'survival') {
    const { formula } = context.metric(panel.metric)
    return survivalTwin(answer, caption, formula.kind === 'survival' && formula.lost !== undefined, context)
  }
  if (panel.chart !== 'spread') return tallyTwin(answer, caption, { value: word('days', language), n: word('cases', language), write: (value) => (answer.bands ? band(value, answer.bands) : days(value, language)) }, context)
  const metric = context.metric(panel.metric)
  const unit = unitLabel(metric.unit, language)
  const heading = `${metric.short[language]}${language === 'zh' ? `（${unit}）` : ` (${unit})`}`
  return tallyTwin(answer, caption, { value: heading, n: word('number', language), write: (value) => ({ text: formatValue(value, metric.unit, metric.digits, language), raw: value, missing: null }) }, context)
}

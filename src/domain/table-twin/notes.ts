import type { Answer } from '../answer'
import type { Panel } from '../dashboards/dashboard'
import { withinWords } from '../figures/within'
import { formatWithUnit } from '../format'
import type { Reference } from '../references'
import type { TwinContext } from './twin'
import { word } from './words'

const referenceWords = (reference: Reference, metric: string, { language, metric: metricOf, label }: TwinContext): string => {
  const { short, unit, digits } = metricOf(metric)
  const [colon, comma] = language === 'zh' ? (['：', '，'] as const) : ([': ', ', '] as const)
  const member = reference.member ? `${label(reference.member.dimension, reference.member.member)} ` : ''
  const source = reference.source === null ? [] : [`${word('source', language)}${colon}${reference.source[language]}${reference.url ? ` ${reference.url}` : ''}`]
  return [`${short[language]} ${member}${reference.label[language]}${colon}${formatWithUnit(reference.value, unit, digits, language)}`, ...source].join(comma)
}

const shown = (panel: Panel): readonly string[] => (panel.chart === 'trend' || panel.chart === 'bars' ? ('metrics' in panel ? panel.metrics : [panel.metric]) : [])

/** What must be read with a table: whom it is confined to, and the references its chart draws, each with its source. */
export const notesOf = (panel: Panel, answer: Answer, context: TwinContext): string[] => [
  ...withinWords(answer, context.label, context.language),
  ...shown(panel).flatMap((metric) => (context.references?.(metric) ?? []).map((reference) => referenceWords(reference, metric, context))),
]

import type { Cell, Compared } from '../answer'
import type { Metric } from '../metrics/metric'
import { missingReasons } from '../missing'
import type { Bilingual, Language } from '../text'
import type { Say } from './say'

/** Colour only ever repeats what `mark` and `text` say. */
export interface ChangeWords {
  readonly mark: 'up' | 'down' | 'level' | 'none'
  readonly tone: 'good' | 'bad' | 'neutral'
  readonly text: string
}

type Kind = Compared['kind']

const others: Record<Kind, { readonly whole: Bilingual; readonly part: Bilingual }> = {
  yoy: { whole: { zh: '上年', en: 'last year' }, part: { zh: '上年同期', en: 'the same part of last year' } },
  mom: { whole: { zh: '上期', en: 'the period before' }, part: { zh: '上期同段', en: 'the same part of the period before' } },
  target: { whole: { zh: '目标', en: 'the target' }, part: { zh: '目标', en: 'the target' } },
  rest: { whole: { zh: '其余', en: 'all others' }, part: { zh: '其余', en: 'all others' } },
}

/** What a number is compared with; part of a year is only ever compared with the same part of another. */
export const otherName = (kind: Kind, cut: string | null, language: Language): string => others[kind][cut === null ? 'whole' : 'part'][language]

/** Whether a change is good news. Neutral unless its interval excludes zero and the metric has a good direction. */
export const toneOf = (compared: Compared, metric: Metric): ChangeWords['tone'] => {
  if (metric.direction === 'neutral' || compared.verdict === null || compared.verdict === 'level') return 'neutral'
  return (compared.verdict === 'higher') === (metric.direction === 'up') ? 'good' : 'bad'
}

const levelText = (other: string, language: Language) =>
  language === 'zh' ? `与${other}基本持平（差异在正常波动范围内）` : `level with ${other} (within normal variation)`

const movedText = (other: string, change: string, language: Language) => (language === 'zh' ? `较${other} ${change}` : `${change} against ${other}`)

const sameText = (other: string, language: Language) => (language === 'zh' ? `与${other}相同` : `same as ${other}`)

const nearlyText = (other: string, language: Language) => (language === 'zh' ? `与${other}基本相同` : `about the same as ${other}`)

/** A difference too small for the digits shown. */
export const roundsToNothing = (difference: string): boolean => !/[1-9]/.test(difference)

const missingText = (other: string, compared: Compared, language: Language) => {
  const reason = compared.missing ? missingReasons[compared.missing][language] : null
  if (language === 'zh') return reason ? `无法与${other}比较：${reason}` : `无法与${other}比较`
  return reason ? `no comparison with ${other}: ${reason}` : `no comparison with ${other}`
}

/** The change of a cell in words; null when nothing was compared or the number itself is missing. */
export const changeWords = (cell: Cell, metric: Metric, say: Say): ChangeWords | null => {
  const { compared } = cell
  if (!compared || cell.value === null) return null
  // A state known for one date only has no other to be set against, and need not say so on every card.
  if (compared.change === null && metric.formula.kind === 'snapshot') return null
  const { language } = say
  const other = otherName(compared.kind, cell.cut, language)
  if (compared.change === null) return { mark: 'none', tone: 'neutral', text: missingText(other, compared, language) }
  if (compared.verdict === 'level') return { mark: 'level', tone: 'neutral', text: levelText(other, language) }
  if (compared.change === 0) return { mark: 'level', tone: 'neutral', text: sameText(other, language) }
  const difference = say.change(compared.change, metric)
  if (roundsToNothing(difference)) return { mark: 'level', tone: 'neutral', text: nearlyText(other, language) }
  const text = movedText(other, difference, language)
  return { mark: compared.change > 0 ? 'up' : 'down', tone: toneOf(compared, metric), text }
}

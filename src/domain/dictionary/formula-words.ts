import type { Formula, Metric, Operand, Reads } from '../metrics/metric'
import type { IntervalKind } from '../answer'
import { missingReasons } from '../missing'
import type { Filter } from '../question'
import type { Bilingual, Language } from '../text'
import { dimensionOf } from '../dimensions'
import { factOf } from '../facts'
import { fixedMembers } from '../members'
import { operandNames } from './operand-names/index'

/** A sum in words; an undeclared one shows its id, so that a gap is seen. */
export const operandWords = (operand: Operand, language: Language): string => {
  const { fact, sum, where = [] } = operand
  const name = operandNames[`${fact}.${sum}`]?.[language] ?? `${fact}.${sum}`
  const kept = where.map((filter) => filterWords(filter, language))
  return kept.length === 0 ? name : language === 'zh' ? `${name}〔${kept.join('；')}〕` : `${name} [${kept.join('; ')}]`
}

/** «外部渠道：仲裁、法院»: of which members of a dimension a sum is. */
const filterWords = ({ dimension, members }: Filter, language: Language): string => {
  const found = dimensionOf(dimension)
  const known = new Map(found ? fixedMembers(found).map((member) => [member.id, member[language]]) : [])
  const names = members.map((member) => (member === null ? missingReasons.not_recorded[language] : (known.get(member) ?? member)))
  return `${found?.name[language] ?? dimension}${language === 'zh' ? '：' : ': '}${names.join(language === 'zh' ? '、' : ', ')}`
}

const stockWords: Record<'start' | 'end', Bilingual> = {
  start: { zh: '期初以前累计', en: 'running totals before the period' },
  end: { zh: '至期末累计', en: 'running totals to the end' },
}

const axisWords: Readonly<Record<string, Bilingual>> = {
  opened: { zh: '按申请日期', en: 'by date of application' },
  reported: { zh: '按申请日期，整月', en: 'by date of application, whole months' },
  opened60: { zh: '按申请日期，满 60 日', en: 'by date of application, 60 days old' },
  closed: { zh: '按结案日期', en: 'by date of closing' },
  closed365: { zh: '按结案日期，满 365 日', en: 'by date of closing, 365 days old' },
  entered: { zh: '按进入该级日期', en: 'by date of entering' },
  entered15: { zh: '按进入该级日期，期限已届满', en: 'by date of entering, deadline passed' },
  ended: { zh: '按该级结束日期', en: 'by date of ending' },
  month: { zh: '按月', en: 'by month' },
}

const partsWords = (formula: Formula, language: Language): string => {
  const word = (operand: Operand) => operandWords(operand, language)
  switch (formula.kind) {
    case 'count':
    case 'sum':
      return language === 'zh' ? `${word(formula.of)}之和` : `sum of ${word(formula.of)}`
    case 'stock':
      return `${stockWords[formula.at][language]}${language === 'zh' ? '：' : ': '}${word(formula.plus)}${axisOf(formula.plus, language)} − ${word(formula.minus)}${axisOf(formula.minus, language)}`
    case 'snapshot':
      return word(formula.of)
    case 'share':
      return `${word(formula.of)} ÷ ${denominatorWords(formula, language) ?? ''}`
    case 'rate':
      return `${word(formula.of)} ÷ ${word(formula.per)} × ${formula.scale}`
    case 'ratio':
      return `${word(formula.of)} ÷ ${word(formula.per)}`
    case 'net':
      return language === 'zh' ? `（${word(formula.of)} − ${word(formula.less)}）÷ ${word(formula.per)}` : `(${word(formula.of)} − ${word(formula.less)}) ÷ ${word(formula.per)}`
    case 'mean':
      return language === 'zh' ? `各月${word(formula.of)}之和 ÷ 月数` : `sum over months of ${word(formula.of)} ÷ months`
    case 'survival':
      return survivalWords(word(formula.of), formula, language)
    case 'quantile':
      return quantileWords(word(formula.of), formula.q, language)
  }
}

const survivalWords = (of: string, { lost, read }: Extract<Formula, { kind: 'survival' }>, language: Language): string => {
  const zh = { median: '中位数', surviving: `满 ${read.at === 'median' ? '' : read.days} 天未结束的比例`, ended: `${read.at === 'median' ? '' : read.days} 天内结束的比例` }[read.at]
  const en = { median: 'median', surviving: `share not ended after ${read.at === 'median' ? '' : read.days} days`, ended: `share ended within ${read.at === 'median' ? '' : read.days} days` }[read.at]
  const method = lost ? { zh: 'Aalen–Johansen 法，含未结束的，另有结局相竞争', en: 'Aalen–Johansen, open ones kept, another end competes' } : { zh: 'Kaplan–Meier 法，含未结束的', en: 'Kaplan–Meier, open ones kept' }
  return language === 'zh' ? `${of}的${zh}（${method.zh}）` : `${en} of ${of} (${method.en})`
}

const quantileWords = (of: string, q: number, language: Language): string => {
  if (q === 0.5) return language === 'zh' ? `${of}的中位数（线性插值）` : `median of ${of} (linear interpolation)`
  return language === 'zh' ? `${of}的第 ${q * 100} 百分位数（线性插值）` : `${q * 100}th percentile of ${of} (linear interpolation)`
}

const axisOf = ({ fact, axis }: Operand, language: Language): string => {
  const words = (factOf(fact).axes[axis]?.words ?? axisWords[axis])?.[language]
  return words ? (language === 'zh' ? `（${words}）` : ` (${words})`) : ''
}

const first = (formula: Formula): Operand => (formula.kind === 'stock' ? formula.plus : formula.of)

const readsWords: Record<Reads, Bilingual> = {
  all: { zh: '', en: '' },
  end: { zh: '，期末', en: ', at the end of the period' },
  year: { zh: '，截至期末的十二个月', en: ', twelve months to the end of the period' },
}

/** The formula of a metric in words, rendered from its parts. */
export const formulaWords = (metric: Metric, language: Language): string => {
  const { formula } = metric
  const parts = partsWords(formula, language) + readsWords[formula.reads ?? 'all'][language]
  return formula.kind === 'stock' || formula.kind === 'snapshot' ? parts : parts + axisOf(first(formula), language)
}

/** What a metric is divided by; null when it is no quotient. */
export const denominatorWords = (formula: Formula, language: Language): string | null => {
  if (!('per' in formula)) return null
  const per = operandWords(formula.per, language)
  if (formula.kind !== 'share' || !(formula.less ?? formula.plus)) return per
  const all = per + (formula.plus ? ` + ${operandWords(formula.plus, language)}` : '') + (formula.less ? ` − ${operandWords(formula.less, language)}` : '')
  return language === 'zh' ? `（${all}）` : `(${all})`
}

/** How the formula's interval is made, by kind of formula. */
export const intervalOf = (formula: Formula): IntervalKind => {
  switch (formula.kind) {
    case 'share':
      return 'wilson'
    case 'count':
    case 'rate':
      return formula.dispersion ? 'poisson_dispersed' : 'poisson'
    case 'quantile':
      return 'order_statistic'
    case 'survival':
      return 'log_log'
    case 'net':
      return 'paired'
    default:
      return 'none'
  }
}

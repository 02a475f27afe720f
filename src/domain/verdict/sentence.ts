import type { Cell } from '../answer'
import { formatDate } from '../format-time'
import { metricOf } from '../metrics/index'
import type { Metric } from '../metrics/metric'
import type { MetricId } from '../question'
import type { Bilingual, Language } from '../text'
import { otherName, roundsToNothing, toneOf } from './change'
import { alerts, clauses } from './clauses'
import type { Alert } from './clauses/clause'
import type { Say } from './say'
import { sinceWords } from './since'

/** A piece of a sentence; with `metric` it is that metric's number and may be linked to where it stands. */
export interface Segment {
  readonly text: string
  readonly metric: MetricId | null
}

/** What the sentence is about: the period in words and, when filtered, of what. */
export interface Scope {
  readonly period: string
  readonly filtered: readonly string[]
  /** Whom a number is confined to where nobody asked: the panel, the assessor, the type of contract. */
  readonly within?: (cell: Cell) => readonly string[]
}

const plain = (text: string): Segment => ({ text, metric: null })

/** The template around its number; only the number carries the metric. */
const fill = (template: string, metric: Metric, value: string): Segment[] => {
  const [before = '', after = ''] = template.split('{value}')
  return [plain(before), { text: value, metric: metric.id }, plain(after)].filter((part) => part.text !== '')
}

const movement = (change: number, metric: Metric): Bilingual => {
  const counted = metric.formula.kind === 'count' || metric.formula.kind === 'sum' || metric.unit === 'case' || metric.unit === 'entry'
  if (counted) return change > 0 ? { zh: '增加', en: 'up' } : { zh: '减少', en: 'down' }
  return change > 0 ? { zh: '上升', en: 'up' } : { zh: '下降', en: 'down' }
}

/** Beside what is no earlier number of the same nothing rises or falls. */
const standing = (above: boolean, other: string, by: string): Bilingual =>
  above ? { zh: `高于${other} ${by}`, en: `${by} above ${other}` } : { zh: `低于${other} ${by}`, en: `${by} below ${other}` }

/** `与上年基本持平`, `较上年减少 13 件`; empty when there is nothing to say. */
const shortChange = (cell: Cell, metric: Metric, say: Say): string => {
  const { compared } = cell
  if (!compared || compared.change === null) return ''
  const other = otherName(compared.kind, cell.cut, say.language)
  if (compared.verdict === 'level' || roundsToNothing(say.difference(compared.change, metric))) return say.language === 'zh' ? `与${other}基本持平` : `level with ${other}`
  const by = say.difference(compared.change, metric)
  if (compared.kind === 'target' || compared.kind === 'rest') return standing(compared.change > 0, other, by)[say.language]
  const verb = movement(compared.change, metric)[say.language]
  return say.language === 'zh' ? `较${other}${verb} ${by}` : `${verb} ${by} on ${other}`
}

const upTo: Bilingual = { zh: '计至', en: 'up to' }
const comma: Bilingual = { zh: '，', en: ', ' }
const semicolon: Bilingual = { zh: '；', en: '; ' }
const stop: Bilingual = { zh: '。', en: '.' }

/** Said once, with the first number it holds for. */
const withinWords = (cells: readonly Cell[], i: number, { within }: Scope): string[] => {
  const of = (cell: Cell | undefined) => (cell && within ? [...within(cell)] : [])
  const earlier = cells.slice(0, i).flatMap(of)
  return of(cells[i]).filter((words) => !earlier.includes(words))
}

/** Where a number is held from another day than the first, which the period says. */
const otherSince = (cell: Cell, first: Cell | undefined, language: Language): string[] =>
  cell.since && cell.since !== first?.since ? [sinceWords(cell.since, language)] : []

/** In brackets, without what the clause says itself. */
const aside = (words: readonly string[], template: string, language: Language): Segment[] => {
  const fresh = words.filter((word) => !template.includes(word))
  if (fresh.length === 0) return []
  return [plain(language === 'zh' ? `（${fresh.join('、')}）` : ` (${fresh.join(', ')})`)]
}

const clauseOf = (cell: Cell, within: readonly string[], say: Say): Segment[] => {
  if (cell.value === null) return []
  const metric = metricOf(cell.metric)
  const clause = clauses.find((one) => one.metric === cell.metric)
  const template = clause?.[say.language] ?? `${metric.name[say.language]} {value}`
  const change = clause && !clause.change ? '' : shortChange(cell, metric, say)
  const said = [...fill(template, metric, say.measured(cell, metric)), ...aside(within, template, say.language)]
  return change ? [...said, plain(comma[say.language] + change)] : said
}

const join = (parts: readonly Segment[][], say: Say): Segment[] =>
  parts.flatMap((part, i) => (i === 0 ? part : [plain(semicolon[say.language]), ...part])).concat(plain(stop[say.language]))

/** Period, from when on it is held and how far an unfinished one is counted, and of what; then the mark that leads on to the first clause. */
const scopeText = ({ period, filtered }: Scope, first: Cell, say: Say): string => {
  const cut = first.cut === null ? [] : [`${upTo[say.language]} ${formatDate(first.cut, say.language)}`]
  const since = first.since ? [sinceWords(first.since, say.language)] : []
  const notes = [...since, ...cut, ...filtered]
  if (say.language === 'en') return notes.length > 0 ? `${period} (${notes.join(', ')}): ` : `${period}: `
  const runsOn = clauses.find(({ metric }) => metric === first.metric)?.runsOn
  return (notes.length > 0 ? `${period}（${notes.join('、')}）` : period) + (runsOn ? '' : comma.zh)
}

/** Of two numbers that say the same by two denominators the first is told. */
const told = (cells: readonly Cell[]): readonly Cell[] =>
  cells.filter(({ metric }) => !cells.some((other) => other.metric === clauses.find((one) => one.metric === metric)?.unless))

/** The page's finding in one sentence. A missing number leaves it; empty when every number is missing. */
export const verdictSentence = (cells: readonly Cell[], scope: Scope, say: Say): Segment[] => {
  const known = told(cells.filter(({ value }) => value !== null))
  return known[0] ? [plain(scopeText(scope, known[0], say)), ...join(known.map((cell, i) => clauseOf(cell, [...withinWords(known, i, scope), ...otherSince(cell, known[0], say.language)], say)), say)] : []
}

const worse = (cell: Cell, metric: Metric) => cell.compared !== null && toneOf(cell.compared, metric) === 'bad'

const alertOf = (cell: Cell, say: Say): Segment[] => {
  if (cell.value === null) return []
  const metric = metricOf(cell.metric)
  const alert: Alert = alerts.find((one) => one.metric === cell.metric) ?? { metric: cell.metric, zh: `${metric.name.zh} {value}`, en: `${metric.name.en} {value}`, when: 'worse' }
  if (alert.when === 'positive') return cell.value > 0 ? fill(alert[say.language], metric, say.measured(cell, metric)) : []
  if (!worse(cell, metric)) return []
  return [...fill(alert[say.language], metric, say.measured(cell, metric)), plain(comma[say.language] + shortChange(cell, metric, say))]
}

const nothing: Bilingual = { zh: '暂无需要特别关注的事项。', en: 'Nothing needs particular attention.' }
const partly: Bilingual = { zh: '暂无需要特别关注的事项；部分记录缺失，无法判断。', en: 'Nothing known needs particular attention; some records are missing.' }
const unknown: Bilingual = { zh: '所需记录缺失，无法判断有无需要关注的事项。', en: 'The records needed to tell what needs attention are missing.' }
const heading: Bilingual = { zh: '需要关注：', en: 'To watch: ' }

const silence = (cells: readonly Cell[]): Bilingual => {
  const missing = cells.filter(({ value }) => value === null).length
  if (missing === 0) return nothing
  return missing === cells.length ? unknown : partly
}

/** What needs attention. Says so when there is nothing, and never takes missing numbers for nothing. */
export const attentionSentence = (cells: readonly Cell[], say: Say): Segment[] => {
  const parts = cells.map((cell) => alertOf(cell, say)).filter((part) => part.length > 0)
  if (parts.length > 0) return [plain(heading[say.language]), ...join(parts, say)]
  return [plain(silence(cells)[say.language])]
}

import type { Cell, MeasureAnswer } from '../../../src/domain/answer'
import { withinLabels } from '../../../src/domain/figures/within'
import type { Manifest } from '../../../src/domain/manifest'
import { memberLabel } from '../../../src/domain/members'
import { metricOf } from '../../../src/domain/metrics'
import { missingReasons } from '../../../src/domain/missing'
import type { MeasureQuestion } from '../../../src/domain/question'
import { safeText } from '../../../src/domain/safe-text'
import { basisOf, basisWords, isEstimate, partsOf } from './parts'

/** Whether a number is confined to members that nobody asked for, because they are never pooled. */
const isConfined = ({ within }: Cell): boolean => Object.keys(within).length > 0

const plainCell = (given: Cell, question: MeasureQuestion) => {
  const [cell, basis] = [partsOf(given.metric, given), basisOf(given.metric, given)]
  return {
    metric: cell.metric,
    period: cell.period,
    ...Object.fromEntries(question.by.map((id) => [id, cell.members[id] ?? null])),
    ...(isConfined(cell) ? { within: cell.within } : {}),
    value: cell.value,
    numerator: cell.numerator,
    denominator: cell.denominator,
    low: cell.low,
    high: cell.high,
    missing: cell.missing,
    interval: cell.interval,
    cut: cell.cut,
    since: cell.since ?? null,
    ...(question.compare === 'none' ? {} : { compared: cell.compared && partsOf(cell.metric, cell.compared) }),
    ...basis,
  }
}

/** The documented JSON: one object with every answer, numbers unrounded; an estimate says its method and its n in place of numerator and denominator. */
export const printJson = (answer: MeasureAnswer, question: MeasureQuestion): string => `${JSON.stringify({ answers: answer.cells.map((cell) => plainCell(cell, question)) })}\n`

// A text that a spreadsheet would run is led by an apostrophe; numbers are written as numbers.
const csvText = (text: string): string => {
  const safe = safeText(text)
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const csvCell = (value: string | number | null): string => (value === null ? '' : typeof value === 'number' ? String(value) : csvText(value))

const headers = (question: MeasureQuestion, { isPartial, isWithin }: { isPartial: boolean; isWithin: boolean }) => [
  'metric',
  'period',
  ...question.by,
  'value',
  'numerator',
  'denominator',
  'low',
  'high',
  'missing',
  ...(isPartial ? ['since'] : []),
  ...(isWithin ? ['within'] : []),
  ...(question.compare === 'none' ? [] : ['compared_value', 'change', 'change_low', 'change_high', 'verdict']),
  ...(question.metrics.some(isEstimate) ? ['n', 'ended', 'estimate'] : []),
]

const basisCells = (cell: Cell, question: MeasureQuestion) => {
  const basis = basisOf(cell.metric, cell)
  return question.metrics.some(isEstimate) ? [basis?.n ?? null, basis?.ended ?? null, basis?.estimate ?? null] : []
}

const compared = (cell: Cell, question: MeasureQuestion) => {
  const { compared: c } = cell
  return question.compare === 'none' ? [] : [c?.value ?? null, c?.change ?? null, c?.changeLow ?? null, c?.changeHigh ?? null, c?.verdict ?? null]
}

export const printCsv = (answer: MeasureAnswer, question: MeasureQuestion): string => {
  const [isPartial, isWithin] = [answer.cells.some(({ since }) => since), answer.cells.some(isConfined)]
  const rows = answer.cells.map((given) => [given, partsOf(given.metric, given)] as const).map(([given, c]) => [
    c.metric,
    c.period,
    ...question.by.map((id) => c.members[id] ?? null),
    c.value,
    c.numerator,
    c.denominator,
    c.low,
    c.high,
    c.missing,
    ...(isPartial ? [c.since ?? null] : []),
    ...(isWithin ? [Object.entries(c.within).map(([id, member]) => `${id}=${member ?? '~'}`).join(' ')] : []),
    ...compared(c, question),
    ...basisCells(given, question),
  ])
  return `${[headers(question, { isPartial, isWithin }), ...rows].map((row) => row.map(csvCell).join(',')).join('\n')}\n`
}

const rounded = (value: number | null): string => (value === null ? '' : String(Number(value.toPrecision(6))))

/** Han characters and full-width marks take two columns of a terminal. */
const width = (text: string): number => [...text].reduce((sum, c) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/.test(c) ? 2 : 1), 0)

const aligned = (rows: readonly (readonly string[])[], numeric: readonly boolean[]): string => {
  const widths = numeric.map((_, i) => Math.max(...rows.map((row) => width(row[i] ?? ''))))
  const pad = (text: string, i: number) => {
    const space = ' '.repeat(Math.max(0, (widths[i] ?? 0) - width(text)))
    return numeric[i] ? space + text : text + space
  }
  return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n')
}

/** The period, and the part of it that is held. */
const periodText = ({ period, since, cut }: Cell): string => {
  const part = [since ? `仅自 ${since} 起` : '', cut === null ? '' : `至 ${cut}`].filter((text) => text !== '')
  return part.length > 0 ? `${period}（${part.join('，')}）` : period
}

const basisText = (cell: Cell): string => {
  const basis = basisOf(cell.metric, cell)
  return basis ? basisWords(basis) : ''
}

/** A table for the eye: Chinese names, six significant digits, missing reasons in words; an estimate says what its n is. */
export const printTable = (answer: MeasureAnswer, question: MeasureQuestion, manifest: Manifest): string => {
  const isWithin = answer.cells.some(isConfined)
  const head = ['指标', '期间', ...(isWithin ? ['只计'] : []), ...question.by.map((id) => id), '值', '分子', '分母', '95% 下限', '上限', ...(question.compare === 'none' ? [] : ['对比值', '变化', '判断']), ...(question.metrics.some(isEstimate) ? ['依据'] : [])]
  const rows = answer.cells.map((given) => [given, partsOf(given.metric, given)] as const).map(([given, c]) => [
    metricOf(c.metric).name.zh,
    periodText(c),
    ...(isWithin ? [withinLabels(c, (dimension, member) => memberLabel(manifest, dimension, member, 'zh')).join('、')] : []),
    ...question.by.map((id) => memberLabel(manifest, id, c.members[id] ?? null, 'zh')),
    c.missing ? missingReasons[c.missing].zh : rounded(c.value),
    rounded(c.numerator),
    rounded(c.denominator),
    rounded(c.low),
    rounded(c.high),
    ...(question.compare === 'none' ? [] : [rounded(c.compared?.value ?? null), rounded(c.compared?.change ?? null), c.compared?.verdict ?? '']),
    basisText(given),
  ])
  const numeric = head.map((name, i) => i >= 2 + Number(isWithin) + question.by.length && name !== '依据')
  const mark = manifest.synthetic ? '示例数据　synthetic data\n' : ''
  return `${mark}${aligned([head, ...rows], numeric)}\n`
}

import type { ManifestBenchmark } from '../manifest'
import { parseMetricRef } from '../member-ref'
import { findMetric } from '../metrics'
import { parseReferenceCsv, ReferenceTableError } from './csv'

const columns = ['metric_id', 'geo', 'geo_en', 'period', 'value', 'numerator', 'denominator', 'source_title', 'source_en', 'source_url', 'published_on', 'grade'] as const

const numberOf = (text: string): number | null => (text === '' ? null : Number(text))

/** A share may be written as 85%; null where there is no value, NaN where it is none. */
const valueOf = (text: string): number | null => {
  const percent = /^([\d.]+)\s*[%％]$/.exec(text.trim())?.[1]
  return percent === undefined ? numberOf(text) : Number((Number(percent) / 100).toPrecision(12))
}

const fault = (line: number, zh: string, en: string) => new ReferenceTableError('benchmarks', line, { zh, en })

// Published rates are rounded; a quotient must give the value printed to within half of its last usual digit.
const rounding = 0.005

/** Reads benchmarks.csv. Throws ReferenceTableError for a metric that does not exist, a figure without its source, or a value that is not its quotient. */
export const parseBenchmarks = (text: string): ManifestBenchmark[] =>
  parseReferenceCsv('benchmarks', text, columns).map(({ line, cells }): ManifestBenchmark => {
    const ref = parseMetricRef(cells.metric_id)
    const [value, numerator, denominator] = [valueOf(cells.value), numberOf(cells.numerator), numberOf(cells.denominator)]
    if (!ref) throw fault(line, `指标“${cells.metric_id}”不存在`, `no such metric "${cells.metric_id}"`)
    if (value === null) throw fault(line, '缺少数值', 'the value is missing')
    if (!Number.isFinite(value)) throw fault(line, `数值“${cells.value}”应写作数字，占比写 0.85 或 85%`, `the value "${cells.value}" must be a number; write a share as 0.85 or 85%`)
    if (/[%％]/.test(cells.value) && findMetric(ref.metric)?.unit !== 'percent') throw fault(line, `指标“${cells.metric_id}”不是占比，数值“${cells.value}”不能带百分号`, `"${cells.metric_id}" is no share: the value "${cells.value}" takes no percent sign`)
    if (cells.source_title === '') throw fault(line, '缺少来源', 'the source is missing')
    if (cells.grade !== 'primary' && cells.grade !== 'secondary') throw fault(line, `核验等级“${cells.grade}”不存在`, `no such grade "${cells.grade}"`)
    if (numerator && denominator && Math.abs((numerator / denominator) / value - 1) > rounding && Math.abs((numerator / denominator) * 1000 / value - 1) > rounding)
      throw fault(line, '分子 ÷ 分母与数值不符', 'numerator ÷ denominator is not the value')
    return {
      ...ref,
      geo: { zh: cells.geo, en: cells.geo_en || cells.geo },
      period: cells.period,
      value,
      source: { zh: cells.source_title, en: cells.source_en || cells.source_title },
      url: cells.source_url || null,
      grade: cells.grade,
    }
  })

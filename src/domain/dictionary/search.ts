import type { Metric } from '../metrics/metric'
import { formulaWords } from './formula-words'

const haystack = (metric: Metric): string =>
  [metric.id, metric.name, metric.short, metric.definition, metric.reading, metric.law ?? '', formulaWords(metric, 'zh'), formulaWords(metric, 'en')]
    .map((text) => (typeof text === 'string' ? text : `${text.zh} ${text.en}`))
    .join(' ')
    .toLowerCase()

/** Metrics in which every word of the search occurs, in either language; all of them for an empty search. */
export const searchMetrics = (metrics: readonly Metric[], search: string): Metric[] => {
  const words = search.toLowerCase().split(/\s+/).filter((word) => word !== '')
  return metrics.filter((metric) => {
    const text = haystack(metric)
    return words.every((word) => text.includes(word))
  })
}

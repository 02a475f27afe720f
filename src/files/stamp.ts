import type { Answer } from '../domain/answer'
import { ledgersOf } from '../domain/dictionary/ledgers'
import { cutOf, sinceOf } from '../domain/figures/panel-n'
import { formatDate } from '../domain/format-time'
import type { Manifest } from '../domain/manifest'
import type { Metric } from '../domain/metrics/metric'
import { roundingReach } from '../domain/rounding'
import type { Bilingual, Language } from '../domain/text'

const words = {
  filters: { zh: '筛选', en: 'Filters' },
  definition: { zh: '口径', en: 'Definition' },
  asOf: { zh: '数据截止', en: 'Data as of' },
  cut: { zh: '统计至', en: 'Counted up to' },
  since: { zh: '记录始于', en: 'Held only from' },
  source: { zh: '来源', en: 'Source' },
  extract: { zh: '数据包', en: 'Extract' },
  rounding: { zh: '取整', en: 'Rounding' },
  nature: { zh: '数据性质', en: 'Nature of the data' },
  synthetic: { zh: '示例数据：由程序生成，仅供演示，不代表任何街道的实际情况', en: 'Synthetic data: made by a program, for demonstration only; no street’s real situation' },
  within: { zh: '争议、工单、线索的件数经取整，任一数与实际相差不超过 {0} 件，同时选几项的逐项累加', en: 'Counts of disputes, tickets and leads are rounded: none is further than {0} from the truth, of several members chosen at once so much for each' },
} as const satisfies Record<string, Bilingual>

/** One thing a file says of its numbers: what it is called, and what it says. */
export interface StampLine {
  readonly id: keyof typeof words
  readonly name: string
  readonly text: string
}

/** What a file says of its numbers once they have left the page: title, filters, definition, day, source, and a mark where they are not real or not exact. */
export interface Stamp {
  readonly title: string
  readonly subtitle: string
  readonly lines: readonly StampLine[]
  /** Never left out of a picture; null where nothing of the kind is to be said. */
  readonly mark: string | null
}

const filled = (template: string, ...values: readonly number[]): string => template.replace(/\{(\d)\}/g, (_, i: string) => String(values[Number(i)]))

/** What a stamp is made of. */
export interface Stamped {
  readonly title: Bilingual
  readonly subtitle: Bilingual
  /** Period, filters and comparison, piece by piece. */
  readonly filters: readonly string[]
  readonly metrics: readonly Metric[]
  readonly manifest: Manifest
  readonly answer: Answer | null
}

/** Letters of the content's hash that tell extracts apart. */
const hashLetters = 12

/** The stamp of a panel's numbers in one language. */
export const stampOf = ({ title, subtitle, filters, metrics, manifest, answer }: Stamped, language: Language): Stamp => {
  const [colon, comma] = language === 'zh' ? ['：', '、'] : [': ', ', ']
  const { rounding } = manifest
  const line = (name: keyof typeof words, text: string | null): StampLine[] => (text === null || text === '' ? [] : [{ id: name, name: words[name][language], text }])
  const dated = (date: string | null): string | null => date && formatDate(date, language)
  const reach = rounding && roundingReach(rounding)
  return {
    title: title[language],
    subtitle: subtitle[language],
    lines: [
      ...line('filters', filters.join(' · ')),
      ...metrics.flatMap((metric) => line('definition', `${metric.name[language]}${colon}${metric.definition[language]}`)),
      ...line('asOf', dated(manifest.asOf)),
      ...line('since', dated(sinceOf(answer))),
      ...line('cut', dated(cutOf(answer))),
      ...line('source', ledgersOf(metrics, manifest, language).join(comma)),
      ...line('extract', `${manifest.title[language]} · ${manifest.id} · ${manifest.content.slice(0, hashLetters)}`),
      ...(reach ? line('rounding', filled(words.within[language], reach)) : []),
      ...(manifest.synthetic ? line('nature', words.synthetic[language]) : []),
    ],
    mark: manifest.synthetic ? words.synthetic[language] : null,
  }
}

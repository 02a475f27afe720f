import { storeToRefs } from 'pinia'
import type { ComputedRef } from 'vue'
import type { ChartContext, Size } from '../charts/context'
import type { Member } from '../domain/answer'
import type { Manifest } from '../domain/manifest'
import { memberLabel } from '../domain/members'
import { metricOf } from '../domain/metrics/index'
import type { Filter, Question } from '../domain/question'
import { referencesOf, type Reference } from '../domain/references'
import type { SettledView } from '../domain/settled-view'
import { targetOf } from '../domain/targets'
import { useSettledStore } from '../stores/settled'

export interface PageContext {
  readonly manifest: ComputedRef<Manifest>
  readonly view: ComputedRef<SettledView>
  label(dimension: string, member: Member): string
  /** Target of a metric for a period key under the page's filters or others; null where there is none. */
  target(metric: string, period: string, where?: readonly Filter[]): number | null
  /** What a metric's numbers may be set beside in the answer to a question. */
  references(metric: string, asked: Question | null): readonly Reference[]
  /** For the answer to a question: targets and benchmarks are those of its period and filters. */
  chart(size: Size, width: number, asked: Question | null): ChartContext
}

/** What a page's parts need to know. Only for components below one that checks that the manifest is there. */
export const usePage = (): PageContext => {
  const { manifest, view, language } = storeToRefs(useSettledStore())
  const label = (dimension: string, member: Member) => memberLabel(manifest.value, dimension, member, language.value)
  const target = (metric: string, period: string, where: readonly Filter[] = view.value.where) => targetOf(manifest.value, metric, period, where)
  const references = (metric: string, asked: Question | null) =>
    referencesOf(manifest.value, metric, asked ?? view.value, asked?.kind === 'measure' ? asked.by : [])
  const chart = (size: Size, width: number, asked: Question | null): ChartContext => ({
    language: language.value, width, size, metric: metricOf, label,
    target: (metric, period) => target(metric, period, asked?.where ?? view.value.where),
    references: (metric) => references(metric, asked),
  })
  return { manifest, view, label, target, references, chart }
}

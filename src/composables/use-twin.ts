import type { Answer } from '../domain/answer'
import type { Panel } from '../domain/dashboards/dashboard'
import { caseListOf } from '../domain/lists/index'
import { metricOf } from '../domain/metrics/index'
import type { Question } from '../domain/question'
import { tableOf } from '../domain/table-twin'
import type { Twin } from '../domain/table-twin/twin'
import { useNamesStore } from '../stores/names'
import { useLanguage } from './use-language'
import { usePage } from './use-page'

export interface UsedTwin {
  /** A member's name; an enterprise's own name stands beside its id while the reader has a names file open. */
  label(dimension: string, member: string | null): string
  /** The complete table of an answer, in the reader's language. */
  twin(panel: Panel, answer: Answer, asked: Question | null): Twin
}

/** Tables of answers as this page's reader sees them. */
export const useTwin = (): UsedTwin => {
  const { language, say } = useLanguage()
  const { label: labelOf, references } = usePage()
  const names = useNamesStore()
  const label = (dimension: string, member: string | null): string =>
    dimension === 'enterprise_id' && member !== null ? [member, names.nameOf(member)].flatMap((part) => part ?? []).join(' ') : labelOf(dimension, member)
  const column = (list: string, name: string): string => {
    const found = caseListOf(list).columns.find((one) => one.name === name)
    return found ? say(found.label) : name
  }
  return { label, twin: (panel, answer, asked) => tableOf(panel, answer, { language: language.value, label, metric: metricOf, column, references: (metric) => references(metric, asked) }) }
}

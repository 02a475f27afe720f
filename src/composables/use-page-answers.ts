import { computed, onMounted, watch, type ComputedRef } from 'vue'
import type { Cell } from '../domain/answer'
import type { Dashboard } from '../domain/dashboards/dashboard'
import { questionsOf } from '../domain/dashboards/questions'
import { globalFilters } from '../domain/global-filters'
import { questionKey } from '../domain/question'
import { useAnswersStore } from '../stores/answers'
import type { Slot } from '../stores/slot'
import type { PageContext } from './use-page'

/** Keeps the dashboard's questions asked; language and theme are not part of them. */
export const usePageAnswers = (dashboard: ComputedRef<Dashboard>, page: PageContext) => {
  const answers = useAnswersStore()
  const batch = computed(() => questionsOf(dashboard.value, page.view.value, page.manifest.value))
  const identity = computed(() => [page.manifest.value.id, dashboard.value.id, ...batch.value.map(({ slot, question }) => slot + questionKey(question))].join('\n'))
  watch(identity, () => void answers.ask(dashboard.value.id, batch.value), { immediate: true })
  /** Narrowed by everything a page offers: what the first filter needs is then made already. */
  const likely = () => {
    const { members } = page.manifest.value
    const where = globalFilters(page.manifest.value).map((dimension) => ({ dimension, members: (members[dimension] ?? []).slice(0, 1).map(({ id }) => id) }))
    return questionsOf(dashboard.value, { ...page.view.value, where }, page.manifest.value)
  }
  onMounted(() => watch(() => answers.origin, (origin, before) => {
    if (origin === 'engine' && before !== origin) answers.rehearse(likely())
  }, { immediate: true }))
}

/** Cells of a measure answer for one metric; none where there is no answer yet. */
export const cellsOf = (slot: Slot | undefined, metric?: string): readonly Cell[] => {
  const answer = slot?.answer
  if (answer?.kind !== 'measure') return []
  return metric === undefined ? answer.cells : answer.cells.filter((cell) => cell.metric === metric)
}

import { computed, onMounted, watch, type ComputedRef } from 'vue'
import type { Cell } from '../domain/answer'
import type { Dashboard } from '../domain/dashboards/dashboard'
import { questionsOf } from '../domain/dashboards/questions'
import { globalFilters } from '../domain/global-filters'
import { questionKey } from '../domain/question'
import { settleView } from '../domain/settled-view'
import { useAnswersStore } from '../stores/answers'
import type { Slot } from '../stores/slot'
import { useViewStore } from '../stores/view'
import type { PageContext } from './use-page'

/** More than a reader's next choice is hardly worth working out: so many choices, the likeliest first. */
const mostConsidered = 12

/** Keeps the dashboard's questions asked; language and theme are not part of them. */
export const usePageAnswers = (dashboard: ComputedRef<Dashboard>, page: PageContext) => {
  const answers = useAnswersStore()
  const batch = computed(() => questionsOf(dashboard.value, page.view.value, page.manifest.value))
  const identity = computed(() => [page.manifest.value.id, dashboard.value.id, ...batch.value.map(({ slot, question }) => slot + questionKey(question))].join('\n'))
  watch(identity, () => void answers.ask(dashboard.value.id, batch.value), { immediate: true })
  /** Narrowed by each thing a page offers, and set beside the rest: what the first change needs is then made already, and the code that answers it is warm. */
  const likely = () => {
    const { members } = page.manifest.value
    const filters = globalFilters(page.manifest.value).map((dimension) => [{ dimension, members: (members[dimension] ?? []).slice(-1).map(({ id }) => id) }])
    const views = [...filters.map((where) => ({ where })), ...filters.slice(0, 1).map((where) => ({ where, compare: 'rest' as const }))]
    return views.flatMap((change) => questionsOf(dashboard.value, { ...page.view.value, ...change }, page.manifest.value))
  }
  const store = useViewStore()
  watch(() => store.considered, (changes) => {
    const { value: manifest } = page.manifest
    answers.rehearse(changes.slice(0, mostConsidered).flatMap((change) => questionsOf(dashboard.value, settleView({ ...store.view, ...change }, manifest), manifest)))
  })
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

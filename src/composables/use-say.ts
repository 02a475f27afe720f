import { computed, type ComputedRef } from 'vue'
import { sayIn, type Say } from '../domain/verdict/say'
import { useViewStore } from '../stores/view'

/** Numbers spoken in the language of the view. */
export const useSay = (): ComputedRef<Say> => {
  const store = useViewStore()
  return computed(() => sayIn(store.view.language))
}

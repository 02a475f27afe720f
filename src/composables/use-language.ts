import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Bilingual } from '../domain/text'
import { useViewStore } from '../stores/view'

/** The language of the view, and both sources of text: the interface's messages and texts that stand beside formulas. */
export const useLanguage = () => {
  const { t } = useI18n()
  const store = useViewStore()
  const language = computed(() => store.view.language)
  return { t, language, say: (text: Bilingual) => text[language.value] }
}

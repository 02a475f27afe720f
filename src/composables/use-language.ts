import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Bilingual, Language } from '../domain/text'
import { useViewStore } from '../stores/view'

/** Texts without values in them, by language: a page asks for the same hundred again with every change. */
const plain: Record<Language, Map<string, string>> = { zh: new Map(), en: new Map() }

/** The language of the view, and both sources of text: the interface's messages and texts that stand beside formulas. */
export const useLanguage = () => {
  const { t: message, locale } = useI18n()
  const store = useViewStore()
  const language = computed(() => store.view.language)
  const t = (key: string, values?: Readonly<Record<string, unknown>>): string => {
    if (values) return message(key, values)
    const kept = locale.value === 'en' ? plain.en : plain.zh
    const known = kept.get(key)
    if (known !== undefined) return known
    const text = message(key)
    kept.set(key, text)
    return text
  }
  return { t, language, say: (text: Bilingual) => text[language.value] }
}

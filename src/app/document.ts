import { watchEffect } from 'vue'
import type { useExtractStore } from '../stores/extract'
import type { useViewStore } from '../stores/view'
import type { createMessages } from '../i18n/create-i18n'
import { isPage } from './paths'

/** What stands in the browser's tab: page, place, product. */
export const documentTitle = (page: string, place: string | null, product: string): string => [page, (place ?? '') + (place && /\w$/.test(place) ? ' · ' : '') + product].join(' · ')

/** Keeps the document's language, theme and title in step with the view. */
export const followView = (
  document: Document,
  { view, extract, i18n }: { view: ReturnType<typeof useViewStore>; extract: ReturnType<typeof useExtractStore>; i18n: ReturnType<typeof createMessages> },
): void => {
  watchEffect(() => {
    const { language, theme, page } = view.view
    const { t } = i18n.global
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.documentElement.dataset['theme'] = theme
    document.title = documentTitle(t(`page.${isPage(page) ? page : 'overview'}`), extract.manifest?.title[language] ?? null, t('product'))
  })
}

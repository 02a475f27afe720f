import { formatDate } from '../format-time'
import type { Language } from '../text'

/** From when on a period is held that begins before its ledger does. */
export const sinceWords = (since: string, language: Language): string =>
  language === 'zh' ? `仅自 ${formatDate(since, language)}起有记录` : `held only from ${formatDate(since, language)}`

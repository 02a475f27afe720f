import { createI18n } from 'vue-i18n'
import type { Language } from '../domain/text'
import { en } from './en'
import { zh } from './zh'

/** One instance per app, so that pages rendered side by side do not share a language. Messages are interpreted, never compiled to code: a policy without eval holds. */
export const createMessages = (language: Language) =>
  createI18n({ legacy: false, locale: language, fallbackLocale: 'zh', messages: { zh, en } })

import type { Page } from 'playwright-core'
import type { Answer } from '../../../src/domain/answer'
import type { Question } from '../../../src/domain/question'

export interface KnownAnswer {
  readonly slot: string
  readonly origin: string
  readonly question: Question
  readonly answer: Answer
}

/** What the page's store of answers holds, every cell of it: more than the page writes out. */
export const readAnswers = (page: Page): Promise<KnownAnswer[]> =>
  page.evaluate(() => {
    interface Stored { readonly origin: string; readonly question: Question; readonly answer: Answer }
    interface Mounted extends Element { readonly __vue_app__?: { readonly config: { readonly globalProperties: { readonly $pinia?: { readonly state: { readonly value: Record<string, { readonly slots?: Map<string, Stored> }> } } } } } }
    const app = document.querySelector<Mounted>('#app')?.__vue_app__
    const slots = app?.config.globalProperties.$pinia?.state.value['answers']?.slots
    if (!slots) throw new Error('the page has no store of answers')
    return [...slots].map(([slot, { origin, question, answer }]) => ({ slot, origin, question, answer }))
  })

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))

/** Where two answers differ by more than a billionth of their size; empty where they do not. */
export const differences = (a: unknown, b: unknown, path = ''): string[] => {
  if (Object.is(a, b) || (typeof a === 'number' && typeof b === 'number' && isNear(a, b))) return []
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return [`${path}: ${String(a)}, expected ${String(b)}`]
  const [x, y] = [new Map<string, unknown>(Object.entries(a)), new Map<string, unknown>(Object.entries(b))]
  return [...new Set([...x.keys(), ...y.keys()])].flatMap((key) => differences(x.get(key), y.get(key), `${path}/${key}`))
}

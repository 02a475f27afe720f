import { expect } from 'vitest'
import type { Page } from 'playwright-core'

export interface CardRead {
  readonly metric: string
  readonly value: string
  readonly missing: string
  readonly numerator: string
  readonly denominator: string
}

/** What a page claims: its cards, and by panel the cells of its table, each `raw` or the code of the reason it is missing. */
export interface PageRead {
  readonly cards: readonly CardRead[]
  readonly tables: Readonly<Record<string, readonly (readonly string[])[]>>
}

export const readPage = (page: Page): Promise<PageRead> =>
  page.evaluate(() => {
    const data = (element: Element, name: string) => element.getAttribute(`data-${name}`) ?? '(no attribute)'
    const cards = [...document.querySelectorAll('.card')].map((card) => ({
      metric: data(card, 'metric'), value: data(card, 'value'), missing: data(card, 'missing'), numerator: data(card, 'numerator'), denominator: data(card, 'denominator'),
    }))
    const cells = (row: Element) => [...row.querySelectorAll('th, td')].map((cell) => cell.getAttribute('data-missing') ?? data(cell, 'raw'))
    const tables = [...document.querySelectorAll('[data-panel]')].map((panel) => [data(panel, 'panel'), [...panel.querySelectorAll('.twin tbody tr, .grid-table tbody tr')].map(cells)] as const)
    return { cards, tables: Object.fromEntries(tables) }
  })

const texts = (read: PageRead): string[] => [
  ...read.cards.flatMap((card) => Object.entries(card).map(([name, text]) => `${card.metric} ${name}\t${text}`)),
  ...Object.entries(read.tables).flatMap(([panel, rows]) => rows.flatMap((row, r) => row.map((text, c) => `${panel} row ${r} cell ${c}\t${text}`))),
]

/** Equal as texts, or as numbers to a billionth of their size. */
const same = (a: string, b: string): boolean => {
  if (a === b) return true
  const [x, y] = [Number(a), Number(b)]
  return a !== '' && b !== '' && Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x), Math.abs(y))
}

/** Every number, reason and label of both is the same. */
export const expectSame = (actual: PageRead, expected: PageRead): void => {
  const [a, b] = [texts(actual), texts(expected)]
  expect(a.map((line) => line.split('\t')[0])).toEqual(b.map((line) => line.split('\t')[0]))
  const different = a.flatMap((line, i) => {
    const [[name, x = ''], [, y = '']] = [line.split('\t'), (b[i] ?? '').split('\t')] as [string[], string[]]
    return same(x, y) ? [] : [`${name}: ${x}, expected ${y}`]
  })
  expect(different).toEqual([])
}

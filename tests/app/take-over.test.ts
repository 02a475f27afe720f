import { expect, test } from 'vitest'
import { asksForBaked } from '../../src/app/take-over'
import { readView, type Query } from '../../src/domain/view-url'

test('a page waits behind its baked numbers only where the address asks for them', () => {
  const asks = (query: Query) => asksForBaked(readView('disputes', query))
  expect([{}, { lang: 'en' }, { theme: 'dark' }].map(asks)).toEqual([true, true, true])
  expect([{ period: '2022' }, { union: 'U1' }, { compare: 'mom' }, { extract: 'other' }].map(asks)).toEqual([false, false, false, false])
})

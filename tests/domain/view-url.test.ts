import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dimensions } from '../../src/domain/dimensions/index'
import { monthOf } from '../../src/domain/period'
import { comparisons } from '../../src/domain/question'
import { readView, writeQuery } from '../../src/domain/view-url'
import { themes, type View } from '../../src/domain/view'

const plain: View = { page: 'overview', extract: null, period: null, where: [], compare: 'yoy', language: 'zh', theme: 'auto' }

/** Through a real address and back. */
const travel = (view: View): View => readView(view.page, Object.fromEntries(new URLSearchParams(new URLSearchParams(writeQuery(view)).toString())))

const filterable = dimensions.filter((dimension) => dimension.filterable).map(({ id }) => id)
const member = fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), { nil: null })
const month = fc.integer({ min: monthOf(1000, 1), max: monthOf(9999, 12) })
const views: fc.Arbitrary<View> = fc.record({
  page: fc.constantFrom('overview', 'disputes', 'ladder', 'dictionary'),
  extract: fc.option(fc.stringMatching(/^[a-z0-9][\w-]{0,20}$/), { nil: null }),
  period: fc.option(fc.tuple(month, month).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })), { nil: null }),
  where: fc.uniqueArray(fc.record({ dimension: fc.constantFrom(...filterable), members: fc.uniqueArray(member, { minLength: 1, maxLength: 5 }) }), { selector: ({ dimension }) => dimension, maxLength: 4 }),
  compare: fc.constantFrom(...comparisons),
  language: fc.constantFrom('zh', 'en'),
  theme: fc.constantFrom(...themes),
})

describe('the view in the address', () => {
  it('comes back as it went', () => {
    fc.assert(fc.property(views, (view) => {
      expect(travel(view)).toEqual(view)
    }), { numRuns: 500 })
  })

  it('writes nothing that was not chosen', () => {
    expect(writeQuery(plain)).toEqual({})
  })

  it('reads as people write it', () => {
    const view = readView('disputes', { period: '2025-Q1', union: 'U1,U2', cause: '~', compare: 'none', lang: 'en', theme: 'dark', extract: 'fmcs' })
    expect(view).toEqual({
      page: 'disputes',
      extract: 'fmcs',
      period: { from: monthOf(2025, 1), to: monthOf(2025, 3) },
      where: [{ dimension: 'union', members: ['U1', 'U2'] }, { dimension: 'cause', members: [null] }],
      compare: 'none',
      language: 'en',
      theme: 'dark',
    })
    expect(writeQuery(view)).toEqual({ period: '2025-Q1', union: 'U1,U2', cause: '~', compare: 'none', lang: 'en', theme: 'dark', extract: 'fmcs' })
    expect(writeQuery(readView('overview', { period: '2023..2025' }))).toEqual({ period: '2023..2025' })
  })

  it.each([
    ['period', '2025-13'],
    ['period', '2025..2024'],
    ['period', "2025'; drop table disputes"],
    ['compare', 'everything'],
    ['lang', 'fr'],
    ['theme', 'javascript:alert(1)'],
    ['extract', '../../etc/passwd'],
    ['extract', 'https://example.org/x'],
    ['extract', '..'],
    ['nothing', 'x'],
    ['__proto__', 'x'],
    ['constructor', 'x'],
    ['age_band', 'd015'],
    ['union', ''],
    ['union', ',,,'],
    ['union', 'x'.repeat(500)],
  ])('takes %s=%s for not chosen and keeps the rest', (key, value) => {
    const query = Object.fromEntries([['size', 'micro'], [key, value]])
    expect(readView('overview', query)).toEqual({ ...plain, where: [{ dimension: 'size', members: ['micro'] }] })
  })

  it('keeps a hostile member as a text', () => {
    const hostile = '<img src=x onerror=alert(1)>,%~'
    expect(travel({ ...plain, where: [{ dimension: 'area', members: [hostile, '~', null] }] }).where).toEqual([{ dimension: 'area', members: [hostile, '~', null] }])
  })

  it('never throws, whatever the query holds', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.anything()), (query) => {
      expect(readView('overview', query).page).toBe('overview')
    }))
  })

  it('takes the first of a repeated key and each member once', () => {
    expect(readView('overview', { union: ['U1,U1', 'U9'] }).where).toEqual([{ dimension: 'union', members: ['U1'] }])
  })
})

import { describe, expect, it } from 'vitest'
import { buildChart } from '../../src/charts'
import { dayBins } from '../../src/charts/days'
import { contextOf, daysAnswer, panels } from './support/samples'
import { marksOf, ofKind, shapesOf, textsOf, told } from './support/drawn'

const build = (context = contextOf('zh', 'wide')) => buildChart(daysAnswer, panels.days, context)!

describe('days', () => {
  it('counts the fifteenth day as within and loses no case', () => {
    const bins = dayBins({ kind: 'distribution', within: {}, missing: null, bins: [{ value: 0, n: 1 }, { value: 15, n: 2 }, { value: 16, n: 4 }, { value: 60, n: 8 }, { value: 61, n: 16 }] }, 60, 15)
    expect(bins.filter((bin) => bin.n > 0)).toEqual([
      { from: 0, to: 3, n: 1, within: true }, { from: 13, to: 15, n: 2, within: true }, { from: 16, to: 18, n: 4, within: false }, { from: 58, to: 60, n: 8, within: false }, { from: 61, to: null, n: 16, within: false },
    ])
  })

  it('says the shares on both sides: 93 and 23 of 116', () => {
    const texts = textsOf(build())
    expect(texts).toContain('93 件 · 80.2%')
    expect(texts).toContain('23 件 · 19.8%')
  })

  it('says both the count and the share where there is little room left of the term, above the bars', () => {
    const built = build(contextOf('en', 'narrow'))
    const [count, share] = ['93 cases', '80.2%'].map((text) => shapesOf(built).find((shape) => shape.kind === 'text' && shape.text === text))
    expect(count?.kind === 'text' && share?.kind === 'text' && [count.x === share.x, count.y < share.y, share.y + 6 <= Math.min(...marksOf(built, 'bins').flatMap(({ shapes }) => ofKind(shapes, 'hit').map(({ y }) => y)))]).toEqual([true, true, true])
  })

  it('names in its tooltip what is counted, and the unit once', () => {
    expect(told(marksOf(build(), 'bins')[1]?.tip?.())).toBe('4–6 天 | 件数! 14 | 占比 12.1%')
    expect(told(marksOf(build(contextOf('en', 'wide')), 'bins')[1]?.tip?.())).toBe('4–6 days | Cases! 14 | Share 12.1%')
  })
})

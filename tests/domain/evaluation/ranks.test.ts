import { describe, expect, it } from 'vitest'
import { seeded } from '../../../src/domain/evaluation/random'
import { rankingOf, rankJob, ranksChanged, severalTrees, unitsFrom, type RankedUnit } from '../../../src/domain/evaluation/ranking'
import { ratedPartsMember } from '../../../src/domain/evaluation/rated-parts'
import { rankWorth, standardDraws } from '../../../src/domain/evaluation/ranks'
import { aggregate } from '../../../src/domain/evaluation/score'
import { treesAt, type Indicator, type TreeNode } from '../../../src/domain/evaluation/tree'
import { movedWords } from '../../../src/domain/evaluation/words'

const row = (id: string, parent: string | null, weight: number): Indicator => ({ id, parent, weight, direction: 'up', low: 0, high: 100, congress: false, from: null })
const root = treesAt([row('R', null, 1), row('A', 'R', 0.5), row('B', 'R', 0.5), row('C', 'B', 0.5), row('D', 'B', 0.5)], '2025-01-01')[0]?.root as TreeNode
const own = ({ weight }: TreeNode) => weight
const pointsOf = (A: number | null, C: number | null, D: number | null) => new Map(Object.entries({ A, C, D }).flatMap(([id, value]) => (value === null ? [] : [[id, value] as const])))
const unit = (member: string, A: number | null, C: number | null, D: number | null, on = root): RankedUnit => ({ member, evaluations: [{ root: on, n: 1, points: pointsOf(A, C, D) }] })

const random = seeded(7)
const many = Array.from({ length: 40 }, (_, i) => unit(`U${i}`, random() < 0.1 ? null : 100 * random(), random() < 0.3 ? null : 100 * random(), 100 * random()))

describe('ranks under noise', () => {
  it('are the order itself where there is no noise', () => {
    const worth = rankWorth(rankJob(own, many, { noise: 0, draws: 50, seed: 1 }))
    expect(worth.low).toEqual(worth.rank)
    expect(worth.high).toEqual(worth.rank)
    expect(worth.swaps.filter((swap) => swap !== null && swap > 0)).toEqual([])
  })

  it('score like the tree', () => {
    const worth = rankWorth(rankJob(own, many, { noise: 0, draws: 0, seed: 1 }))
    many.forEach(({ evaluations }, i) => {
      const score = aggregate(root, (id) => evaluations[0]?.points.get(id) ?? null).get('total')?.score ?? null
      if (score === null) expect(worth.scores[i]).toBeNull()
      else expect(worth.scores[i]).toBeCloseTo(score, 9)
    })
  })

  it('are the same for the same seed, and the place lies in its interval', () => {
    const job = rankJob(own, many, standardDraws)
    const worth = rankWorth(job)
    expect(rankWorth(job)).toEqual(worth)
    expect(rankWorth({ ...job, seed: 3 }).swaps).not.toEqual(worth.swaps)
    worth.rank.forEach((rank, i) => {
      if (rank === null) return
      expect(worth.low[i]).toBeLessThanOrEqual(worth.high[i] ?? 0)
    })
  })

  it('do not swap where one is better at everything', () => {
    const worth = rankWorth(rankJob(own, [unit('low', 10, 20, 30), unit('high', 11, 21, 31)], standardDraws))
    expect([worth.order, worth.rank, worth.low, worth.high, worth.swaps]).toEqual([[1, 0], [2, 1], [2, 1], [2, 1], [0, null]])
  })

  it('swap in about half of the draws where weights alone decide', () => {
    // 0.5 × 60 + 0.5 × 40 against the reverse: a tie that any draw breaks one way or the other.
    const worth = rankWorth(rankJob(own, [unit('x', 60, 40, 40), unit('y', 40, 60, 60)], standardDraws))
    expect(worth.rank).toEqual([1, 1])
    expect(worth.swaps[0]).toBeGreaterThan(0.45)
    expect(worth.swaps[0]).toBeLessThan(0.55)
    expect([worth.low, worth.high]).toEqual([[1, 1], [2, 2]])
  })

  it('follow moved weights', () => {
    const units = [unit('x', 60, 40, 40), unit('y', 40, 60, 60)]
    expect(rankWorth(rankJob(({ id, weight }) => (id === 'A' ? 0.9 : weight), units, standardDraws)).rank).toEqual([1, 2])
    expect(rankWorth(rankJob(({ id, weight }) => (id === 'A' ? 0 : weight), units, standardDraws)).rank).toEqual([2, 1])
  })
})

describe('a ranking', () => {
  const uneven = treesAt([row('R', null, 1), row('A', 'R', 0.6), row('B', 'R', 0.4), row('C', 'B', 0.5), row('D', 'B', 0.5)], '2025-01-01')[0]?.root as TreeNode
  const units = [unit('y', 40, 65, 66, uneven), unit('x', 60, 40, 40, uneven), unit('z', 5, 5, 5, uneven), unit('none', null, 90, 90, uneven)]
  const worth = rankWorth(rankJob(own, units, standardDraws))

  it('names what is too close, and leaves out what has no total', () => {
    const { rows, left } = rankingOf(units, worth, worth, worth)
    expect(rows.map(({ member, rank, tooClose }) => [member, rank, tooClose])).toEqual([['x', 1, true], ['y', 2, false], ['z', 3, null]])
    expect(left).toEqual(['none'])
  })

  it('says that intervals are not yet drawn', () => {
    expect(rankingOf(units, worth, worth, null).rows.map(({ interval, swap }) => [interval, swap])).toEqual(Array.from({ length: rankingOf(units, worth, worth, null).rows.length }, () => [null, null]))
  })

  const cell = (area: string, parts: string, indicator: string, value: number | null, n = 1) => ({ metric: 'evaluation.part', period: 'all', members: { area, rated_parts: parts, indicator }, within: {}, value, numerator: null, denominator: n, low: null, high: null, interval: 'none' as const, missing: value === null ? ('not_recorded' as const) : null, cut: null, since: null, compared: null })
  const indicators = [row('R', null, 1), row('A', 'R', 0.5), row('B', 'R', 0.5), row('C', 'B', 0.5), row('D', 'B', 0.5)]
  const parts = (rated: string[], unrated: string[]) => ratedPartsMember({ date: '2025-01-01', rated, unrated })

  it('takes units from an answer, without those of which nothing is known', () => {
    const [partly, nothing] = [parts(['A'], ['C', 'D']), parts([], ['A', 'C', 'D'])]
    const found = unitsFrom([cell('1', partly, 'A', 50, 3), cell('1', partly, 'C', null), cell('2', nothing, 'A', null), cell('3', 'no such', 'A', 5)], 'area', indicators)
    expect(found.map(({ member, evaluations }) => [member, evaluations.map(({ n, points }) => [n, ...points])])).toEqual([['1', [[3, ['A', 50]]]]])
  })

  it('combines each evaluation first and then averages: two that rate less are no part of the others', () => {
    // Twice all rated at 100, 0, 0 → 50; once A alone at 20, half of the weight → 20. Mean (50 + 50 + 20) ÷ 3 = 40; points pooled first would give ((220 ÷ 3) + 0) ÷ 2 = 36.7.
    const [all, partly] = [parts(['A', 'C', 'D'], []), parts(['A'], ['C', 'D'])]
    const found = unitsFrom([cell('1', all, 'A', 100, 2), cell('1', all, 'C', 0, 2), cell('1', all, 'D', 0, 2), cell('1', partly, 'A', 20), cell('1', partly, 'C', null)], 'area', indicators)
    expect(rankWorth(rankJob(own, found, { noise: 0, draws: 0, seed: 1 })).scores[0]).toBeCloseTo(40, 12)
  })

  it('scores each evaluation by its own tree, and moves a weight in all of them', () => {
    // By halves 60 and 20 make 40; by 0.6 and 0.4 they make 44. With B at 0 both are 60.
    const found: RankedUnit[] = [{ member: 'U', evaluations: [root, uneven].map((on) => ({ root: on, n: 1, points: pointsOf(60, 20, 20) })) }]
    const scoreUnder = (weightOf: (node: TreeNode) => number) => rankWorth(rankJob(weightOf, found, { noise: 0, draws: 0, seed: 1 })).scores[0]
    expect(severalTrees(found)).toBe(true)
    expect(scoreUnder(own)).toBeCloseTo(42, 12)
    expect(scoreUnder(({ id, weight }) => (id === 'B' ? 0 : weight))).toBeCloseTo(60, 12)
  })
})

describe('what moving weights has changed', () => {
  const units = [unit('U1', 90, 10, null), unit('U2', 20, 80, null)]
  const draws = { noise: 0, draws: 0, seed: 1 }
  const changedBy = (weights: Readonly<Record<string, number>>) => {
    const job = rankJob(({ id, weight }) => weights[id] ?? weight, units, draws)
    const [base, official] = [rankWorth(job), rankWorth(rankJob(own, units, draws))]
    return ranksChanged(rankingOf(units, base, official, null), job)
  }

  it('is a number of ranks as long as there are any', () => {
    // Official: U1 (90 + 10) ÷ 2 = 50, U2 (20 + 80) ÷ 2 = 50, one place for both; with A alone 90 before 20.
    expect(changedBy({})).toBe(0)
    expect(changedBy({ B: 0 })).toBe(1)
    expect(movedWords(1, 1, 'zh')).toBe('已调整 1 项权重，1 个对象的名次改变。')
    expect(movedWords(2, 0, 'en')).toBe('2 weights moved, 0 ranks change.')
  })

  it('is no order where every weight is 0, at the top or through the parts of the only part left', () => {
    expect(changedBy({ A: 0, B: 0 })).toBe('no_weight')
    expect(changedBy({ A: 0, C: 0, D: 0 })).toBe('no_weight')
    expect(movedWords(2, 'no_weight', 'zh')).toBe('已调整 2 项权重，权重全部为 0，没有名次可排：请调高其中一项，或恢复规定权重。')
    expect(movedWords(1, 'no_weight', 'en')).toBe('1 weight moved, every weight is 0, so that no order exists: raise one of them, or go back to the official weights.')
    expect(movedWords(0, 'no_weight', 'zh')).toBe('现为规定权重。')
  })

  it('is no order where what weighs is not rated', () => {
    // D alone counts, and nobody has it.
    expect(changedBy({ A: 0, C: 0 })).toBe('no_score')
    expect(movedWords(2, 'no_score', 'zh')).toBe('已调整 2 项权重，各对象均未达计分条件，没有名次可排。')
    expect(movedWords(2, 'no_score', 'en')).toBe('2 weights moved, no unit is rated enough to be scored, so that no order exists.')
  })
})

import { describe, expect, it } from 'vitest'
import { changeOf } from '../../../src/domain/evaluation/change'
import { aggregate, pointsOf, scoreTree } from '../../../src/domain/evaluation/score'
import { differs, suppliedPoints } from '../../../src/domain/evaluation/supplied'
import { inForce, treeFor, treesAt, type Indicator, type TreeNode } from '../../../src/domain/evaluation/tree'

const row = (id: string, parent: string | null, weight: number, more: Partial<Indicator> = {}): Indicator => ({ id, parent, weight, direction: 'up', low: 0, high: 100, congress: false, from: null, ...more })
const rootAt = (rows: readonly Indicator[], date = '2025-12-31'): TreeNode => {
  const [tree] = treesAt(rows, date)
  if (!tree) throw new Error('no tree')
  return tree.root
}

describe('points of a raw value', () => {
  const goal = { low: 10, high: 30, direction: 'up' } as const
  it('runs between the goalposts and stops at them', () => {
    expect([5, 10, 15, 30, 31].map((raw) => pointsOf(raw, goal))).toEqual([0, 0, 25, 100, 100])
  })
  it('is reversed where lower is better', () => {
    expect([5, 10, 15, 30, 31].map((raw) => pointsOf(raw, { ...goal, direction: 'down' }))).toEqual([100, 100, 75, 0, 0])
  })
  it('is missing between goalposts that span nothing', () => {
    expect([pointsOf(5, { low: 3, high: 3, direction: 'up' }), pointsOf(5, { low: 4, high: 3, direction: 'up' })]).toEqual([null, null])
  })
})

describe('a tree of any depth', () => {
  const rows = [row('R', null, 1), row('A', 'R', 0.25), row('B', 'R', 0.75, { congress: true }), row('C', 'B', 0.5), row('D', 'B', 0.5), row('E', 'D', 1)]
  it('is the weighted mean, level by level', () => {
    const scores = scoreTree(rootAt(rows), new Map([['A', 80], ['C', 40], ['E', 60]]))
    expect(scores.get('total')).toEqual({ score: 57.5, congress: 37.5, weight: 1, points: 57.5, leaves: 3, rated: 3 })
    expect(scores.get('E')).toMatchObject({ weight: 0.375, points: 22.5, congress: 60 })
  })
  it('lets those rated carry the weight of those not rated, from half of it on', () => {
    const half = scoreTree(rootAt(rows), new Map([['A', 80], ['C', 40]]))
    expect([half.get('B')?.score, half.get('D')?.score, half.get('D')?.weight, half.get('total')?.score]).toEqual([40, null, 0, 50])
    const less = scoreTree(rootAt(rows), new Map([['A', 80]]))
    expect([less.get('B')?.score, less.get('total')?.score, less.get('A')?.points]).toEqual([null, null, 0])
  })
  it('takes weights whose decimals miss a half by binary noise as a half', () => {
    const root = rootAt([row('R', null, 1), row('A', 'R', 0.1), row('B', 'R', 0.2), row('C', 'R', 0.2), row('D', 'R', 0.5)])
    expect(scoreTree(root, new Map([['A', 10], ['B', 10], ['C', 10]])).get('total')?.score).toBeCloseTo(10, 9)
  })
  it('counts nothing where nothing is rated, and keeps 0 as 0', () => {
    expect(scoreTree(rootAt(rows), new Map()).get('total')?.score).toBeNull()
    expect(scoreTree(rootAt(rows), new Map([['A', 0], ['C', 0], ['E', 0]])).get('total')?.score).toBe(0)
  })
  it('brings moved weights back to a sum of 1', () => {
    const weights = aggregate(rootAt(rows), (id) => ({ A: 80, C: 40, E: 60 })[id] ?? null, ({ id, weight }) => (id === 'A' ? 3 : id === 'B' ? 1 : weight))
    expect(weights.get('total')?.score).toBeCloseTo(0.75 * 80 + 0.25 * 50, 9)
  })
  it('is not misled by a parent that leads back to itself', () => {
    expect(rootAt([row('R', null, 1), row('A', 'R', 1), row('X', 'Y', 1), row('Y', 'X', 1)]).children.map(({ id }) => id)).toEqual(['A'])
  })
})

describe('versions', () => {
  const from = (date: string) => ({ from: date })
  const weights = (rows: readonly Indicator[], date: string) => Object.fromEntries(inForce(rows, date).map(({ id, weight }) => [id, weight]))
  const first = [row('R', null, 1, from('2023-01-01')), row('A', 'R', 0.5, from('2023-01-01')), row('B', 'R', 0.5, from('2023-01-01'))]

  it('begin on their day and not before', () => {
    const rows = [...first, row('A', 'R', 0.7, from('2025-07-01')), row('B', 'R', 0.3, from('2025-07-01'))]
    expect(weights(rows, '2025-06-30')).toEqual({ R: 1, A: 0.5, B: 0.5 })
    expect(weights(rows, '2025-07-01')).toEqual({ R: 1, A: 0.7, B: 0.3 })
    expect(treesAt(rows, '2022-12-31')).toEqual([])
    expect(treesAt(rows, '2025-07-01')[0]?.from).toBe('2025-07-01')
  })
  it('replace siblings where the new ones make 1 alone', () => {
    expect(weights([...first, row('A', 'R', 0.6, from('2025-01-01')), row('C', 'R', 0.4, from('2025-01-01'))], '2025-12-31')).toEqual({ R: 1, A: 0.6, C: 0.4 })
  })
  it('hold on where the new ones need them to make 1', () => {
    expect(weights([...first, row('A', 'R', 0.3, from('2025-01-01')), row('C', 'R', 0.2, from('2025-01-01'))], '2025-12-31')).toEqual({ R: 1, A: 0.3, B: 0.5, C: 0.2 })
  })
  it('end with a weight of 0', () => {
    expect(weights([...first, row('A', 'R', 1, from('2025-01-01')), row('B', 'R', 0, from('2025-01-01'))], '2025-12-31')).toEqual({ R: 1, A: 1 })
  })
})

describe('several indicators without a parent', () => {
  const two = [row('E', null, 1), row('A', 'E', 1), row('U', null, 1, { from: '2024-01-01' }), row('B', 'U', 0.5, { from: '2024-01-01' }), row('C', 'U', 0.5, { from: '2024-01-01' })]
  it('are trees of their own where each is a whole: the one a unit is rated on counts', () => {
    const trees = treesAt(two, '2025-12-31')
    expect(trees.map(({ ledgerRoot, from }) => [ledgerRoot, from])).toEqual([['E', null], ['U', '2024-01-01']])
    expect([treeFor(trees, new Set(['A']))?.ledgerRoot, treeFor(trees, new Set(['C', 'U']))?.ledgerRoot, treeFor(trees, new Set())?.ledgerRoot, treeFor([], new Set(['A']))]).toEqual(['E', 'U', 'U', null])
  })
  it('stand under one root where they make a whole together', () => {
    const [tree, more] = treesAt([row('A', null, 0.4), row('B', null, 0.6), row('C', 'B', 1)], '2025-12-31')
    expect([tree?.ledgerRoot, tree?.root.children.map(({ id }) => id), more]).toEqual([null, ['A', 'B'], undefined])
  })
})

describe('a supplied composite', () => {
  it('is on the scale of its goalposts, of its parts, or in points', () => {
    const scale = (rows: readonly Indicator[]) => treesAt(rows, '2025-01-01')[0]?.supplied
    const leaf = (id: string, low: number | null, high: number | null) => row(id, 'R', 0.5, { low, high })
    const top = row('R', null, 1, { low: null, high: null })
    expect(scale([row('R', null, 1, { low: 0, high: 10 }), leaf('A', 0, 1), leaf('B', 0, 1)])).toEqual({ low: 0, high: 10 })
    expect(scale([top, leaf('A', 0, 1), leaf('B', 0, 1)])).toEqual({ low: 0, high: 1 })
    expect(scale([top, leaf('A', 0, 1), leaf('B', 0, 5)])).toEqual({ low: 0, high: 100 })
    expect(scale([top, leaf('A', null, null), leaf('B', null, null)])).toEqual({ low: 0, high: 100 })
  })
  it('may be off by 0.0075 and no more', () => {
    const points = { low: 0, high: 100 }
    expect([differs(77.9475, 77.94, points), differs(77.9325, 77.94, points), differs(77.9476, 77.94, points), differs(77.9, 77.94, points)]).toEqual([false, false, true, true])
    expect([differs(0.7868, 77.94, { low: 0, high: 1 }), differs(0.787, 77.94, { low: 0, high: 1 })]).toEqual([false, true])
    expect(suppliedPoints(4, { low: 1, high: 5 })).toBe(75)
  })
})

describe('a change', () => {
  const dated = (rows: readonly Indicator[], raw: Record<string, number>) => {
    const root = rootAt(rows)
    return { root, scores: scoreTree(root, new Map(Object.entries(raw))) }
  }
  const before = dated([row('R', null, 1), row('A', 'R', 0.5), row('B', 'R', 0.5)], { A: 40, B: 60 })

  it('takes away what an indicator brought that is no more', () => {
    const changes = changeOf(before, dated([row('R', null, 1), row('A', 'R', 0.6), row('C', 'R', 0.4)], { A: 50, C: 90 }))
    const of = (id: string) => changes?.get(id)
    expect(of('total')?.change).toBeCloseTo(66 - 50, 9)
    expect([of('A')?.byScore, of('A')?.byWeight, of('B')?.change, of('C')?.change].map((v) => Number(v?.toFixed(9)))).toEqual([5.5, 4.5, -30, 36])
    expect((of('total')?.byScore ?? 0) + (of('total')?.byWeight ?? 0)).toBeCloseTo(16, 9)
  })
  it('is not known where a total is missing', () => {
    expect(changeOf(before, dated([row('R', null, 1), row('A', 'R', 0.4), row('B', 'R', 0.6)], { A: 40 }))).toBeNull()
  })
})

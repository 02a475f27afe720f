import { describe, expect, it } from 'vitest'
import { ratedPartsMember, ratedPartsOf, ratedPartsWords, readRatedParts, treeOfRatedParts } from '../../../src/domain/evaluation/rated-parts'
import { leavesOf, treesAt, type Indicator } from '../../../src/domain/evaluation/tree'

const row = (id: string, parent: string | null, weight: number, from: string | null = null): Indicator => ({ id, parent, weight, direction: 'up', low: 0, high: 100, congress: false, from })
const indicators = [row('R', null, 1), row('A', 'R', 0.6), row('B', 'R', 0.4), row('A', 'R', 0.5, '2025-01-01'), row('B', 'R', 0.5, '2025-01-01')]

describe('what an evaluation rates', () => {
  it('comes back from the member that stands for it, with its own tree', () => {
    const [tree] = treesAt(indicators, '2024-12-31')
    if (!tree) throw new Error('no tree')
    const parts = ratedPartsOf(tree, '2024-12-31', (leaf) => leaf === 'A')
    expect(parts).toEqual({ date: '2024-12-31', rated: ['A'], unrated: ['B'] })
    expect(readRatedParts(ratedPartsMember(parts))).toEqual(parts)
    expect(leavesOf(treeOfRatedParts(parts, indicators)!.root).map(({ weight }) => weight)).toEqual([0.6, 0.4])
    expect(leavesOf(treeOfRatedParts({ ...parts, date: '2025-06-30' }, indicators)!.root).map(({ weight }) => weight)).toEqual([0.5, 0.5])
    expect(ratedPartsWords(parts)).toEqual({ zh: '未评：B', en: 'Not rated: B' })
    expect(ratedPartsWords({ ...parts, unrated: [] })).toEqual({ zh: '各项均已评', en: 'All rated' })
  })

  it.each(['', 'x', '1', '{}', '["2025-01-01"]', '["2025-01-01",[1],[]]'])('is not read from %j', (member) => {
    expect(readRatedParts(member)).toBeNull()
  })
})

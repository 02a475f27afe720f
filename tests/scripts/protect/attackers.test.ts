import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../support/runs'
import { atLeast, exactly, type CountFact } from '../../../scripts/lib/protect/count-fact'
import { possibleCounts } from '../../../scripts/lib/protect/possible-counts'
import { roundedFacts } from '../../../scripts/lib/protect/published-facts'
import { revealed } from '../../../scripts/lib/protect/revealed'
import { roundSmallCounts } from '../../../scripts/lib/protect/small-count-rounding'
import { anyCube, everyMargin, randoms, type Cube } from './cubes'

interface Attacker {
  readonly facts: readonly CountFact[]
  /** Cells of which it knew the whole count before anything was published. */
  readonly knew: ReadonlySet<number>
}

/** Whoever reads how counts are rounded knows that all of them together are off by one base at most. */
const fromTheMethod = (rounded: Int32Array, base: number): CountFact => {
  const sum = rounded.reduce((a, b) => a + b, 0)
  return { cells: [...rounded.keys()], low: sum - base, high: sum + base }
}

const outsider = (): Attacker => ({ facts: [], knew: new Set() })

/** Some of the cases of some cells are its own; where all are, it knew. */
const enterprise = ({ counts }: Cube, random: () => number): Attacker => {
  const own = Array.from(counts, (count) => (random() < 0.5 ? Math.floor(random() * (count + 1)) : 0))
  return { facts: own.map((share, cell) => atLeast(cell, share)), knew: new Set([...own.keys()].filter((cell) => own[cell] === counts[cell])) }
}

/** All cells of one member of one dimension. */
const committee = ({ counts, columns, sizes }: Cube, random: () => number): Attacker => {
  const dimension = Math.floor(random() * sizes.length)
  const member = Math.floor(random() * (sizes[dimension] ?? 1))
  const cells = [...counts.keys()].filter((cell) => columns[dimension]?.[cell] === member)
  return { facts: cells.map((cell) => exactly([cell], counts[cell] ?? 0)), knew: new Set(cells) }
}

const attackers = { outsider, enterprise, committee } as const

/** By attacker the small counts that it can only learn from what is published. */
const learnt = (cube: Cube, seed: number, method: (rounded: Int32Array) => CountFact[]): Record<string, number[]> => {
  const rounded = roundSmallCounts(cube.counts, everyMargin(cube), cube.ties, 5)
  const published = [...roundedFacts(rounded, 5), ...method(rounded)]
  return Object.fromEntries(Object.entries(attackers).map(([name, attack]) => {
    const { facts, knew } = attack(cube, randoms(seed))
    const possible = possibleCounts(cube.counts.length, [...published, ...facts])
    return [name, revealed(cube.counts, possible, 5).filter((cell) => !knew.has(cell))]
  }))
}

const nobody = { outsider: [], enterprise: [], committee: [] }

describe('rounded cubes of two to four dimensions', () => {
  it('tell nobody a small count they did not know: 10,000 cubes', () => {
    fc.assert(fc.property(anyCube, fc.nat(1_000_000), (cube, seed) => {
      expect(learnt(cube, seed, () => [])).toEqual(nobody)
    }), { numRuns: runs(10_000), seed: 20_240_105 })
  })

  it('nor those who know how far off the sum may be: 500 cubes', () => {
    fc.assert(fc.property(anyCube, fc.nat(1_000_000), (cube, seed) => {
      const { outsider: outside, committee: inside } = learnt(cube, seed, (rounded) => [fromTheMethod(rounded, 5)])
      expect([outside, inside]).toEqual([[], []])
    }), { numRuns: runs(500), seed: 20_240_108 })
  })
})

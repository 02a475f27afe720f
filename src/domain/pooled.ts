import { factOf, facts } from './facts'
import type { Manifest } from './manifest'
import type { DimensionId } from './question'
import type { Bilingual } from './text'

/** What an extract tells of a fact that it no longer keeps case by case. */
export interface PooledFact {
  readonly id: string
  readonly name: Bilingual
  readonly cases: number
  readonly rows: number
  readonly dropped: Readonly<Record<'days' | 'size', readonly DimensionId[]>>
  readonly digits: number | null
}

/** Facts whose rows each stand for several cases, in the order of the catalogue; none in an extract that keeps them all. */
export const pooledFacts = ({ facts: held }: Manifest): PooledFact[] =>
  facts.flatMap(({ id }) => {
    const { pooled, rows = 0 } = held[id] ?? {}
    if (!pooled) return []
    const of = (why: 'days' | 'size') => pooled.dropped.filter((one) => one.why === why).map(({ dimension }) => dimension)
    return [{ id, name: factOf(id).name, cases: pooled.cases, rows, dropped: { days: of('days'), size: of('size') }, digits: pooled.digits ?? null }]
  })

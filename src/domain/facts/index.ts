import { disputeDays, disputes, sessions, settlementRatios, stageDays, stages } from './disputes'
import type { Fact } from './fact'
import { workforce } from './workforce'

/** Every fact an extract may hold. */
export const facts: readonly Fact[] = [disputes, disputeDays, settlementRatios, stages, stageDays, sessions, workforce]

const byId = new Map(facts.map((fact) => [fact.id, fact]))

/** Throws when no fact has that id: an id comes from the catalogue, never from a user. */
export const factOf = (id: string): Fact => {
  const fact = byId.get(id)
  if (!fact) throw new Error(`No fact is called ${id}`)
  return fact
}

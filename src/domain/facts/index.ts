import { congressFacts } from './congress'
import { coverageFacts } from './coverage'
import { disputeDays, disputes, sessions, settlementRatios, stageDays, stages } from './disputes'
import { enterprisesFacts } from './enterprises'
import { evaluationFacts } from './evaluation'
import type { Fact } from './fact'
import { investmentFacts } from './investment'
import { outreachFacts } from './outreach'
import { outsideFacts } from './outside'
import { ticketsFacts } from './tickets'
import { workforce } from './workforce'

/** Every fact an extract may hold. */
export const facts: readonly Fact[] = [
  disputes,
  disputeDays,
  settlementRatios,
  stages,
  stageDays,
  sessions,
  ...outsideFacts,
  workforce,
  ...enterprisesFacts,
  ...coverageFacts,
  ...congressFacts,
  ...outreachFacts,
  ...ticketsFacts,
  ...evaluationFacts,
  ...investmentFacts,
]

const byId = new Map(facts.map((fact) => [fact.id, fact]))

/** Throws when no fact has that id: an id comes from the catalogue, never from a user. */
export const factOf = (id: string): Fact => {
  const fact = byId.get(id)
  if (!fact) throw new Error(`No fact is called ${id}`)
  return fact
}

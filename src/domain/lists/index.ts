import { congressLists } from './congress'
import { coverageLists } from './coverage'
import { disputesLists } from './disputes'
import { enterprisesLists } from './enterprises'
import { evaluationLists } from './evaluation'
import { investmentLists } from './investment'
import { outsideLists } from './outside'
import { ticketsLists } from './tickets'
import type { CaseList } from './list'

/** Every list of single cases. */
export const caseLists: readonly CaseList[] = [...disputesLists, ...enterprisesLists, ...coverageLists, ...congressLists, ...ticketsLists, ...evaluationLists, ...outsideLists, ...investmentLists]

/** Throws when no list has that id: ids come from the dashboards. */
export const caseListOf = (id: string): CaseList => {
  const list = caseLists.find((l) => l.id === id)
  if (!list) throw new Error(`No list is called ${id}`)
  return list
}

import type { Contract, ContractType } from './contracts'
import { LAST_DAY } from './days'
import { firmCells } from './firm-cells'
import type { Heads } from './heads'
import type { Random } from './random'
import type { Row } from './row'

export const contractEnterpriseRows = (random: Random, heads: Heads, contracts: readonly Contract[]): readonly Row[] =>
  contracts.flatMap(({ id, bound, signed }) => bound.map(({ firm, recognised }) => {
    const month = heads.on(firm, signed)
    return { contract_id: id, ...firmCells(random, firm), recognised_on: recognised, workers: month?.closing ?? null, women: month?.women ?? null }
  }))

const topics = ['pay', 'hours', 'rest', 'osh', 'women'] as const

/** Chance that a contract of a type has a clause on a topic, and that the clause goes beyond the law. */
const presence: Readonly<Record<ContractType, readonly number[]>> = {
  general: [0.98, 0.9, 0.86, 0.82, 0.66],
  wage: [1, 0.4, 0.3, 0.12, 0.15],
  women: [0.35, 0.45, 0.5, 0.4, 1],
  osh: [0.15, 0.4, 0.35, 1, 0.45],
}
const above = [0.36, 0.2, 0.28, 0.24, 0.42]

export const contractClauseRows = (random: Random, contracts: readonly Contract[]): readonly Row[] =>
  contracts.flatMap(({ id, type }) => topics.map((topic, i) => {
    const present = random.chance(presence[type][i] ?? 0)
    return { contract_id: id, topic, present, above_floor: present && !random.chance(0.06) ? random.chance(above[i] ?? 0) : null }
  }))

/** About half of the contracts are looked at once or twice while they run. */
export const contractInspectionRows = (random: Random, contracts: readonly Contract[]): readonly Row[] =>
  contracts.filter(() => random.chance(0.55)).flatMap(({ id, effective, expires, signed }) => {
    const from = (effective ?? signed) + 60
    const days = [from + random.int(0, 200), ...(random.chance(0.25) ? [from + random.int(210, 330)] : [])]
    return days.filter((day) => day <= Math.min(LAST_DAY, expires)).map((inspected) => {
      const result = random.weighted([['met', 74], ['partly', 19], ['not_met', 7]])
      const corrected = result === 'met' || random.chance(0.3) ? null : inspected + random.int(10, 80)
      return { contract_id: id, inspected_on: inspected, result, corrected_on: corrected !== null && corrected <= LAST_DAY ? corrected : null }
    })
  })

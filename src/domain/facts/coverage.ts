import type { Fact } from './fact'

const places = ['area', 'subdistrict', 'district', 'union'] as const
const ofFirm = [...places, 'industry', 'industry_section', 'industry_group', 'size', 'ownership', 'congress'] as const
const ofContract = [...places, 'contract_type', 'contract_scope'] as const

const typed = { contract_type: ['contracts.type'], contract_scope: ['contracts.scope'] } as const
/** The four types are never added up: an enterprise under three of them is one enterprise. */
const byType = { contract_type: ['general', 'wage', 'women', 'osh'] } as const

const state = { month: 'month', part: null, lag: 0, rows: 'state', words: { zh: '期末时点', en: 'at the end of the period' } } as const

const bound = ['coverage.bound'] as const
const recognised = ['coverage.bound', 'contract_enterprises.recognised_on'] as const
const heads = ['coverage.heads'] as const
const women = ['coverage.women'] as const
const held = ['contracts.effective_on'] as const
/** Joint unions and their contracts: without the list of unions nobody is known to have none. */
const ofUnions = ['contracts.effective_on', 'unions.union_id'] as const
/** Terms of which it is known whose they are. */
const chains = ['coverage.chains', ...held] as const
const expiry = ['contracts.expires_on'] as const

/** What a coverage is set against: the active enterprises and their workers, the same for every type of contract. */
export const coverageBase: Fact = {
  id: 'coverage_base',
  name: { zh: '合同覆盖的分母', en: 'Base of contract coverage' },
  dimensions: ofFirm,
  axes: { state },
  sums: {
    n: { type: 'count', needs: ['enterprises.enterprise_id'] },
    workers: { type: 'count', needs: heads },
    women: { type: 'count', needs: women },
    unionised: { type: 'count', needs: ['enterprises.union_joined_on'] },
  },
  details: {},
}

export const coverage: Fact = {
  id: 'coverage',
  name: { zh: '合同覆盖的企业', en: 'Enterprises under a contract' },
  dimensions: [...ofFirm, 'contract_type'],
  needs: { contract_type: typed.contract_type },
  apart: byType,
  axes: { state },
  sums: {
    n: { type: 'count', needs: bound },
    recognised: { type: 'count', needs: recognised },
    unrecognised: { type: 'count', needs: recognised },
    workers: { type: 'count', needs: [...bound, ...heads] },
    workers_recognised: { type: 'count', needs: [...recognised, ...heads] },
    workers_unrecognised: { type: 'count', needs: [...recognised, ...heads] },
    women: { type: 'count', needs: [...bound, ...women] },
    women_recognised: { type: 'count', needs: [...recognised, ...women] },
    women_unrecognised: { type: 'count', needs: [...recognised, ...women] },
    unionised: { type: 'count', needs: [...bound, 'enterprises.union_joined_on'] },
  },
  details: {},
}

export const contractUnions: Fact = {
  id: 'contract_unions',
  name: { zh: '联合工会与区域性合同', en: 'Joint unions and their contracts' },
  dimensions: [...places, 'contract_type'],
  needs: { contract_type: typed.contract_type },
  apart: byType,
  axes: { state },
  sums: {
    n: { type: 'count', needs: ofUnions },
    in_force: { type: 'count', needs: ofUnions },
  },
  details: {},
}

/** One row per contract and month in which it has neither run out nor been ended. */
export const contractsHeld: Fact = {
  id: 'contracts_held',
  name: { zh: '未到期合同', en: 'Contracts that have not run out' },
  dimensions: ofContract,
  needs: typed,
  axes: { state },
  sums: {
    n: { type: 'count', needs: expiry },
    in_force: { type: 'count', needs: held },
    expiring_30d: { type: 'count', needs: expiry },
    expiring_60d: { type: 'count', needs: expiry },
    expiring_90d: { type: 'count', needs: expiry },
    renewed_90d: { type: 'count', needs: expiry },
    workers: { type: 'count', needs: [...held, 'coverage.contract_workers'] },
  },
  details: { contract_id: 'text', expires_on: 'date', days_left: 'int', renewed_on: 'date' },
}

export const contracts: Fact = {
  id: 'contracts',
  name: { zh: '集体合同', en: 'Collective contracts' },
  dimensions: ofContract,
  needs: typed,
  axes: {
    signed: { month: 'signed_month', part: 'signed_part', lag: 0, words: { zh: '按签订日期', en: 'by date signed' } },
    requested: { month: 'requested_month', part: 'requested_part', lag: 0, needs: ['contracts.requested_on'], words: { zh: '按要约日期', en: 'by date of the request' } },
    adopted: { month: 'adopted_month', part: 'adopted_part', lag: 0, words: { zh: '按通过日期', en: 'by date adopted' } },
    filing: { month: 'filing_month', part: 'filing_part', lag: 0, words: { zh: '按报送期限起算日', en: 'by the day the filing days begin' } },
  },
  sums: {
    n: { type: 'count', needs: ['contracts.type'] },
    reply_due: { type: 'count', needs: ['contracts.requested_on', 'contracts.replied_on'] },
    replied_15d: { type: 'count', needs: ['contracts.requested_on', 'contracts.replied_on'] },
    filing_due: { type: 'count', needs: ['coverage.filing'] },
    filed_10d: { type: 'count', needs: ['coverage.filing'] },
    filed: { type: 'count', needs: ['coverage.filing'] },
    objected: { type: 'count', needs: ['coverage.filing', 'contracts.objected_on'] },
    voted: { type: 'count', needs: ['contracts.yes_votes', 'contracts.reps_total'] },
    votes_ok: { type: 'count', needs: ['contracts.yes_votes', 'contracts.reps_total'] },
  },
  details: {},
}

export const wageRises: Fact = {
  id: 'wage_rises',
  name: { zh: '约定工资增幅', en: 'Agreed wage rises' },
  dimensions: ofContract,
  needs: typed,
  axes: { signed: contracts.axes.signed ?? state },
  sums: { n: { type: 'count', needs: ['contracts.wage_rise_pct'] } },
  spread: 'rise',
  details: {},
}

/** Agreed rises by the enterprises they bind: only these have a trade and a size. */
export const wageRisesOfFirms: Fact = {
  id: 'wage_rises_firms',
  name: { zh: '企业的约定工资增幅', en: 'Agreed wage rises of enterprises' },
  dimensions: [...places, 'industry', 'industry_section', 'industry_group', 'size', 'contract_type'],
  needs: { contract_type: typed.contract_type },
  axes: { signed: contracts.axes.signed ?? state },
  sums: { n: { type: 'count', needs: [...bound, 'contracts.wage_rise_pct'] } },
  spread: 'rise',
  details: {},
}

/** A party's contracts of one type and scope, one term after the other: a row per month since the first took effect. */
export const contractChains: Fact = {
  id: 'contract_chains',
  name: { zh: '各签约方的合同接续', en: 'Contracts by party, term after term' },
  dimensions: ofContract,
  needs: typed,
  axes: { state },
  sums: {
    n: { type: 'count', needs: chains },
    in_force: { type: 'count', needs: chains },
    lapsed: { type: 'count', needs: chains },
  },
  details: { enterprise_id: 'text', contract_id: 'text', ran_out_on: 'date', days_without: 'int' },
}

/** Days between two terms of one chain. */
export const contractLapses: Fact = {
  id: 'contract_lapses',
  name: { zh: '合同断档', en: 'Days without a contract' },
  dimensions: ofContract,
  needs: typed,
  axes: { ended: { month: 'ended_month', part: 'ended_part', lag: 0, needs: chains, words: { zh: '按断档结束日期', en: 'by the day the lapse ends' } } },
  sums: {
    n: { type: 'count', needs: chains },
    days: { type: 'count', needs: chains },
  },
  details: {},
}

export const contractClauses: Fact = {
  id: 'contract_clauses',
  name: { zh: '在期合同的条款', en: 'Clauses of contracts in force' },
  dimensions: [...ofContract, 'clause'],
  needs: { ...typed, clause: ['contract_clauses.topic'] },
  axes: { state },
  sums: {
    n: { type: 'count', needs: [...held, 'contract_clauses.present'] },
    present: { type: 'count', needs: [...held, 'contract_clauses.present'] },
    judged: { type: 'count', needs: [...held, 'contract_clauses.above_floor'] },
    above: { type: 'count', needs: [...held, 'contract_clauses.above_floor'] },
  },
  details: {},
}

export const contractInspections: Fact = {
  id: 'contract_inspections',
  name: { zh: '合同履行检查', en: 'Contract inspections' },
  dimensions: [...ofContract, 'inspection_result'],
  needs: { ...typed, inspection_result: ['contract_inspections.result'] },
  axes: { inspected: { month: 'inspected_month', part: 'inspected_part', lag: 0, needs: ['contract_inspections.inspected_on'], words: { zh: '按检查日期', en: 'by date inspected' } } },
  sums: {
    n: { type: 'count', needs: ['contract_inspections.inspected_on'] },
    met: { type: 'count', needs: ['contract_inspections.result'] },
    to_correct: { type: 'count', needs: ['contract_inspections.result'] },
    corrected: { type: 'count', needs: ['contract_inspections.corrected_on'] },
  },
  details: {},
}

export const coverageFacts: readonly Fact[] = [coverageBase, coverage, contractUnions, contractsHeld, contracts, wageRises, wageRisesOfFirms, contractChains, contractLapses, contractClauses, contractInspections]

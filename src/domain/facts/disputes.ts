import type { Fact } from './fact'

/** What every fact about disputes can be split by: where, in which trade, about what. */
export const ofDispute = [
  'area',
  'subdistrict',
  'district',
  'union',
  'industry',
  'industry_section',
  'industry_group',
  'size',
  'cause',
  'cause_class',
  'cause_area',
  'collective',
  'channel',
] as const

export const disputeNeeds = {
  cause: ['disputes.cause'],
  cause_class: ['disputes.cause'],
  cause_area: ['disputes.cause'],
  collective: ['disputes.workers'],
  channel: ['disputes.source_channel'],
} as const

const closing = { final_stage: ['disputes.final_stage'], outcome: ['disputes.outcome'] } as const

const whenOpened = ['disputes.opened_on'] as const
const whenClosed = ['disputes.closing'] as const
const opened = { month: 'opened_month', part: 'opened_part', lag: 0, needs: whenOpened }

export const disputes: Fact = {
  id: 'disputes',
  name: { zh: '争议', en: 'Disputes' },
  dimensions: [...ofDispute, 'final_stage', 'outcome', 'holder', 'age_band'],
  needs: { ...disputeNeeds, ...closing, age_band: whenClosed, holder: ['dispute_stages.stage'] },
  axes: {
    opened,
    // Set against monthly reports: only whole months have both parts of a rate.
    reported: { month: 'opened_month', part: null, lag: 0, needs: whenOpened },
    opened60: { month: 'opened_month', part: 'opened60_part', lag: 60, needs: whenOpened },
    closed: { month: 'closed_month', part: 'closed_part', lag: 0, needs: whenClosed },
    closed365: { month: 'closed_month', part: 'closed365_part', lag: 365, needs: whenClosed },
  },
  sums: {
    n: { type: 'count', needs: ['disputes.opened_on'] },
    exposed: { type: 'count', needs: ['workforce_months.month'] },
    outside_known: { type: 'count', needs: ['external_cases.bypassed'] },
    workers: { type: 'count', needs: ['disputes.workers'] },
    batches: { type: 'count', needs: ['disputes.workers'] },
    collective_batches: { type: 'count', needs: ['disputes.workers'] },
    batch_load: { type: 'count', needs: ['disputes.opened_on'] },
    amount_claimed: { type: 'money', needs: ['disputes.amount_claimed'] },
    amount_agreed: { type: 'money', needs: ['disputes.amount_agreed'] },
    amount_performed: { type: 'money', needs: ['disputes.amount_performed'] },
    paired_claimed: { type: 'money', needs: ['disputes.amount_claimed', 'disputes.amount_agreed'] },
    paired_agreed: { type: 'money', needs: ['disputes.amount_claimed', 'disputes.amount_agreed'] },
    paired_performed: { type: 'money', needs: ['disputes.amount_performed', 'disputes.amount_agreed'] },
    paired_due: { type: 'money', needs: ['disputes.amount_performed', 'disputes.amount_agreed'] },
    amount_cases: { type: 'count', needs: ['disputes.amount_agreed'] },
    source60: { type: 'count', needs: ['disputes.settlement'] },
    grassroots60: { type: 'count', needs: ['disputes.settlement'] },
    pending: { type: 'count', needs: ['disputes.closing'] },
    major_open: { type: 'count', needs: ['disputes.closing', 'disputes.cause'] },
    agreements_due: { type: 'count', needs: ['disputes.performance_due'] },
    agreements_performed: { type: 'count', needs: ['disputes.performance_due'] },
    recurrence_base: { type: 'count', needs: ['disputes.recurrence'] },
    recurred: { type: 'count', needs: ['disputes.recurrence'] },
  },
  details: { dispute_id: 'text', enterprise_id: 'text', opened_on: 'date', closed_on: 'date' },
}

export const disputeDays: Fact = {
  id: 'dispute_days',
  name: { zh: '争议办理天数', en: 'Days to close' },
  dimensions: [...ofDispute, 'final_stage', 'outcome'],
  needs: { ...disputeNeeds, ...closing },
  axes: { closed: { month: 'closed_month', part: 'closed_part', lag: 0, needs: whenClosed } },
  sums: { n: { type: 'count', needs: ['disputes.closing'] } },
  spread: 'days',
  details: {},
}

export const settlementRatios: Fact = {
  id: 'settlement_ratios',
  name: { zh: '协议金额占诉求金额', en: 'Agreed share of the claim' },
  dimensions: [...ofDispute, 'final_stage', 'outcome'],
  needs: { ...disputeNeeds, ...closing },
  axes: { closed: { month: 'closed_month', part: 'closed_part', lag: 0, needs: whenClosed } },
  sums: { n: { type: 'count', needs: ['disputes.amount_claimed', 'disputes.amount_agreed'] } },
  spread: 'ratio',
  details: {},
}

export const stages: Fact = {
  id: 'stages',
  name: { zh: '调处过程', en: 'Stages' },
  dimensions: [...ofDispute, 'stage'],
  needs: { ...disputeNeeds, stage: ['dispute_stages.stage'] },
  axes: {
    entered: { month: 'entered_month', part: 'entered_part', lag: 0, needs: ['dispute_stages.applied_on'] },
    entered15: { month: 'entered_month', part: 'entered15_part', lag: 15, needs: ['dispute_stages.applied_on'] },
    ended: { month: 'ended_month', part: 'ended_part', lag: 0, needs: ['dispute_stages.result'] },
  },
  sums: {
    n: { type: 'count', needs: ['dispute_stages.stage'] },
    observed: { type: 'count', needs: ['dispute_stages.stage'] },
    inferred: { type: 'count', needs: ['dispute_stages.stage'] },
    settled: { type: 'count', needs: ['dispute_stages.stage'] },
    escalated: { type: 'count', needs: ['dispute_stages.stage'] },
    waiting: { type: 'count', needs: ['dispute_stages.stage'] },
    breached: { type: 'count', needs: ['dispute_stages.stage'] },
    otherwise: { type: 'count', needs: ['dispute_stages.stage'] },
    stage_load: { type: 'count', needs: ['dispute_stages.stage'] },
    mediated: { type: 'count', needs: ['dispute_stages.stage'] },
    agreed: { type: 'count', needs: ['dispute_stages.stage'] },
    withdrawn: { type: 'count', needs: ['dispute_stages.stage'] },
    refused: { type: 'count', needs: ['dispute_stages.stage'] },
    due15: { type: 'count', needs: ['dispute_stages.stage'] },
    in15: { type: 'count', needs: ['dispute_stages.stage'] },
    agreed15: { type: 'count', needs: ['dispute_stages.stage'] },
    extended: { type: 'count', needs: ['dispute_stages.extended_to'] },
    beyond15: { type: 'count', needs: ['dispute_stages.stage'] },
    open_beyond15: { type: 'count', needs: ['dispute_stages.stage'] },
    overdue: { type: 'count', needs: ['dispute_stages.stage'] },
    due_in_5: { type: 'count', needs: ['dispute_stages.stage'] },
  },
  details: { dispute_id: 'text', enterprise_id: 'text', applied_on: 'date', deadline: 'date' },
}

export const stageDays: Fact = {
  id: 'stage_days',
  name: { zh: '各级办理天数', en: 'Days in stage' },
  dimensions: [...ofDispute, 'stage'],
  needs: { ...disputeNeeds, stage: ['dispute_stages.stage'] },
  axes: { entered: { month: 'entered_month', part: 'entered_part', lag: 0, needs: ['dispute_stages.applied_on'] } },
  sums: { n: { type: 'count', needs: ['dispute_stages.stage'] } },
  spread: 'days',
  details: {},
}

export const sessions: Fact = {
  id: 'sessions',
  name: { zh: '调解场次', en: 'Mediation sessions' },
  dimensions: [...ofDispute, 'mode'],
  needs: { ...disputeNeeds, mode: ['mediation_sessions.mode'] },
  axes: { opened },
  sums: { n: { type: 'count', needs: ['mediation_sessions.mode'] } },
  details: {},
}

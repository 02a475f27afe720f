import { disputeNeeds, ofDispute } from './disputes'
import type { Fact } from './fact'

const inPlace = ['area', 'subdistrict', 'district'] as const

const external: Fact = {
  id: 'external',
  name: { zh: '外部渠道案件', en: 'Cases of outside channels' },
  dimensions: [...inPlace, 'outside_channel', 'cause', 'cause_class', 'cause_area'],
  needs: {
    area: ['external_cases.place'],
    subdistrict: ['external_cases.subdistrict'],
    district: ['external_cases.district'],
    cause: ['external_cases.causes'],
    cause_class: ['external_cases.causes'],
    cause_area: ['external_cases.causes'],
  },
  axes: { month: { month: 'month', part: null, lag: 0, rows: 'report', needs: ['external_cases.month'], words: { zh: '按月报月份', en: 'by month reported' } } },
  sums: {
    n: { type: 'count', needs: ['external_cases.month'] },
    accepted: { type: 'count', needs: ['external_cases.accepted'] },
    closed: { type: 'count', needs: ['external_cases.closed'] },
    mediated: { type: 'count', needs: ['external_cases.closed', 'external_cases.mediated'] },
    paired_closed: { type: 'count', needs: ['external_cases.closed', 'external_cases.mediated'] },
    workers: { type: 'count', needs: ['external_cases.workers'] },
    amount: { type: 'money', needs: ['external_cases.amount'] },
    bypassed: { type: 'count', needs: ['external_cases.bypassed', 'disputes.opened_on'] },
    exposed: { type: 'count', needs: ['external_cases.accepted', 'workforce_months.month'] },
  },
  details: {},
}

const outsideExposure: Fact = {
  id: 'outside_exposure',
  name: { zh: '有仲裁月报的职工人年', en: 'Worker-years with an arbitration report' },
  dimensions: inPlace,
  axes: { month: { month: 'month', part: null, lag: 0, rows: 'report', needs: ['workforce_months.month'], words: { zh: '按月报月份', en: 'by month reported' } } },
  sums: {
    n: { type: 'count', needs: ['workforce_months.month'] },
    worker_years: { type: 'real', needs: ['workforce_months.headcount'] },
  },
  details: {},
}

const due = ['supervision_letters.issued_on', 'supervision_letters.due_on'] as const
const corrected = [...due, 'supervision_letters.corrected_on'] as const

const letters: Fact = {
  id: 'letters',
  name: { zh: '工会劳动法律监督文书', en: 'Supervision letters' },
  dimensions: [...inPlace, 'union', 'industry', 'industry_section', 'industry_group', 'size', 'letter_kind'],
  needs: { letter_kind: ['supervision_letters.kind'] },
  axes: { issued: { month: 'issued_month', part: 'issued_part', lag: 0, needs: ['supervision_letters.issued_on'], words: { zh: '按发出日期', en: 'by date of issue' } } },
  sums: {
    n: { type: 'count', needs: ['supervision_letters.issued_on'] },
    due: { type: 'count', needs: due },
    corrected: { type: 'count', needs: corrected },
    on_time: { type: 'count', needs: corrected },
    overdue: { type: 'count', needs: corrected },
  },
  details: { letter_id: 'text', enterprise_id: 'text', dispute_id: 'text', issued_on: 'date', due_on: 'date' },
}

const claims: Fact = {
  id: 'claims',
  name: { zh: '争议诉求', en: 'Claims' },
  dimensions: [...ofDispute, 'claim'],
  needs: { ...disputeNeeds, claim: ['dispute_claims.cause'] },
  axes: { opened: { month: 'opened_month', part: 'opened_part', lag: 0, needs: ['dispute_claims.cause', 'disputes.opened_on'] } },
  sums: {
    n: { type: 'count', needs: ['dispute_claims.cause'] },
    cases: { type: 'count', needs: ['dispute_claims.cause'] },
    amount: { type: 'money', needs: ['dispute_claims.amount'] },
  },
  details: {},
}

const reportStates: Fact = {
  id: 'report_states',
  name: { zh: '报送登记', en: 'Reports due' },
  dimensions: [...inPlace, 'union', 'ledger', 'report_status'],
  needs: { ledger: ['reports.table_name'], report_status: ['reports.status'] },
  axes: {
    month: { month: 'month', part: null, lag: 0, rows: 'report', needs: ['reports.period'], words: { zh: '按报表所属月份，年报计在十二月', en: 'by month of the report, a yearly one in December' } },
  },
  sums: {
    n: { type: 'count', needs: ['reports.status'] },
    submitted: { type: 'count', needs: ['reports.status'] },
    zero: { type: 'count', needs: ['reports.status'] },
    late: { type: 'count', needs: ['reports.status'] },
    missing: { type: 'count', needs: ['reports.status'] },
    owed: { type: 'count', needs: ['reports.status'] },
  },
  details: { period: 'text' },
}

export const outsideFacts: readonly Fact[] = [external, outsideExposure, letters, claims, reportStates]

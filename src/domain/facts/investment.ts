import type { Fact } from './fact'

const place = ['area', 'subdistrict', 'district', 'union'] as const
const trade = ['industry', 'industry_section', 'industry_group'] as const

const monthly = { month: 'month', part: null, lag: 0, rows: 'report', needs: ['entity_flows.month'], words: { zh: '按月报月份', en: 'by month reported' } } as const

const flows: Fact = {
  id: 'flows',
  name: { zh: '经营主体增减', en: 'Entities: entries and exits' },
  dimensions: [...place, ...trade, 'size'],
  axes: { month: monthly },
  sums: {
    n: { type: 'count', needs: ['entity_flows.month'] },
    entries: { type: 'count', needs: ['entity_flows.entries'] },
    exits: { type: 'count', needs: ['entity_flows.exits'] },
    moved_in: { type: 'count', needs: ['entity_flows.moved_in'] },
    moved_out: { type: 'count', needs: ['entity_flows.moved_out'] },
    net: { type: 'count', needs: ['entity_flows.entries', 'entity_flows.exits'] },
    change: { type: 'count', needs: ['entity_flows.entries', 'entity_flows.exits', 'entity_flows.moved_in', 'entity_flows.moved_out'] },
    capital: { type: 'money', needs: ['entity_flows.registered_capital_wan'] },
    stock_end: { type: 'count', needs: ['entity_flows.stock_end'] },
    entity_years: { type: 'real', needs: ['entity_flows.stock_end'] },
    stocked_entries: { type: 'count', needs: ['entity_flows.entries', 'entity_flows.stock_end'] },
    stocked_exits: { type: 'count', needs: ['entity_flows.exits', 'entity_flows.stock_end'] },
    stocked: { type: 'count', needs: ['entity_flows.stock_end'] },
    stock_missing: { type: 'count', needs: ['entity_flows.stock_end'] },
    checkable: { type: 'count', needs: ['entity_flows.stock_end', 'entity_flows.moved_in', 'entity_flows.moved_out'] },
    balanced: { type: 'count', needs: ['entity_flows.stock_end', 'entity_flows.moved_in', 'entity_flows.moved_out'] },
  },
  details: {},
}

const firmDates = ['enterprises.survival'] as const

const firmSurvival: Fact = {
  id: 'firm_survival',
  name: { zh: '新设企业存续', en: 'Survival of new firms' },
  dimensions: [...place, ...trade, 'size'],
  axes: {
    opened: { month: 'opened_month', part: 'opened_part', lag: 0, needs: firmDates, words: { zh: '按成立日期', en: 'by date of founding' } },
    year1: { month: 'year1_month', part: 'year1_part', lag: 0, needs: firmDates, words: { zh: '按成立满 365 天之日', en: 'by the day 365 days after founding' } },
    year2: { month: 'year2_month', part: 'year2_part', lag: 0, needs: firmDates, words: { zh: '按成立满 730 天之日', en: 'by the day 730 days after founding' } },
  },
  sums: {
    n: { type: 'count', needs: firmDates },
    ended: { type: 'count', needs: firmDates },
    undated: { type: 'count', needs: firmDates },
  },
  spread: 'days',
  details: {},
}

const leadOpened = {
  month: 'opened_month', part: 'opened_part', lag: 0, needs: ['investment_leads.opened_on'], words: { zh: '按线索登记日期', en: 'by date the lead was registered' },
} as const

const stage = ['investment_leads.stage'] as const
const amount = ['investment_leads.amount_wan'] as const
const endings = ['investment_leads.endings'] as const

const leads: Fact = {
  id: 'leads',
  name: { zh: '招商线索', en: 'Investment leads' },
  dimensions: [...place, ...trade, 'lead_stage'],
  needs: { lead_stage: stage },
  axes: { opened: leadOpened },
  sums: {
    n: { type: 'count', needs: ['investment_leads.opened_on'] },
    visited: { type: 'count', needs: ['investment_leads.visits'] },
    negotiated: { type: 'count', needs: ['investment_leads.negotiations'] },
    signed: { type: 'count', needs: ['investment_leads.signings'] },
    landed: { type: 'count', needs: stage },
    lost: { type: 'count', needs: stage },
    open: { type: 'count', needs: stage },
    waiting: { type: 'count', needs: stage },
    amount: { type: 'money', needs: amount },
    committed: { type: 'money', needs: amount },
  },
  details: { lead_id: 'text', opened_on: 'date', signed_on: 'date' },
}

const leadDays: Fact = {
  id: 'lead_days',
  name: { zh: '线索办理天数', en: 'Days of leads' },
  dimensions: [...place, ...trade],
  axes: {
    opened: leadOpened,
    year1: { month: 'year1_month', part: 'year1_part', lag: 0, needs: endings, words: { zh: '按登记满 365 天之日', en: 'by the day 365 days after registration' } },
    landed: { month: 'landed_month', part: 'landed_part', lag: 0, needs: endings, words: { zh: '按落地日期', en: 'by date of landing' } },
  },
  sums: {
    n: { type: 'count', needs: endings },
    landed: { type: 'count', needs: endings },
    lost: { type: 'count', needs: endings },
    undated: { type: 'count', needs: endings },
  },
  spread: 'days',
  details: {},
}

export const investmentFacts: readonly Fact[] = [flows, firmSurvival, leads, leadDays]

import type { Member } from '../answer'
import type { Fact } from './fact'

const places = ['area', 'subdistrict', 'district', 'union'] as const
const ofFirm = [...places, 'industry', 'industry_section', 'industry_group', 'size'] as const

/**
 * Who assessed a stance is never pooled with who else did. Unasked, an answer keeps to the first that occurs: the
 * union, which sees most enterprises and comes back, so that its own leaning stands on both sides of a change; then
 * third parties, who lean least but come rarely; then owners themselves, of whom only those answer who wish to.
 */
const assessors: readonly Member[] = ['union', 'third', 'self']

const atState = { zh: '月末（截止月为截止日）状态', en: 'state at the end of the month, in the last month at the as-of date' }
const held = { month: 'held_month', part: 'held_part', lag: 0, needs: ['outreach_events.held_on'], words: { zh: '按活动日期', en: 'by date of the event' } }
const state = { month: 'month', part: null, lag: 0, rows: 'state', needs: ['enterprises.enterprise_id'], words: atState } as const

const register = ['enterprises.enterprise_id'] as const
const attendance = ['outreach_attendance.enterprise_id', 'outreach_events.held_on'] as const
const stance = ['stance_assessments.stance', ...register] as const

export const outreachEvents: Fact = {
  id: 'outreach_events',
  name: { zh: '宣讲与学习活动', en: 'Outreach events' },
  dimensions: [...places, 'outreach_kind', 'speaker_kind'],
  needs: { outreach_kind: ['outreach_events.kind'], speaker_kind: ['outreach_events.speaker_kind'] },
  axes: { held },
  sums: {
    n: { type: 'count', needs: ['outreach_events.held_on'] },
    targeted: { type: 'count', needs: ['outreach_events.targeted', 'outreach_attendance.enterprise_id'] },
    attended: { type: 'count', needs: ['outreach_events.targeted', 'outreach_attendance.enterprise_id'] },
  },
  details: {},
}

export const contacts: Fact = {
  id: 'contacts',
  name: { zh: '企业参加活动', en: 'Contacts with enterprises' },
  dimensions: [...ofFirm, 'outreach_kind', 'speaker_kind'],
  needs: { outreach_kind: ['outreach_events.kind'], speaker_kind: ['outreach_events.speaker_kind'] },
  axes: { held },
  sums: { n: { type: 'count', needs: attendance } },
  details: {},
}

export const reach: Fact = {
  id: 'reach',
  name: { zh: '在营企业近 12 个月接触情况', en: 'Active enterprises and their contacts in 12 months' },
  dimensions: [...ofFirm, 'congress'],
  axes: { state },
  sums: {
    n: { type: 'count', needs: register },
    reached_12m: { type: 'count', needs: [...register, ...attendance] },
    contacts_12m: { type: 'count', needs: [...register, ...attendance] },
  },
  details: {},
}

export const firstContactDays: Fact = {
  id: 'first_contact_days',
  name: { zh: '首次接触到首次签约的天数', en: 'Days from first contact to first contract' },
  dimensions: [...ofFirm, 'outreach_kind'],
  needs: { outreach_kind: ['outreach_events.kind'] },
  axes: { contacted: { month: 'contacted_month', part: 'contacted_part', lag: 0, needs: attendance, words: { zh: '按首次接触日期', en: 'by date of first contact' } } },
  sums: { n: { type: 'count', needs: attendance }, ended: { type: 'count', needs: ['contract_enterprises.signing'] } },
  spread: 'days',
  details: {},
}

export const stanceStates: Fact = {
  id: 'stance_states',
  name: { zh: '企业主态度', en: 'Stance of enterprises' },
  dimensions: [...ofFirm, 'congress', 'assessor', 'stance'],
  apart: { assessor: assessors },
  axes: { state },
  sums: {
    n: { type: 'count', needs: stance },
    supportive: { type: 'count', needs: stance },
  },
  details: {},
}

export const stanceMoves: Fact = {
  id: 'stance_moves',
  name: { zh: '同一企业的态度变化', en: 'Stance of the same enterprises at two dates' },
  dimensions: [...ofFirm, 'congress', 'assessor', 'stance_before', 'stance_after', 'span'],
  apart: { assessor: assessors },
  axes: { state },
  sums: {
    n: { type: 'count', needs: stance },
    paired: { type: 'count', needs: stance },
    up: { type: 'count', needs: stance },
    down: { type: 'count', needs: stance },
  },
  details: {},
}

export const outreachFacts: readonly Fact[] = [outreachEvents, contacts, reach, firstContactDays, stanceStates, stanceMoves]

import type { Bilingual } from '../../text'

export const outreachOperands: Readonly<Record<string, Bilingual>> = {
  'outreach_events.n': { zh: '活动场数', en: 'events' },
  'outreach_events.targeted': { zh: '两项均有记录的活动应到企业家次', en: 'enterprises invited to events that record both' },
  'outreach_events.attended': { zh: '两项均有记录的活动实到企业家次', en: 'enterprises present at events that record both' },
  'contacts.n': { zh: '企业参加活动家次', en: 'attendances of enterprises' },
  'reach.n': { zh: '在营企业数', en: 'active enterprises' },
  'reach.reached_12m': { zh: '近 12 个月接触过的在营企业数', en: 'active enterprises reached within 12 months' },
  'reach.contacts_12m': { zh: '在营企业近 12 个月参加活动家次', en: 'attendances of active enterprises within 12 months' },
  'first_contact_days.n': { zh: '首次接触到首次签约的天数', en: 'days from first contact to first contract' },
  'first_contact_days.ended': { zh: '已签约的企业', en: 'enterprises that signed' },
  'stance_states.n': { zh: '有有效评估的在营企业数', en: 'active enterprises with a valid assessment' },
  'stance_states.supportive': { zh: '其中支持（4 分及以上）的', en: 'of these, supportive (4 or above)' },
  'stance_moves.n': { zh: '期初存续（含停业）且有有效评估的企业数', en: 'enterprises existing at the earlier date, suspended ones too, with a valid assessment' },
  'stance_moves.paired': { zh: '两个日期均有评估且期末仍存续（含停业）的企业数', en: 'enterprises assessed at both dates and existing at the later one, suspended ones too' },
  'stance_moves.up': { zh: '其中态度上升的', en: 'of these, moved up' },
  'stance_moves.down': { zh: '其中态度下降的', en: 'of these, moved down' },
}

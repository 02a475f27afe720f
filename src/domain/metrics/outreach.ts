import type { Filter } from '../question'
import type { Metric, Operand } from './metric'

const events = (sum: string): Operand => ({ fact: 'outreach_events', sum, axis: 'held' })
const reach = (sum: string): Operand => ({ fact: 'reach', sum, axis: 'state' })
const stances = (sum: string): Operand => ({ fact: 'stance_states', sum, axis: 'state' })
const firstContact = { fact: 'first_contact_days', sum: 'n', axis: 'contacted' } as const

const oneYear: readonly Filter[] = [{ dimension: 'span', members: ['12'] }]
const moves = (sum: string): Operand => ({ fact: 'stance_moves', sum, axis: 'state', where: oneYear })

const rate = { unit: 'percent', digits: 1, direction: 'up', adds: { time: false, place: false } } as const
const perAssessor = {
  zh: '评估方不合并：未指明时依次取工会评估、第三方、企业自评中有记录的第一种，并予注明。',
  en: 'Assessors are never pooled: where none is named, the first that occurs of union, third party and self is taken, and said.',
}

/** Of what is counted among active enterprises. */
const suspendedLeftOut = {
  zh: '停业的企业在数据截止日不算在营，不计在内。',
  en: 'A suspended enterprise is not active at the as-of date and is not counted.',
}
/** Of what follows the same enterprises: one that is suspended still has an owner to be asked. */
const suspendedKept = {
  zh: '停业的企业仍存续，计在内；已注销、吊销或迁出的，从其日期起为已退出，台账没有写明日期的不计。',
  en: 'A suspended enterprise still exists and counts. One deregistered, revoked or moved out is gone from its date on, and is not counted where the ledger gives none.',
}

export const outreachMetrics: readonly Metric[] = [
  {
    id: 'outreach.events',
    name: { zh: '宣讲与学习活动场数', en: 'Outreach events' },
    short: { zh: '活动', en: 'Events' },
    definition: { zh: '期内举办的政策宣讲、外出学习、法律解读、走访场数，按活动日期计。', en: 'Policy briefings, study tours, legal clinics and visits held in the period, by date of the event.' },
    reading: { zh: '场数是投入，不是成效。', en: 'Events are effort, not effect.' },
    formula: { kind: 'count', of: events('n') },
    unit: 'event',
    digits: 0,
    direction: 'neutral',
    basis: 'period',
    adds: { time: true, place: true },
  },
  {
    id: 'outreach.contacts',
    name: { zh: '企业参加活动家次', en: 'Contacts with enterprises' },
    short: { zh: '参加家次', en: 'Contacts' },
    definition: { zh: '期内企业参加各场活动的家次，按活动日期计；一家企业参加几场计几次，归其所在地区和行业。', en: 'Attendances of enterprises at events in the period, by date of the event; an enterprise counts once for every event and by its own place and trade.' },
    reading: { zh: '家次可以重复，接触过多少家企业另见覆盖率。', en: 'The same enterprise may recur; how many were reached is a figure of its own.' },
    formula: { kind: 'count', of: { fact: 'contacts', sum: 'n', axis: 'held' } },
    unit: 'times',
    digits: 0,
    direction: 'neutral',
    basis: 'period',
    adds: { time: true, place: true },
  },
  {
    id: 'outreach.attended_share',
    name: { zh: '活动到会率', en: 'Share of invited that came' },
    short: { zh: '到会率', en: 'Came' },
    definition: { zh: '期内应到、实到均有记录的活动：实到企业家次 ÷ 应到企业家次。', en: 'Of events in the period that record both: enterprises present ÷ enterprises targeted.' },
    reading: { zh: '只记一项的活动不计入。', en: 'Events that record only one of them are left out.' },
    formula: { kind: 'share', of: events('attended'), per: events('targeted') },
    ...rate,
    basis: 'period',
  },
  {
    id: 'outreach.reached_12m',
    name: { zh: '在营企业接触覆盖率（近 12 个月）', en: 'Active enterprises reached in 12 months' },
    short: { zh: '接触覆盖率', en: 'Reached in 12 months' },
    definition: { zh: `期末（未满期则为数据截止日）在营企业中，此前 12 个月内至少参加过一场活动的比例；每家只计一次。${suspendedLeftOut.zh}活动台账不满 12 个月的月份为未记录。`, en: `Of enterprises active at the end of the period, or at the as-of date if it is unfinished: at least once at an event in the 12 months before, each counted once. ${suspendedLeftOut.en} Months with less than 12 months of events behind them are not recorded.` },
    reading: { zh: '分母是全部在营企业，不只是应到企业。', en: 'The base is every active enterprise, not only those invited.' },
    formula: { kind: 'share', of: reach('reached_12m'), per: reach('n'), reads: 'end' },
    ...rate,
    basis: 'snapshot',
  },
  {
    id: 'outreach.dose',
    name: { zh: '每家接触企业参加场数（近 12 个月）', en: 'Contacts per enterprise reached' },
    short: { zh: '家均场数', en: 'Contacts each' },
    definition: { zh: `期末在营企业近 12 个月参加活动的家次 ÷ 其中参加过的企业数。${suspendedLeftOut.zh}`, en: `Attendances in the 12 months before of enterprises active at the end of the period ÷ those of them that came at all. ${suspendedLeftOut.en}` },
    reading: { zh: '与覆盖率一并看：覆盖窄而场数多，说明活动集中在少数企业。', en: 'Read it with the share reached: few reached many times over is a narrow circle.' },
    formula: { kind: 'ratio', of: reach('contacts_12m'), per: reach('reached_12m'), reads: 'end' },
    unit: 'times',
    digits: 1,
    direction: 'neutral',
    basis: 'snapshot',
    adds: { time: false, place: false },
  },
  {
    id: 'outreach.signing_days_km_median',
    name: { zh: '首次接触到首次签约的天数中位数', en: 'Median days from first contact to signing' },
    short: { zh: '接触到签约', en: 'Contact to signing' },
    definition: { zh: '期内首次参加活动、当时尚未签约的企业，从首次接触到首次签约的日历天数中位数，按 Kaplan–Meier 法估计。签约日取企业认可集体合同的日期；单个企业的合同取签订日期；台账不记认可日期的，一律取合同签订（通过、生效）日期。未签约的计至数据截止日或企业注销日，不剔除。', en: 'Median calendar days from first contact to first contract of enterprises first met in the period and not yet bound by then, by Kaplan and Meier. Signing is the day the enterprise recognised a contract; for a contract of a single enterprise the day it was signed; where a ledger records no recognition at all, the contract was signed, adopted or effective. Unsigned ones are kept and watched to the as-of date or the end of the enterprise.' },
    reading: { zh: '时间先后不等于因果。签约不足一半时为“未达中位”。', en: 'Later is not because. Where fewer than half have signed the median is not reached.' },
    formula: { kind: 'survival', of: firstContact, events: 'ended', read: { at: 'median' } },
    unit: 'day',
    digits: 0,
    direction: 'down',
    basis: 'cohort',
    adds: { time: false, place: false },
  },
  {
    id: 'outreach.signed_365d',
    name: { zh: '首次接触后一年内签约的比例', en: 'Signed within a year of first contact' },
    short: { zh: '一年内签约', en: 'Signed in a year' },
    definition: { zh: '期内首次参加活动、当时尚未签约的企业，365 天内首次签约的比例，按 Kaplan–Meier 法估计，未签约的不剔除。', en: 'Of enterprises first met in the period and not yet bound by then: signed a first contract within 365 days, by Kaplan and Meier, unsigned ones kept.' },
    reading: { zh: '没有企业观察满 365 天时为“观察期未满”。', en: 'Where no enterprise has been watched for 365 days the answer is too young.' },
    formula: { kind: 'survival', of: firstContact, events: 'ended', read: { at: 'ended', days: 365 } },
    ...rate,
    basis: 'cohort',
  },
  {
    id: 'outreach.assessed_share',
    name: { zh: '态度评估覆盖率', en: 'Share of enterprises assessed' },
    short: { zh: '评估覆盖率', en: 'Assessed' },
    definition: { zh: `期末在营企业中，此前 24 个月内有态度评估的比例。${suspendedLeftOut.zh}${perAssessor.zh}`, en: `Of enterprises active at the end of the period: assessed in the 24 months before. ${suspendedLeftOut.en} ${perAssessor.en}` },
    reading: { zh: '覆盖率低时，支持比例只代表被评估的企业。', en: 'Where few are assessed, the share supportive speaks for those alone.' },
    formula: { kind: 'share', of: stances('n'), per: { ...reach('n'), broadcast: ['assessor'] }, reads: 'end' },
    ...rate,
    basis: 'snapshot',
  },
  {
    id: 'outreach.stance',
    name: { zh: '有态度评估的企业数', en: 'Enterprises with an assessed stance' },
    short: { zh: '有评估企业', en: 'Assessed' },
    definition: { zh: `期末在营企业中，此前 24 个月内有态度评估的家数，取最近一次，可按态度（1 暂不支持、2 观望犹豫、3 中立、4 支持、5 主动支持）分列。${suspendedLeftOut.zh}${perAssessor.zh}`, en: `Enterprises active at the end of the period and assessed in the 24 months before, by their latest assessment (1 not in favour, 2 wait-and-see, 3 neutral, 4 supportive, 5 actively supportive) where split. ${suspendedLeftOut.en} ${perAssessor.en}` },
    reading: { zh: '看分布，不求平均。', en: 'Look at the distribution; a mean has no meaning here.' },
    formula: { kind: 'sum', of: stances('n'), reads: 'end' },
    unit: 'enterprise',
    digits: 0,
    direction: 'neutral',
    basis: 'snapshot',
    adds: { time: false, place: true },
  },
  {
    id: 'outreach.support_share',
    name: { zh: '企业主支持比例', en: 'Share supportive' },
    short: { zh: '支持比例', en: 'Supportive' },
    definition: { zh: `期末在营、此前 24 个月内有态度评估的企业中，最近一次为 4（支持）或 5（主动支持）的比例。未评估的不在分母。${suspendedLeftOut.zh}${perAssessor.zh}`, en: `Of enterprises active at the end of the period and assessed in the 24 months before: 4 (supportive) or 5 (actively supportive) at the latest assessment. Unassessed ones are not in the base. ${suspendedLeftOut.en} ${perAssessor.en}` },
    reading: { zh: '工会自己评估可能偏高，应与第三方、企业自评对照，并与评估覆盖率一并看；同一企业的变化另见净变化。', en: 'A union may judge its own outreach kindly: set it beside third parties and owners, and read it with the share assessed; how the same enterprises moved is the net shift.' },
    formula: { kind: 'share', of: stances('supportive'), per: stances('n'), reads: 'end' },
    ...rate,
    basis: 'snapshot',
  },
  {
    id: 'outreach.net_shift',
    name: { zh: '态度净变化（同一企业，一年）', en: 'Net shift of stance over a year, same enterprises' },
    short: { zh: '态度净变化', en: 'Net shift' },
    definition: { zh: `期末与一年前均有评估、期末仍存续的同一企业中：（态度上升家数－下降家数）÷ 两次均有评估的家数。一年前取当日以前 24 个月内最近一次，期末取此后一年内最近一次。${suspendedKept.zh}${perAssessor.zh}`, en: `Of the same enterprises assessed by the end of the period and a year before, existing at its end: (moved up − moved down) ÷ assessed at both. The earlier stance is the latest of the 24 months before that day, the later one the latest of the year after it. ${suspendedKept.en} ${perAssessor.en}` },
    reading: { zh: '只含两次都评估的企业，应与再评估率一并看；态度本就偏低或偏高的企业会向中间回归。', en: 'Only enterprises assessed twice: read it with the share reassessed. The lowest and the highest tend to move to the middle by themselves.' },
    formula: { kind: 'net', of: moves('up'), less: moves('down'), per: moves('paired'), reads: 'end' },
    ...rate,
    basis: 'snapshot',
  },
  {
    id: 'outreach.reassessed',
    name: { zh: '再评估率（一年）', en: 'Reassessed within the year' },
    short: { zh: '再评估率', en: 'Reassessed' },
    definition: { zh: `一年前存续、有有效态度评估的企业中，此后一年内再次评估、且期末仍存续的比例；未再评估和已退出的均留在分母。${suspendedKept.zh}${perAssessor.zh}`, en: `Of enterprises existing a year before the end of the period with a valid assessment then: assessed again in that year and existing at its end; those not reassessed and those gone stay in the base. ${suspendedKept.en} ${perAssessor.en}` },
    reading: { zh: '越低，净变化越可能只反映愿意再评估的企业。', en: 'The lower it is, the more the net shift speaks for those who were ready to be asked again.' },
    formula: { kind: 'share', of: moves('paired'), per: moves('n'), reads: 'end' },
    ...rate,
    basis: 'snapshot',
  },
]

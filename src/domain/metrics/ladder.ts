import type { Metric, Operand } from './metric'

const entered = { fact: 'stages', sum: 'observed', axis: 'entered' } as const
const cohort = (sum: string): Operand => ({ ...entered, sum })
const ofAccepted = { zh: '街道受理案件中', en: 'of the cases the street accepted' }

const flow = (id: string, sum: string, zh: string, en: string, zhText: string, enText: string): Metric => ({
  id: `ladder.${id}`,
  name: { zh, en },
  short: { zh, en },
  definition: { zh: zhText, en: enText },
  reading: { zh: '按进入该级的日期归期；推定的记录另列，不入此数。', en: 'Booked by the date of entering the rung; inferred records stand apart.' },
  formula: { kind: 'count', of: cohort(sum), dispersion: 'stage_load' },
  unit: 'entry',
  digits: 0,
  direction: 'neutral',
  basis: 'cohort',
  adds: { time: true, place: true },
})

const resolution = (id: string, sum: string, zh: string, en: string, zhWhere: string, enWhere: string): Metric => ({
  id: `ladder.${id}`,
  name: { zh, en },
  short: { zh, en },
  definition: {
    zh: `期内申请且距截止日满 60 天的争议中，60 天内在${zhWhere}达成协议、此后再无下一程序的比例。在办、撤回均留在分母；台账没有逐级记录的，按办结层级。`,
    en: `Of disputes opened in the period and at least 60 days before the as-of date: settled ${enWhere} within 60 days with no later stage. Pending and withdrawn cases stay in the base; where a ledger has no stages, the rung of closing decides.`,
  },
  reading: { zh: '对比两期用同一观察期、同样月份。', en: 'Both periods of a comparison have the same horizon and the same months.' },
  formula: { kind: 'share', of: { fact: 'disputes', sum, axis: 'opened60' }, per: { fact: 'disputes', sum: 'n', axis: 'opened60' } },
  unit: 'percent',
  digits: 1,
  direction: 'up',
  basis: 'cohort',
  adds: { time: false, place: false },
  context: ofAccepted,
})

export const ladderMetrics: readonly Metric[] = [
  flow('entered', 'observed', '进入', 'Entered', '期内进入该级的件次（同一件退回再进入，再计一次）。', 'Entries into the rung in the period; a case that comes back is entered again.'),
  flow('settled', 'settled', '化解', 'Settled here', '期内进入该级、在该级达成协议的件次。', 'Of the entries: settled on this rung.'),
  flow('escalated', 'escalated', '转入下一级', 'Went to a higher rung', '期内进入该级、随后进入更高一级的件次；平级移送和退回不算。', 'Of the entries: followed by a higher rung; sideways referrals and cases sent back down are not.'),
  flow('waiting', 'waiting', '在办', 'Waiting', '期内进入该级、截至截止日仍在该级的件次。', 'Of the entries: still on this rung at the as-of date.'),
  flow('breached', 'breached', '达成协议后又转入下一级', 'Settled, then went higher', '达成协议之后又进入更高一级的件次，同时计入化解与转入下一级。', 'Settled entries followed by a higher rung all the same; they count as settled and as escalated.'),
  flow('ended_otherwise', 'otherwise', '以其他方式结束', 'Ended otherwise', '既未化解、也未转入下一级、也不在办的件次：撤回、不予受理、移送、退回、未达成协议后未再申请。', 'Neither settled, nor escalated, nor waiting: withdrawn, refused, referred, sent back, or failed and not pursued.'),
  {
    ...flow('entered_inferred', 'inferred', '推定进入', 'Entered, inferred', '由后续记录推定曾进入该级的件次，只作图示，不入任何比率。', 'Entries inferred from later records; drawn apart and in no rate.'),
    reading: { zh: '企业内部协商往往没有书面记录。', en: 'In-house consultation often leaves no record.' },
  },
  {
    id: 'ladder.days_median',
    name: { zh: '该级办理天数中位数', en: 'Median days on the rung' },
    short: { zh: '中位天数', en: 'Median days' },
    definition: { zh: '期内进入该级且已结束的，从进入到结束的日历天数中位数。', en: 'Median calendar days from entering to leaving, of the entries that have ended.' },
    reading: { zh: '只含已结束的。', en: 'Ended ones only.' },
    formula: { kind: 'quantile', of: { fact: 'stage_days', sum: 'n', axis: 'entered' }, q: 0.5 },
    unit: 'day',
    digits: 1,
    direction: 'down',
    basis: 'cohort',
    adds: { time: false, place: false },
  },
  {
    id: 'ladder.settle_rate',
    name: { zh: '该级化解率', en: 'Settle rate of the rung' },
    short: { zh: '化解率', en: 'Settle rate' },
    definition: { zh: '期内进入该级的：化解 ÷（进入－在办）。', en: 'Of the entries: settled ÷ (entered − waiting).' },
    reading: { zh: '推定的记录不计。', en: 'Inferred records count in neither part.' },
    formula: { kind: 'share', of: cohort('settled'), per: cohort('observed'), less: cohort('waiting') },
    unit: 'percent',
    digits: 1,
    direction: 'up',
    basis: 'cohort',
    adds: { time: false, place: false },
  },
  {
    id: 'ladder.escalation_rate',
    name: { zh: '转入下一级的比例', en: 'Escalation rate of the rung' },
    short: { zh: '转入下一级', en: 'Escalation rate' },
    definition: { zh: '期内进入该级的：转入更高一级 ÷（进入－在办）。', en: 'Of the entries: went to a higher rung ÷ (entered − waiting).' },
    reading: { zh: '平级移送、退回下级不算。', en: 'Sideways referrals and cases sent back down are not counted.' },
    formula: { kind: 'share', of: cohort('escalated'), per: cohort('observed'), less: cohort('waiting') },
    unit: 'percent',
    digits: 1,
    direction: 'down',
    basis: 'cohort',
    adds: { time: false, place: false },
  },
  {
    id: 'ladder.bypass_rate',
    name: { zh: '未经基层调解直接仲裁的比例', en: 'Bypass rate' },
    short: { zh: '越级率', en: 'Bypass rate' },
    definition: {
      zh: '未经基层调解直接申请仲裁的件数 ÷（街道案件＋此类件数）。街道案件只计有仲裁月报的街道和月份（前后都有仲裁件、当月只报其他渠道的，为零件）；仲裁月报范围大于本街道、或早于街道台账首月的不计；未满的月份不计。',
      en: 'Cases that went to arbitration without grassroots mediation ÷ (street cases + those). Street cases count only in streets and months with an arbitration report (one of other channels alone, between two with arbitration, is none filed); a register of a wider place or from before the street’s first case is left out, as is an unfinished month.',
    },
    reading: { zh: '没有外部登记时为未记录，不是零。', en: 'Without outside registers it is not recorded, never zero.' },
    formula: {
      kind: 'share',
      of: { fact: 'external', sum: 'bypassed', axis: 'month' },
      per: { fact: 'disputes', sum: 'outside_known', axis: 'reported' },
      plus: { fact: 'external', sum: 'bypassed', axis: 'month' },
    },
    unit: 'percent',
    digits: 1,
    direction: 'down',
    basis: 'period',
    adds: { time: false, place: false },
  },
  resolution('source_resolution', 'source60', '源头化解率', 'Source resolution', '企业内部协商（有记录的）', 'by in-house consultation (observed)'),
  resolution('grassroots_resolution', 'grassroots60', '基层化解率', 'Grassroots resolution', '企业内部协商、联合工会调解或街道联动处置', 'in-house, by the joint union or by the street'),
]

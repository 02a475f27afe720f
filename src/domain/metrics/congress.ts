import type { Bilingual } from '../text'
import type { Metric, Operand } from './metric'

const union = (sum: string): Operand => ({ fact: 'union_states', sum, axis: 'state' })
const check = (sum: string): Operand => ({ fact: 'congress_checks', sum, axis: 'state', beyond: 'beyond' })
const meeting = (sum: string): Operand => ({ fact: 'congress_meetings', sum, axis: 'held' })
const item = (sum: string, axis: string): Operand => ({ fact: 'congress_items', sum, axis })
const proposal = (sum: string, axis = 'submitted'): Operand => ({ fact: 'proposals', sum, axis })
const rep = (sum: string, axis = 'state'): Operand => ({ fact: 'representatives', sum, axis })
const represented = (sum: string): Operand => ({ fact: 'represented_workers', sum, axis: 'state' })
const training = (sum: string): Operand => ({ fact: 'trainings', sum, axis: 'held' })
const member = (sum: string): Operand => ({ fact: 'membership', sum, axis: 'state' })

const atEnd = { digits: 0, basis: 'snapshot', adds: { time: false, place: true } } as const
const ratioAtEnd = { unit: 'percent', digits: 1, basis: 'snapshot', adds: { time: false, place: false } } as const
const ratioOfPeriod = { unit: 'percent', digits: 1, basis: 'period', adds: { time: false, place: false } } as const
const countOfPeriod = { digits: 0, basis: 'period', adds: { time: true, place: true } } as const

const law = (zh: string, en: string): Bilingual => ({ zh: `《上海市职工代表大会条例》第${zh}条`, en: `Shanghai Regulations on Workers’ Congresses, art. ${en}` })

const states: readonly Metric[] = [
  {
    id: 'congress.unions_covered',
    name: { zh: '职代会覆盖率（联合工会）', en: 'Joint unions covered by a congress' },
    short: { zh: '职代会覆盖率', en: 'Congress coverage' },
    definition: {
      zh: '期末职代会在届期内（经批准延期的仍算在届）、且届内每个到期的日历年都召开过会议的联合工会 ÷ 期末已成立的全部联合工会。到期年份从届期开始当年起，至期末已过完的最后一个年份（12 月 31 日当日即算过完）；当年内开过一次即可。',
      en: 'Joint unions whose congress is in term at the end of the period (an approved delay counts) and met in every calendar year due ÷ joint unions founded by then. Years are due from the one the term begins in to the last that is over; on 31 December that year is. One meeting in the year suffices.',
    },
    reading: { zh: '在届不等于在开：不开会的职代会不计入。未计入的联合工会及原因见名单。', en: 'In term is not in use: a congress that does not meet is not counted. The list names those left out and why.' },
    formula: { kind: 'share', of: union('covered'), per: union('n'), reads: 'end' },
    direction: 'up',
    law: law('二十二', '22'),
    ...ratioAtEnd,
  },
  {
    id: 'congress.in_term',
    name: { zh: '职代会在届的联合工会', en: 'Joint unions with a congress in term' },
    short: { zh: '在届', en: 'In term' },
    definition: { zh: '期末职代会在届期内的联合工会数，经批准延期的仍算在届；不论是否开会。', en: 'Joint unions whose congress is in term at the end of the period, an approved delay included, whether it meets or not.' },
    reading: { zh: '与职代会覆盖率一并看。', en: 'Read it with congress coverage.' },
    formula: { kind: 'sum', of: union('in_term'), reads: 'end' },
    unit: 'union',
    direction: 'up',
    ...atEnd,
  },
  {
    id: 'congress.met_12m',
    name: { zh: '近 12 个月开过会的联合工会占比', en: 'Joint unions that met in the last 12 months' },
    short: { zh: '近 12 个月开会', en: 'Met in 12 months' },
    definition: { zh: '期末之前 12 个月内召开过职代会的联合工会 ÷ 全部联合工会。', en: 'Joint unions that held a meeting in the twelve months up to the end of the period ÷ joint unions.' },
    reading: { zh: '反映活动情况，不是法定要求；法定要求按日历年。', en: 'Activity and not the legal test, which goes by calendar years.' },
    formula: { kind: 'share', of: union('met_12m'), per: union('n'), reads: 'end' },
    direction: 'up',
    ...ratioAtEnd,
  },
  {
    id: 'congress.terms_lapsed',
    name: { zh: '届满未换届的联合工会', en: 'Joint unions whose term has lapsed' },
    short: { zh: '届满未换届', en: 'Terms lapsed' },
    definition: { zh: '有过届期、期末已届满（含批准的延期）而没有新一届的联合工会数。', en: 'Joint unions whose latest term, with any approved delay, is over at the end of the period.' },
    reading: { zh: '延期经批准的不算，最长一年。', en: 'An approved delay, one year at most, is no lapse.' },
    formula: { kind: 'sum', of: union('lapsed'), reads: 'end' },
    unit: 'union',
    direction: 'down',
    law: law('二十二', '22'),
    ...atEnd,
  },
  {
    id: 'congress.not_covered',
    name: { zh: '职代会未覆盖的联合工会', en: 'Joint unions not covered' },
    short: { zh: '未覆盖', en: 'Not covered' },
    definition: { zh: '期末没有届期、届满未换届，或届内有到期年份没有开会的联合工会数。', en: 'Joint unions without a term, with a lapsed term, or with a year due and no meeting.' },
    reading: { zh: '可按原因分看。', en: 'Can be split by the reason.' },
    formula: { kind: 'sum', of: union('not_covered'), reads: 'end' },
    unit: 'union',
    direction: 'down',
    ...atEnd,
  },
]

const whole: Bilingual = {
  zh: '届期类检查看最近一届；会议类检查看期末之前 12 个月内的全部会议：有一次不符即为不符，全部有记录且相符才为相符，其余为未记录。日期空着的算未记录，不算不符。报告期限按工作日，超出节假日表范围的不作判断。',
  en: 'Checks of the term judge the latest one; checks of meetings judge all of the twelve months up to the date: one that fails fails, all must be recorded and pass to pass, anything else is not recorded. An empty date is not recorded rather than failed. The report is due in workdays; beyond the holiday table nothing is said.',
}

const checks: readonly Metric[] = [
  {
    id: 'congress.check_passed',
    name: { zh: '法定检查相符', en: 'Legal checks passed' },
    short: { zh: '相符', en: 'Passed' },
    definition: { zh: `期末各联合工会相符的法定检查项数。${whole.zh}`, en: `Legal checks that the joint unions pass at the end of the period. ${whole.en}` },
    reading: { zh: '既不相符也不不符的，是未记录。', en: 'What neither passes nor fails is not recorded.' },
    formula: { kind: 'sum', of: check('passed'), reads: 'end' },
    unit: 'entry',
    direction: 'up',
    law: law('十五、二十二、二十八、三十、三十一、三十二、三十七、四十一', '15, 22, 28, 30–32, 37, 41'),
    ...atEnd,
  },
  {
    id: 'congress.check_failed',
    name: { zh: '法定检查不符', en: 'Legal checks failed' },
    short: { zh: '不符', en: 'Failed' },
    definition: { zh: `期末各联合工会不符的法定检查项数。${whole.zh}`, en: `Legal checks that the joint unions fail at the end of the period. ${whole.en}` },
    reading: { zh: '参选人数按全会汇总，只是提示：法律要求按选区判断。', en: 'Turnout by union total is a hint only: the law judges each constituency.' },
    formula: { kind: 'sum', of: check('failed'), reads: 'end' },
    unit: 'entry',
    direction: 'down',
    law: law('十五、二十二、二十八、三十、三十一、三十二、三十七、四十一', '15, 22, 28, 30–32, 37, 41'),
    ...atEnd,
  },
  {
    id: 'congress.compliance',
    name: { zh: '法定检查相符率', en: 'Legal checks passed, of those recorded' },
    short: { zh: '法定检查相符率', en: 'Compliance' },
    definition: { zh: `相符的检查项 ÷ 有记录的检查项。${whole.zh}`, en: `Checks passed ÷ checks recorded. ${whole.en}` },
    reading: { zh: '未记录的不在分母：记录越少，此率越不可靠。', en: 'What is not recorded is in neither part: the fewer the records, the less it says.' },
    formula: { kind: 'share', of: check('passed'), per: check('checked'), reads: 'end' },
    direction: 'up',
    ...ratioAtEnd,
  },
  {
    id: 'congress.checks_recorded',
    name: { zh: '法定检查有记录率', en: 'Legal checks recorded' },
    short: { zh: '检查有记录', en: 'Checks recorded' },
    definition: { zh: '有记录、能判断的检查项 ÷ 全部检查项（联合工会数 × 检查项数）。', en: 'Checks that can be judged ÷ all checks: joint unions × checks.' },
    reading: { zh: '先看此率，再看相符率。', en: 'Look at this before compliance.' },
    formula: { kind: 'share', of: { ...check('checked') }, per: check('n'), reads: 'end' },
    direction: 'up',
    ...ratioAtEnd,
  },
]

const meetings: readonly Metric[] = [
  {
    id: 'congress.meetings',
    name: { zh: '职代会会议', en: 'Congress meetings' },
    short: { zh: '会议', en: 'Meetings' },
    definition: { zh: '期内召开的职代会会议次数，按召开日期计。', en: 'Meetings held in the period.' },
    reading: { zh: '法定每年至少一次。', en: 'The law asks for at least one a year.' },
    formula: { kind: 'sum', of: meeting('n') },
    unit: 'meeting',
    direction: 'neutral',
    law: law('二十二', '22'),
    ...countOfPeriod,
  },
  {
    id: 'congress.attendance',
    name: { zh: '代表到会率', en: 'Attendance of representatives' },
    short: { zh: '到会率', en: 'Attendance' },
    definition: { zh: '期内各次会议到会代表人次之和 ÷ 代表总数人次之和；缺任一数的会议不计。', en: 'Representatives present ÷ all representatives, added over the meetings of the period; a meeting without both numbers is left out.' },
    reading: { zh: '到会率高不等于每次都达法定三分之二，见法定检查。', en: 'High attendance over all does not mean two thirds at each: see the legal checks.' },
    formula: { kind: 'ratio', of: meeting('present'), per: meeting('total') },
    direction: 'up',
    law: law('二十八', '28'),
    ...ratioOfPeriod,
  },
  {
    id: 'congress.items',
    name: { zh: '会议议题', en: 'Items tabled' },
    short: { zh: '议题', en: 'Items' },
    definition: { zh: '期内会议的议题数之和，按召开日期计。', en: 'Items of the meetings held in the period.' },
    reading: { zh: '议题多少与会议规模有关。', en: 'It goes with the size of the meetings.' },
    formula: { kind: 'sum', of: meeting('items') },
    unit: 'entry',
    direction: 'neutral',
    ...countOfPeriod,
  },
  {
    id: 'congress.items_passed',
    name: { zh: '议题通过率', en: 'Items passed' },
    short: { zh: '议题通过率', en: 'Items passed' },
    definition: { zh: '通过的议题 ÷ 议题，只计两数都有记录的会议。', en: 'Items passed ÷ items, of meetings with both numbers recorded.' },
    reading: { zh: '全部通过未必是好事。', en: 'That all pass need not be a good sign.' },
    formula: { kind: 'share', of: meeting('items_passed'), per: meeting('items_judged') },
    direction: 'neutral',
    ...ratioOfPeriod,
  },
  {
    id: 'congress.matters',
    name: { zh: '议题（按类别）', en: 'Items by topic' },
    short: { zh: '议题类别', en: 'Items by topic' },
    definition: { zh: '期内会议逐项登记的议题数，可按议题类别和职权分。', en: 'Items registered one by one for the meetings of the period, by topic and power.' },
    reading: { zh: '只计逐项登记的，可少于会议所报议题数。', en: 'Only those registered one by one: they may be fewer than the meetings report.' },
    formula: { kind: 'sum', of: item('n', 'held') },
    unit: 'entry',
    direction: 'neutral',
    ...countOfPeriod,
  },
  {
    id: 'congress.resolutions_done',
    name: { zh: '决议落实率', en: 'Resolutions carried out' },
    short: { zh: '决议落实率', en: 'Resolutions done' },
    definition: { zh: '截止日前已落实的 ÷ 落实期限在期内（且不晚于截止日）的决议，按期限计。', en: 'Resolutions carried out by the as-of date ÷ resolutions whose day due lies in the period and not after that date.' },
    reading: { zh: '逾期落实的也算落实；按期的另有一项。', en: 'Carried out late counts here; on time is its own metric.' },
    formula: { kind: 'share', of: item('done', 'due'), per: item('resolutions', 'due') },
    direction: 'up',
    ...ratioOfPeriod,
  },
  {
    id: 'congress.resolutions_on_time',
    name: { zh: '决议按期落实率', en: 'Resolutions carried out on time' },
    short: { zh: '按期落实率', en: 'On time' },
    definition: { zh: '在期限当日或之前落实的 ÷ 落实期限在期内（且不晚于截止日）的决议。', en: 'Resolutions carried out by their day due ÷ resolutions whose day due lies in the period and not after the as-of date.' },
    reading: { zh: '恰在期限当日算按期。', en: 'The very day due is on time.' },
    formula: { kind: 'share', of: item('on_time', 'due'), per: item('resolutions', 'due') },
    direction: 'up',
    ...ratioOfPeriod,
  },
]

const ofProposals: readonly Metric[] = [
  {
    id: 'congress.proposals',
    name: { zh: '职工代表提案', en: 'Proposals' },
    short: { zh: '提案', en: 'Proposals' },
    definition: { zh: '期内提出的提案件数，按提出日期计。', en: 'Proposals submitted in the period.' },
    reading: { zh: '多少与代表人数有关，见每名代表提案数。', en: 'It goes with the number of representatives: see proposals per representative.' },
    formula: { kind: 'count', of: proposal('n') },
    unit: 'proposal',
    direction: 'neutral',
    ...countOfPeriod,
  },
  ...([
    ['answered', '答复', 'Proposals answered', '截止日前已答复或已办结的', 'answered or closed by the as-of date', 'n'],
    ['closed', '办结', 'Proposals closed', '截止日前已办结的', 'closed by the as-of date', 'n'],
    ['accepted', '采纳', 'Proposals accepted', '已采纳的', 'accepted', 'judged'],
  ] as const).map(([sum, zh, en, of, ofEn, per]): Metric => ({
    id: `congress.proposals_${sum}`,
    name: { zh: `提案${zh}率`, en },
    short: { zh: `提案${zh}率`, en },
    definition: {
      zh: `期内提出的提案中，${of} ÷ ${per === 'n' ? '全部提案，未办的也在分母' : '已定是否采纳的提案'}。`,
      en: `Of the proposals submitted in the period, those ${ofEn} ÷ ${per === 'n' ? 'all of them, pending ones included' : 'those decided either way'}.`,
    },
    reading: { zh: '近期提出的可能还在办理。', en: 'Recent ones may still be in hand.' },
    formula: { kind: 'share', of: proposal(sum), per: proposal(per) },
    direction: 'up',
    ...ratioOfPeriod,
  })),
  {
    id: 'congress.proposals_per_rep',
    name: { zh: '每名代表年均提案数', en: 'Proposals per representative and year' },
    short: { zh: '每名代表提案', en: 'Proposals per rep' },
    definition: { zh: '期内有领衔代表的提案件数 ÷（各月末在任代表数之和 ÷ 12），只计整月。受训与否在提案时看提案日之前 12 个月，在代表则看各月末之前 12 个月。', en: 'Proposals with a representative named ÷ (representatives in office at each month’s end ÷ 12), whole months only. Trained means in the 12 months before the proposal, and before each month’s end for the representatives.' },
    reading: { zh: '受训代表提案更多，不能证明是培训所致：积极的代表也更愿意参训。', en: 'That trained representatives propose more does not show that training does it: the keen ones come to be trained.' },
    formula: { kind: 'rate', of: proposal('by_rep', 'whole'), per: { ...rep('n', 'whole'), broadcast: ['topic'] }, scale: 12 },
    unit: 'proposal',
    digits: 2,
    direction: 'up',
    basis: 'period',
    adds: { time: false, place: false },
  },
]

const people: readonly Metric[] = [
  {
    id: 'congress.representatives',
    name: { zh: '在任职工代表', en: 'Representatives in office' },
    short: { zh: '职工代表', en: 'Representatives' },
    definition: { zh: '期末在任的职工代表人数：已当选、未离任，且所在届期未满（含批准的延期）、下一届尚未开始。', en: 'Representatives in office at the end of the period: elected, not left, their term, with any approved delay, not over and the next not begun.' },
    reading: { zh: '届满未换届的，其代表不计。', en: 'Those of a lapsed term do not count.' },
    formula: { kind: 'sum', of: rep('n'), reads: 'end' },
    unit: 'person',
    direction: 'neutral',
    ...atEnd,
  },
  {
    id: 'congress.rep_ratio',
    name: { zh: '代表占职工比例', en: 'Representatives per worker' },
    short: { zh: '代表占职工', en: 'Reps per worker' },
    definition: { zh: '期末在任代表 ÷ 同一联合工会在营企业职工，只计有代表且有职工人数的联合工会。', en: 'Representatives in office ÷ workers of the active enterprises of the same joint unions, of unions that have both.' },
    reading: { zh: '职工少的联合工会受 30 名下限影响，比例偏高。', en: 'Small unions are pushed up by the floor of 30 seats.' },
    formula: { kind: 'ratio', of: represented('representatives'), per: represented('workers'), reads: 'end' },
    direction: 'neutral',
    ...ratioAtEnd,
  },
  {
    id: 'congress.women_reps',
    name: { zh: '女代表占比', en: 'Women among representatives' },
    short: { zh: '女代表占比', en: 'Women reps' },
    definition: { zh: '期末在任女代表 ÷ 性别有记录的在任代表。', en: 'Women in office ÷ representatives in office with a recorded sex.' },
    reading: { zh: '与女职工占比相比：两者应大致相当。', en: 'Set it beside women’s share of workers: the two should be about equal.' },
    formula: { kind: 'share', of: rep('women'), per: rep('sexed'), reads: 'end' },
    direction: 'neutral',
    law: law('十六', '16'),
    ...ratioAtEnd,
  },
  {
    id: 'congress.women_workers',
    name: { zh: '女职工占比（有代表的联合工会）', en: 'Women among workers of unions with representatives' },
    short: { zh: '女职工占比', en: 'Women workers' },
    definition: { zh: '期末女职工 ÷ 职工，只计有在任代表的联合工会中报了女职工数的在营企业。', en: 'Women ÷ workers of the active enterprises that report women, in joint unions with representatives in office.' },
    reading: { zh: '女代表占比的参照。', en: 'What the share of women representatives is set against.' },
    formula: { kind: 'ratio', of: represented('women_workers'), per: represented('sexed_workers'), reads: 'end' },
    direction: 'neutral',
    ...ratioAtEnd,
  },
  {
    id: 'congress.frontline_reps',
    name: { zh: '一线职工代表占比', en: 'Frontline workers among representatives' },
    short: { zh: '一线代表占比', en: 'Frontline reps' },
    definition: { zh: '期末在任的一线职工代表 ÷ 身份有记录的在任代表。', en: 'Frontline representatives ÷ representatives in office with a recorded role.' },
    reading: { zh: '区域性职代会应不少于半数。', en: 'A regional congress needs at least half.' },
    formula: { kind: 'share', of: rep('frontline'), per: rep('roled'), reads: 'end' },
    direction: 'up',
    law: law('四十一', '41'),
    ...ratioAtEnd,
  },
  {
    id: 'congress.trainings',
    name: { zh: '代表培训', en: 'Trainings' },
    short: { zh: '培训', en: 'Trainings' },
    definition: { zh: '期内举办的代表培训场次。', en: 'Trainings of representatives held in the period.' },
    reading: { zh: '街道统一举办的不分联合工会。', en: 'Street-wide ones belong to no joint union.' },
    formula: { kind: 'sum', of: training('n') },
    unit: 'event',
    direction: 'up',
    ...countOfPeriod,
  },
  {
    id: 'congress.trained_12m',
    name: { zh: '近 12 个月受训代表占比', en: 'Representatives trained in 12 months' },
    short: { zh: '受训代表', en: 'Trained in 12 months' },
    definition: { zh: '期末在任代表中，此前 12 个月内参加过培训的 ÷ 全部在任代表。', en: 'Representatives in office who attended a training in the twelve months before ÷ representatives in office.' },
    reading: { zh: '参加过一次即计。', en: 'One attendance is enough.' },
    formula: { kind: 'share', of: rep('trained_12m'), per: rep('n'), reads: 'end' },
    direction: 'up',
    ...ratioAtEnd,
  },
  {
    id: 'congress.training_hours',
    name: { zh: '代表人均培训学时（12 个月）', en: 'Hours of training per representative, 12 months' },
    short: { zh: '人均学时', en: 'Hours per rep' },
    definition: { zh: '期末在任代表此前 12 个月所受培训学时之和 ÷ 在任代表，未受训的也在分母。', en: 'Hours attended in the twelve months before by representatives in office ÷ representatives in office, untrained ones included.' },
    reading: { zh: '未写学时的培训计 0 学时。', en: 'A training without hours adds none.' },
    formula: { kind: 'ratio', of: rep('hours_12m'), per: rep('n'), reads: 'end' },
    unit: 'hour',
    digits: 1,
    direction: 'up',
    basis: 'snapshot',
    adds: { time: false, place: false },
  },
]

const memberCount = (id: string, sum: string, zh: string, en: string): Metric => ({
  id: `congress.${id}`,
  name: { zh, en },
  short: { zh, en },
  definition: { zh: `期末各联合工会最近一次（12 个月以内）统计的${zh}数之和。`, en: `${en} by the latest count, not older than 12 months, of every joint union.` },
  reading: { zh: '按统计口径，不是逐人登记。', en: 'From the unions’ counts, not from single records.' },
  formula: { kind: 'sum', of: member(sum), reads: 'end' },
  unit: 'person',
  direction: 'neutral',
  ...atEnd,
})

const membership: readonly Metric[] = [
  {
    id: 'congress.unionised_rate',
    name: { zh: '建会率', en: 'Unionised enterprises' },
    short: { zh: '建会率', en: 'Unionised' },
    definition: { zh: '各联合工会最近一次（12 个月以内）统计的建会单位数 ÷ 同一联合工会期末在营企业数。没有统计的联合工会不计。', en: 'Unionised units by the latest count, not older than 12 months ÷ active enterprises of the same joint unions. A union without a count is in neither part.' },
    reading: { zh: '分子来自工会统计，分母来自企业台账，口径不一时可超过 100%。', en: 'The numerator is the unions’ own count, the denominator the register: where they differ it may exceed 100%.' },
    formula: { kind: 'ratio', of: member('unionised'), per: member('enterprises'), reads: 'end' },
    direction: 'up',
    ...ratioAtEnd,
  },
  {
    id: 'congress.member_rate',
    name: { zh: '入会率', en: 'Members among workers' },
    short: { zh: '入会率', en: 'Member rate' },
    definition: { zh: '会员数 ÷ 职工数，两数取自同一次统计（最近 12 个月以内）。', en: 'Members ÷ workers, both from the same count, not older than 12 months.' },
    reading: { zh: '分母是工会统计的职工数，不是用工月报。', en: 'The base is the workers the unions count, not the monthly reports.' },
    formula: { kind: 'ratio', of: member('members_paired'), per: member('workers_paired'), reads: 'end' },
    direction: 'up',
    ...ratioAtEnd,
  },
  memberCount('members', 'members', '会员', 'Members'),
  memberCount('members_women', 'women', '女会员', 'Women members'),
  memberCount('members_migrant', 'migrants', '农民工会员', 'Migrant members'),
  memberCount('members_gig', 'gig', '新就业形态会员', 'Members in new forms of employment'),
]

export const congressMetrics: readonly Metric[] = [...states, ...checks, ...meetings, ...ofProposals, ...people, ...membership]

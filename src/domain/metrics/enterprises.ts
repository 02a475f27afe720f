import type { Bilingual } from '../text'
import type { Metric, Operand, Unit } from './metric'

const cluster = (sum: string): Operand => ({ fact: 'cluster', sum, axis: 'state' })
const risk = (sum: string): Operand => ({ fact: 'enterprise_risk', sum, axis: 'now' })

const unionLaw11: Bilingual = { zh: '《工会法》第十一条', en: 'Trade Union Law, art. 11' }
const contracts15: Bilingual = { zh: '《上海市集体合同条例》第十五条', en: 'Shanghai Regulations on Collective Contracts, art. 15' }

type Text = Pick<Metric, 'name' | 'short' | 'definition' | 'reading'> & Partial<Pick<Metric, 'law' | 'context' | 'direction'>>

const level = (id: string, sum: string, unit: Unit, text: Text): Metric => ({
  direction: 'neutral',
  ...text,
  id: `enterprises.${id}`,
  formula: { kind: 'sum', of: cluster(sum), reads: 'end' },
  unit,
  digits: 0,
  basis: 'snapshot',
  adds: { time: false, place: true },
})

const shareOf = (id: string, of: string, per: string, kind: 'share' | 'ratio', text: Text): Metric => ({
  direction: 'neutral',
  ...text,
  id: `enterprises.${id}`,
  formula: { kind, of: cluster(of), per: cluster(per), reads: 'end' },
  unit: 'percent',
  digits: 1,
  basis: 'snapshot',
  adds: { time: false, place: false },
})

const atRisk = (id: string, sum: string, text: Text): Metric => ({
  ...text,
  id: `enterprises.${id}`,
  formula: { kind: 'snapshot', of: risk(sum) },
  unit: 'enterprise',
  digits: 0,
  direction: 'down',
  basis: 'snapshot',
  adds: { time: false, place: true },
})

const same = (zh: string, en: string): Pick<Metric, 'name' | 'short'> => ({ name: { zh, en }, short: { zh, en } })

const reports: Bilingual = {
  zh: '取该企业截至当月末 12 个月内最近一份月报，没有填报的企业不计。',
  en: 'From the latest monthly report of the enterprise within twelve months; enterprises that did not report it count in neither part.',
}

const levels: readonly Metric[] = [
  level('count', 'n', 'enterprise', {
    name: { zh: '存续企业（含停业）', en: 'Existing enterprises, suspended included' },
    short: { zh: '存续企业', en: 'Existing enterprises' },
    definition: {
      zh: '期末（未满期则为数据截止日）已成立、未注销的在册企业数。停业的仍存续，计在内，但不算在营。没有成立日期的按一直存续计；台账只注明吊销、注销或迁出而没有日期的不计。',
      en: 'Enterprises of the register opened and not closed at the end of the period, or at the as-of date. A suspended one still exists and counts, though it is not in operation. Without a date of opening a firm counts as always there; one marked revoked, deregistered or moved out without a date is not counted.',
    },
    reading: { zh: '以经营地在册为准，不是注册地。', en: 'By place of operation, not of registration.' },
  }),
  level('workers', 'heads', 'person', {
    ...same('职工人数', 'Workers'),
    definition: {
      zh: '期末存续企业的职工人数之和：取截至当月末 12 个月内最近一份用工月报的期末人数，没有月报的取企业台账的从业人员；都没有的不计。',
      en: 'Workers of the existing enterprises: the closing headcount of the latest monthly report within twelve months, else the number in the register; firms with neither add nothing.',
    },
    reading: { zh: '不推算未知人数，应与“人数已知的企业占比”并看；与月均用工人数口径不同。', en: 'Unknown headcounts are not imputed: read it with the share of enterprises of known headcount.' },
  }),
  level('women', 'women', 'person', {
    ...same('女职工人数', 'Women workers'),
    definition: { zh: `期末存续企业的女职工人数之和。${reports.zh}`, en: `Women workers of the existing enterprises. ${reports.en}` },
    reading: { zh: '只含填报女职工数的企业。', en: 'Of the enterprises that report it.' },
  }),
  level('migrants', 'migrants', 'person', {
    ...same('外来务工人员', 'Migrant workers'),
    definition: { zh: `期末存续企业的外来务工人数之和。${reports.zh}`, en: `Migrant workers of the existing enterprises. ${reports.en}` },
    reading: { zh: '只含填报外来务工人数的企业。', en: 'Of the enterprises that report it.' },
  }),
  level('dispatched', 'dispatched', 'person', {
    ...same('劳务派遣人员', 'Dispatched workers'),
    definition: { zh: `期末存续企业使用的劳务派遣人数之和。${reports.zh}`, en: `Dispatched workers used by the existing enterprises. ${reports.en}` },
    reading: { zh: '劳动合同在派遣单位，不在用工企业。', en: 'Their contract is with the agency, not with the enterprise they work at.' },
  }),
  level('gig', 'gig', 'person', {
    ...same('新就业形态劳动者', 'Workers in new forms of employment'),
    definition: { zh: `期末存续企业的骑手、司机、快递员等新就业形态人数之和，不在职工人数内。${reports.zh}`, en: `Couriers, riders, drivers and the like, outside the headcount. ${reports.en}` },
    reading: { zh: '与职工人数不相加。', en: 'Not to be added to the workers.' },
  }),
]

const shares: readonly Metric[] = [
  shareOf('heads_known', 'with_heads', 'n', 'ratio', {
    name: { zh: '人数已知的企业占比', en: 'Enterprises of known headcount' },
    short: { zh: '人数已知', en: 'Headcount known' },
    definition: { zh: '期末存续企业中，有 12 个月内月报人数或台账从业人员的企业 ÷ 存续企业。', en: 'Existing enterprises with a headcount reported within twelve months or in the register ÷ existing enterprises.' },
    reading: { zh: '低于 100% 时，职工人数是部分企业的合计。', en: 'Below 100% the number of workers is that of some enterprises.' },
    direction: 'up',
  }),
  shareOf('women_share', 'women', 'women_heads', 'share', {
    ...same('女职工占比', "Women's share of workers"),
    definition: { zh: `期末存续企业：女职工人数 ÷ 同一批企业职工人数。${reports.zh}`, en: `Of the existing enterprises: women ÷ workers of the same enterprises. ${reports.en}` },
    reading: { zh: '用于与女代表占比对照。', en: "To set beside women's share of the representatives." },
  }),
  shareOf('migrant_share', 'migrants', 'migrants_heads', 'share', {
    ...same('外来务工人员占比', "Migrants' share of workers"),
    definition: { zh: `期末存续企业：外来务工人数 ÷ 同一批企业职工人数。${reports.zh}`, en: `Of the existing enterprises: migrant workers ÷ workers of the same enterprises. ${reports.en}` },
    reading: { zh: '人员构成，不评好坏。', en: 'Composition, neither good nor bad.' },
  }),
  shareOf('under25_share', 'under25', 'sized', 'share', {
    name: { zh: '不足 25 人的企业占比', en: 'Share of enterprises below 25 people' },
    short: { zh: '不足 25 人企业占比', en: 'Enterprises below 25 people' },
    definition: { zh: '期末存续且人数或人数规模段已知的企业中，不足 25 人的比例。', en: 'Of the existing enterprises of known headcount or band: those below 25 people.' },
    reading: { zh: '会员不足二十五人的可单独或联合建会；这里按职工人数，不是会员人数。', en: 'With fewer than 25 members a firm may join with others in one union; people are counted here, not members.' },
    law: unionLaw11,
  }),
  shareOf('unionised_share', 'unionised', 'n', 'ratio', {
    ...same('建会（入会）企业占比', 'Unionised enterprises'),
    definition: { zh: '期末存续企业中，建会（入会）日期不晚于期末的企业 ÷ 存续企业；没有日期的按未建会计。', en: 'Existing enterprises that joined or set up a union by the end of the period ÷ existing enterprises; one without a date counts as not unionised.' },
    reading: { zh: '没有建会日期的台账无法回看历史。', en: 'A register without dates of joining has no history of it.' },
    direction: 'up',
    law: unionLaw11,
  }),
  shareOf('dispute_free_12m', 'dispute_free', 'dispute_base', 'share', {
    name: { zh: '近 12 个月无劳动争议的企业占比', en: 'Enterprises without a dispute in 12 months' },
    short: { zh: '12 个月无争议', en: 'No dispute in 12 months' },
    definition: {
      zh: '期末及 12 个月前均存续的企业中，其间没有一件劳动争议申请的比例。争议台账不足 12 个月的时点不计。',
      en: 'Of enterprises existing both at the end of the period and twelve months before: those without any dispute applied for in between. Dates less than twelve months into the ledger of disputes are left out.',
    },
    reading: { zh: '只看得到街道台账中能对应到企业的争议，因此是上限；小企业本来就少有争议，比较应在同规模内。', en: 'Only disputes of the street that name their enterprise are seen, so it is an upper bound; compare within a size.' },
    direction: 'up',
  }),
]

const riskNote: Bilingual = { zh: '是需要走访核实的提示，不是对企业的评价。', en: 'A reason to visit and verify, no judgement of the enterprise.' }

const risks: readonly Metric[] = [
  atRisk('at_risk', 'n', {
    ...same('风险企业', 'Firms at risk'),
    definition: {
      zh: '截止日有下列任一信号的在册企业数，一家只计一次：最近三个有月报的月份中有欠薪；其中某月裁减 20 人以上，或不足 20 人但达 10% 以上（至少 2 人）；近三个月内注销，或目前停业。有一种信号没有台账记录的，不作合计。',
      en: 'Enterprises of the register with any of these signs, each counted once: arrears in one of the last three months reported; 20 people or more laid off in one of them, or fewer that are 10% of the staff or more (two at least); closed within three months, or suspended now. Where the ledgers leave one of these signs unrecorded there is no number.',
    },
    reading: { zh: `迁出、吊销没有日期的不计，无法判断是否新近发生。${riskNote.zh}`, en: `Moves and revocations without a date are left out, for nothing tells whether they are recent. ${riskNote.en}` },
    law: contracts15,
  }),
  atRisk('at_risk_arrears', 'risk_arrears', {
    name: { zh: '近期欠薪的企业', en: 'Firms with recent arrears' },
    short: { zh: '近期欠薪', en: 'Recent arrears' },
    definition: { zh: '最近三个有月报的月份中，任一月报有欠薪的在册企业数。', en: 'Enterprises of the register that reported arrears in one of the last three months reported.' },
    reading: { zh: `企业自报。${riskNote.zh}`, en: `Self-reported. ${riskNote.en}` },
  }),
  atRisk('at_risk_layoffs', 'risk_layoffs', {
    name: { zh: '近期较大裁减的企业', en: 'Firms with recent large layoffs' },
    short: { zh: '较大裁减', en: 'Large layoffs' },
    definition: {
      zh: '最近三个有月报的月份中，任一月单位解除终止 20 人以上，或不足 20 人但占期初人数 10% 以上（至少 2 人）的在册企业数。',
      en: 'Enterprises of the register that in one of the last three months reported ended the contracts of 20 people or more, or of fewer that are 10% of the opening headcount or more (two at least).',
    },
    reading: { zh: `条例的界限没有“至少 2 人”，加此一条以免小企业解除一人即列入；月报的单位解除终止也不限于经济性裁员。${riskNote.zh}`, en: `The two people are added here, lest one dismissal put a tiny firm on the list; nor are all ends by the employer redundancies. ${riskNote.en}` },
    law: contracts15,
  }),
  atRisk('at_risk_closing', 'risk_closing', {
    name: { zh: '近期注销或停业的企业', en: 'Firms closed lately or suspended' },
    short: { zh: '注销或停业', en: 'Closed or suspended' },
    definition: { zh: '截止日前三个月内注销（迁出、吊销有日期的同样计入），或截止日停业的在册企业数。', en: 'Enterprises closed within the three months to the as-of date (moves and revocations too where they have a date), or suspended at it.' },
    reading: riskNote,
  }),
]

const registered: Metric = {
  id: 'enterprises.registered',
  ...same('台账企业', 'Enterprises in the register'),
  definition: { zh: '截止日企业台账中已成立的全部企业，含停业、吊销、注销、迁出；可按经营状态分。注销日期已到而状态仍为在营的，计为注销。', en: 'All enterprises of the register opened by the as-of date, also those suspended, revoked, deregistered or moved out, by status. One marked active whose date of closing has come counts as deregistered.' },
  reading: { zh: '存续企业另有指标。', en: 'Existing enterprises are a metric of their own.' },
  formula: { kind: 'snapshot', of: { fact: 'register', sum: 'n', axis: 'now' } },
  unit: 'enterprise',
  digits: 0,
  direction: 'neutral',
  basis: 'snapshot',
  adds: { time: false, place: true },
}

export const enterprisesMetrics: readonly Metric[] = [...levels, ...shares, registered, ...risks]

import type { Bilingual } from '../text'
import type { Formula, Metric, Operand } from './metric'

const base = (sum: string): Operand => ({ fact: 'coverage_base', sum, axis: 'state', broadcast: ['contract_type'] })
const bound = (sum: string): Operand => ({ fact: 'coverage', sum, axis: 'state' })
const unions = (sum: string): Operand => ({ fact: 'contract_unions', sum, axis: 'state' })
const held = (sum: string): Operand => ({ fact: 'contracts_held', sum, axis: 'state' })
const contract = (sum: string, axis: string): Operand => ({ fact: 'contracts', sum, axis })
const chain = (sum: string): Operand => ({ fact: 'contract_chains', sum, axis: 'state' })
const lapse = (sum: string): Operand => ({ fact: 'contract_lapses', sum, axis: 'ended' })
const clause = (sum: string): Operand => ({ fact: 'contract_clauses', sum, axis: 'state' })
const inspection = (sum: string): Operand => ({ fact: 'contract_inspections', sum, axis: 'inspected' })

const atEnd = { basis: 'snapshot', adds: { time: false, place: true } } as const
const ratioAtEnd = { unit: 'percent', digits: 1, basis: 'snapshot', adds: { time: false, place: false } } as const
const ratioOfPeriod = { unit: 'percent', digits: 1, basis: 'period', adds: { time: false, place: false } } as const
const countOfPeriod = { digits: 0, basis: 'period', adds: { time: true, place: true } } as const

const territorialLaw = { zh: '《劳动合同法》第五十三、五十四条', en: 'Labor Contract Law, arts. 53–54' }
const recognisedLaw = { zh: '《上海市集体合同条例》第三十、三十二条', en: 'Shanghai Regulations on Collective Contracts, arts. 30 and 32' }
const shanghai = (article: string, en: string) => ({ zh: `《上海市集体合同条例》第${article}条`, en: `Shanghai Regulations on Collective Contracts, art. ${en}` })

const oneType = {
  zh: '各类合同分别计算，从不相加；不指定类型时只看第一种有记录的类型，并注明。',
  en: 'Types are never added up; where none is asked for, the first type recorded is read, and the answer says so.',
}
const headcount = {
  zh: '分子分母用同一份人数：期末最近 12 个月内的用工月报，没有的取台账从业人数，再没有的取截至该日最近一次签订时的人数（不论合同是否仍在期）；都没有的企业不计。',
  en: 'One headcount serves both parts: the monthly report of the last 12 months, else the register, else the number written at the latest signing so far, in force or not; an enterprise with none counts in neither.',
}
const territorial = {
  zh: '适用范围口径：名单内的企业；区域性合同没有名单的，为该工会范围内全部在营企业。同一企业同类多份合同只计一次。',
  en: 'Territorial basis: the enterprises on the list; for a regional contract without one, every active enterprise of its union. An enterprise under several contracts of a type counts once.',
}
const recognition = {
  zh: '认可口径：企业自己的合同，或截至该日已由企业认可的区域性、行业性合同。',
  en: 'Recognised basis: the enterprise has its own contract, or has recognised the regional or sectoral one by that date.',
}

const party = {
  zh: '签约方：区域性、行业性合同为工会，企业合同为名单内的企业（没有名单的为企业自己的工会）；不知签约方的不计。未写生效日期的合同可能在期的，不算断档。',
  en: 'The party is the union where a contract is regional or sectoral, and the enterprise on its list where it is an enterprise’s own (its own union where there is no list); without a known party a contract is left out. While one without an effective date may be in force nothing counts as lapsed.',
}

interface Covered {
  readonly id: string
  readonly of: Bilingual
  readonly whole: Bilingual
  readonly kind: 'share' | 'ratio'
  readonly sums: { readonly territorial: string; readonly recognised: string; readonly unrecognised: string; readonly base: string }
  readonly note: Bilingual
}

const parts = (kind: 'share' | 'ratio', of: string, per: string): Formula => ({ kind, of: bound(of), per: base(per), reads: 'end' })

/** A coverage on its two bases, and what lies between them. */
const covered = ({ id, of, whole, kind, sums, note }: Covered): Metric[] => [
  {
    id: `coverage.${id}`,
    name: { zh: `合同覆盖率（${of.zh}）`, en: `Contract coverage of ${of.en}` },
    short: { zh: `${of.zh}覆盖率`, en: `Coverage, ${of.en}` },
    definition: { zh: `期末有在期合同的${whole.zh} ÷ 全部${whole.zh}。${territorial.zh}${note.zh}`, en: `${whole.en} under a contract in force at the end of the period ÷ all ${whole.en}. ${territorial.en} ${note.en}` },
    reading: oneType,
    formula: parts(kind, sums.territorial, sums.base),
    direction: 'up',
    law: territorialLaw,
    ...ratioAtEnd,
  },
  {
    id: `coverage.${id}_recognised`,
    name: { zh: `合同覆盖率（${of.zh}，认可口径）`, en: `Contract coverage of ${of.en}, recognised` },
    short: { zh: `${of.zh}覆盖率·认可`, en: `Recognised, ${of.en}` },
    definition: { zh: `期末已认可或自有在期合同的${whole.zh} ÷ 全部${whole.zh}。${recognition.zh}${note.zh}`, en: `${whole.en} with a contract in force that is the enterprise’s own or that it has recognised ÷ all ${whole.en}. ${recognition.en} ${note.en}` },
    reading: { zh: '上海条例下，区域性合同只约束认可的企业，这一口径才有约束力。', en: 'Under the Shanghai Regulations a regional contract binds only those that recognise it: this basis is the binding one.' },
    formula: parts(kind, sums.recognised, sums.base),
    direction: 'up',
    law: recognisedLaw,
    ...ratioAtEnd,
  },
  {
    id: `coverage.${id}_gap`,
    name: { zh: `两种口径的差距（${of.zh}）`, en: `Gap between the two bases, ${of.en}` },
    short: { zh: `${of.zh}口径差距`, en: `Gap, ${of.en}` },
    definition: { zh: `在合同适用范围内、但尚未认可的${whole.zh} ÷ 全部${whole.zh}；等于两种覆盖率之差。`, en: `${whole.en} bound territorially without recognition ÷ all ${whole.en}: the difference of the two coverages.` },
    reading: { zh: '差距大，说明合同签在纸面、企业未认可。', en: 'A wide gap means a contract on paper that enterprises have not recognised.' },
    formula: parts(kind, sums.unrecognised, sums.base),
    direction: 'down',
    law: recognisedLaw,
    ...ratioAtEnd,
  },
]

const enterprises = covered({
  id: 'enterprises',
  of: { zh: '企业数', en: 'enterprises' },
  whole: { zh: '在营企业数', en: 'active enterprises' },
  kind: 'share',
  sums: { territorial: 'n', recognised: 'recognised', unrecognised: 'unrecognised', base: 'n' },
  note: {
    zh: '停业的企业在数据截止日不算在营，分子分母都不计。未写生效日期的合同不计。',
    en: 'A suspended enterprise is not active at the as-of date and counts in neither part. A contract without an effective date does not count.',
  },
})
const workers = covered({
  id: 'workers',
  of: { zh: '职工数', en: 'workers' },
  whole: { zh: '在营企业职工数', en: 'workers of active enterprises' },
  kind: 'ratio',
  sums: { territorial: 'workers', recognised: 'workers_recognised', unrecognised: 'workers_unrecognised', base: 'workers' },
  note: headcount,
})
const women = covered({
  id: 'women',
  of: { zh: '女职工数', en: 'women workers' },
  whole: { zh: '在营企业女职工数', en: 'women workers of active enterprises' },
  kind: 'ratio',
  sums: { territorial: 'women', recognised: 'women_recognised', unrecognised: 'women_unrecognised', base: 'women' },
  note: headcount,
})

const ofUnions: readonly Metric[] = [
  {
    id: 'coverage.unions',
    name: { zh: '联合工会合同签订率', en: 'Joint unions with a contract' },
    short: { zh: '联合工会签订率', en: 'Unions with a contract' },
    definition: { zh: '期末有在期区域性（行业性）合同的联合工会 ÷ 期末已成立的全部联合工会。企业自己的合同不使联合工会算作已签。', en: 'Joint unions with a regional or sectoral contract in force at the end of the period ÷ joint unions founded by then. An enterprise’s own contract does not count for its union.' },
    reading: oneType,
    formula: { kind: 'share', of: unions('in_force'), per: unions('n'), reads: 'end' },
    direction: 'up',
    ...ratioAtEnd,
  },
  {
    id: 'coverage.build_rate',
    name: { zh: '建制率（已建会企业）', en: 'Establishment rate of unionised enterprises' },
    short: { zh: '建制率', en: 'Establishment rate' },
    definition: { zh: '期末有在期合同（适用范围口径）的已建会企业 ÷ 已建会在营企业。分母只含有建会（入会）日期且不晚于期末的企业。', en: 'Unionised enterprises under a contract in force (territorial) ÷ unionised active enterprises: those with a date of joining a union not after the end of the period.' },
    reading: { zh: '分母窄于企业覆盖率，两者不可并列。', en: 'A narrower base than coverage of enterprises: the two must not stand as one series.' },
    formula: parts('share', 'unionised', 'unionised'),
    direction: 'up',
    ...ratioAtEnd,
  },
]

const ofChains: readonly Metric[] = [
  {
    id: 'coverage.lapsed',
    name: { zh: '到期未续的合同', en: 'Contracts that have lapsed' },
    short: { zh: '到期未续', en: 'Lapsed' },
    definition: {
      zh: `期末已满（或提前终止）、而同一签约方同类同范围再无在期合同的，每个签约方每类计一份，即最近一份。${party.zh}已注销、迁出的企业不计。`,
      en: `Contracts that have run out or were ended where the party has none of the type and scope in force at the end of the period: one for each party and type, the latest. ${party.en} Enterprises that have gone are left out.`,
    },
    reading: { zh: '企业自己的合同到期未续时，仍可能在区域性合同的适用范围内，见企业覆盖率。', en: 'An enterprise whose own contract has lapsed may still be under a regional one: see the coverage of enterprises.' },
    formula: { kind: 'sum', of: chain('lapsed'), reads: 'end' },
    unit: 'contract',
    digits: 0,
    direction: 'down',
    ...atEnd,
  },
  {
    id: 'coverage.lapses',
    name: { zh: '合同断档次数', en: 'Lapses between contracts' },
    short: { zh: '断档次数', en: 'Lapses' },
    definition: {
      zh: `期内结束的断档：同一签约方同类同范围的两份合同之间没有合同的一段。首尾相接不算断档。${party.zh}`,
      en: `Lapses that ended in the period: a stretch without a contract between two of one party, type and scope. Terms that touch leave none. ${party.en}`,
    },
    reading: { zh: '与平均断档天数一并看。', en: 'Read it with the mean days.' },
    formula: { kind: 'sum', of: lapse('n') },
    unit: 'times',
    direction: 'down',
    ...countOfPeriod,
  },
  {
    id: 'coverage.lapse_days',
    name: { zh: '平均断档天数', en: 'Mean days without a contract' },
    short: { zh: '平均断档天数', en: 'Days of a lapse' },
    definition: { zh: '断档天数之和 ÷ 断档次数。天数从前一份合同届满次日起，到后一份生效前一日止；按断档结束日期计。', en: 'Days of the lapses ÷ lapses. A lapse runs from the day after one contract ends to the day before the next takes effect, and counts when it ends.' },
    reading: { zh: '仍在继续的断档不在其中，见“到期未续的合同”。', en: 'A lapse still running is not in it: see the contracts that have lapsed.' },
    formula: { kind: 'ratio', of: lapse('days'), per: lapse('n') },
    unit: 'day',
    digits: 1,
    direction: 'down',
    basis: 'period',
    adds: { time: false, place: false },
  },
]

const expiring = (days: 30 | 60 | 90): Metric => ({
  id: `coverage.expiring_${days}d`,
  name: { zh: `${days} 日内到期的合同`, en: `Contracts expiring within ${days} days` },
  short: { zh: `${days} 日内到期`, en: `Expiring in ${days} days` },
  definition: {
    zh: `期末（未满期则为截止日）之后 1 至 ${days} 日内到期、未提前终止的合同份数，含已续签的；当日到期的仍在期，不计。未写生效日期的合同在此计入。`,
    en: `Contracts not ended whose last day lies 1 to ${days} days after the end of the period (or the as-of date), renewed ones included; one whose last day is that very day is still in force and not counted. A contract without an effective date counts here.`,
  },
  reading: { zh: '减去其中已续签的，才是要办的。', en: 'Less those renewed already is what needs doing.' },
  formula: { kind: 'sum', of: held(`expiring_${days}d`), reads: 'end' },
  unit: 'contract',
  digits: 0,
  direction: 'down',
  ...atEnd,
})

const ofContracts: readonly Metric[] = [
  {
    id: 'coverage.in_force',
    name: { zh: '在期合同', en: 'Contracts in force' },
    short: { zh: '在期合同', en: 'In force' },
    definition: { zh: '期末在期的合同份数：已生效、未到期（到期当日仍在期）、未提前终止。未写生效日期的不计。', en: 'Contracts in force at the end of the period: effective, not run out (the last day counts), not ended. One without an effective date does not count.' },
    reading: { zh: '份数不是覆盖：一份区域性合同可覆盖上百家企业。', en: 'Contracts are not coverage: one regional contract may cover a hundred enterprises.' },
    formula: { kind: 'sum', of: held('in_force'), reads: 'end' },
    unit: 'contract',
    digits: 0,
    direction: 'up',
    ...atEnd,
  },
  expiring(30),
  expiring(60),
  expiring(90),
  {
    id: 'coverage.expiring_renewed',
    name: { zh: '90 日内到期、已续签的合同', en: 'Of those expiring in 90 days, renewed' },
    short: { zh: '其中已续签', en: 'Renewed already' },
    definition: { zh: '90 日内到期的合同中，同一工会同类同范围的后续合同已经签订的份数（企业、行业合同看同一企业）。', en: 'Contracts expiring within 90 days whose successor of the same type and scope is signed: of the same union where regional, of an enterprise on the list where not.' },
    reading: { zh: '与 90 日内到期数一并看。', en: 'Read it with the contracts expiring.' },
    formula: { kind: 'sum', of: held('renewed_90d'), reads: 'end' },
    unit: 'contract',
    digits: 0,
    direction: 'up',
    ...atEnd,
  },
  {
    id: 'coverage.workers_in_force',
    name: { zh: '在期合同涉及职工（人次）', en: 'Workers under contracts in force, counted per contract' },
    short: { zh: '合同职工人次', en: 'Contract-workers' },
    definition: { zh: '期末每份在期合同的职工数之和：有名单的为名单内在营企业的期末人数，没有名单的取合同所写覆盖职工数。一人受几份合同保护计几次。', en: 'Workers of every contract in force, added up: of the active enterprises on its list, else the number written in the contract. Someone under three contracts counts three times.' },
    reading: { zh: '人次，不是人数；不可与职工总数相除。', en: 'Person-times, not persons: never divide it by workers.' },
    formula: { kind: 'sum', of: held('workers'), reads: 'end' },
    unit: 'person',
    digits: 0,
    direction: 'neutral',
    ...atEnd,
  },
  {
    id: 'coverage.signed',
    name: { zh: '签订合同', en: 'Contracts signed' },
    short: { zh: '签订合同', en: 'Signed' },
    definition: { zh: '期内签订的合同份数，按签订日期计；没有的取通过日期，再没有的取生效日期。', en: 'Contracts signed in the period, by date signed, else adopted, else effective.' },
    reading: { zh: '续签与新签都计。', en: 'Renewals and first contracts alike.' },
    formula: { kind: 'sum', of: contract('n', 'signed') },
    unit: 'contract',
    direction: 'neutral',
    ...countOfPeriod,
  },
  {
    id: 'coverage.wage_rise',
    name: { zh: '约定工资增幅中位数', en: 'Median agreed wage rise' },
    short: { zh: '约定工资增幅', en: 'Agreed wage rise' },
    definition: { zh: '期内签订、写明工资增幅的合同，其增幅的中位数；每份合同计一次，不按人数加权。', en: 'Median of the rises written in contracts signed in the period; every contract counts once, whatever its workers.' },
    reading: { zh: '是约定，不是实发。', en: 'What was agreed, not what was paid.' },
    formula: { kind: 'quantile', of: { fact: 'wage_rises', sum: 'n', axis: 'signed' }, q: 0.5 },
    direction: 'up',
    ...ratioOfPeriod,
  },
  {
    id: 'coverage.wage_rise_firms',
    name: { zh: '约定工资增幅中位数（按企业）', en: 'Median agreed wage rise of enterprises' },
    short: { zh: '企业约定增幅', en: 'Rise of enterprises' },
    definition: {
      zh: '期内签订、写明工资增幅的合同，其适用范围内企业的增幅的中位数：签订当月末在营的企业，每受一份合同约束计一次，不按人数加权。区域性合同没有名单的，为该工会范围内全部在营企业。',
      en: 'Median over the enterprises bound by contracts signed in the period that write a rise: those in operation at the end of the month of signing, once for every contract, whatever their workers. For a regional contract without a list, every enterprise of its union.',
    },
    reading: {
      zh: '合同不分行业，企业才分：按行业、规模看用这一项。同一份区域性合同的企业增幅相同，区间按各家互不相关计算，偏窄。是约定，不是实发。',
      en: 'A contract has no trade, its enterprises do: by industry and size, read this. Enterprises under one regional contract share its rise; the interval takes them one by one and is too narrow. What was agreed, not what was paid.',
    },
    formula: { kind: 'quantile', of: { fact: 'wage_rises_firms', sum: 'n', axis: 'signed' }, q: 0.5 },
    direction: 'up',
    ...ratioOfPeriod,
  },
]

const ofProcedure: readonly Metric[] = [
  {
    id: 'coverage.reply_15d',
    name: { zh: '要约 15 日内回应率', en: 'Requests answered within 15 days' },
    short: { zh: '15 日内回应', en: 'Answered in 15 days' },
    definition: { zh: '要约后 15 日内（含第 15 日）回应的 ÷ 已有回应或 15 日已届满的要约。未届满且未回应的不计。', en: 'Requests answered by day 15 ÷ requests that have an answer or whose 15 days have run out. Those still within their days without an answer are left out.' },
    reading: { zh: '按要约日期归期。', en: 'By date of the request.' },
    formula: { kind: 'share', of: contract('replied_15d', 'requested'), per: contract('reply_due', 'requested') },
    direction: 'up',
    law: shanghai('十五', '15'),
    ...ratioOfPeriod,
  },
  {
    id: 'coverage.filed_10d',
    name: { zh: '合同 10 日内报送率', en: 'Contracts filed within 10 days' },
    short: { zh: '10 日内报送', en: 'Filed in 10 days' },
    definition: { zh: '10 日内（含第 10 日）报送的 ÷ 已报送或 10 日已届满的合同。区域性、行业性合同从通过之日起算，企业合同从书面告知之日起算；没有起算日的不计。', en: 'Contracts filed by day 10 ÷ contracts filed or whose 10 days have run out. The days run from adoption for regional and sectoral contracts and from the written notice for an enterprise’s own; without that day a contract is left out.' },
    reading: { zh: '按起算日归期。', en: 'By the day the days begin.' },
    formula: { kind: 'share', of: contract('filed_10d', 'filing'), per: contract('filing_due', 'filing') },
    direction: 'up',
    law: shanghai('二十三、三十一', '23 and 31'),
    ...ratioOfPeriod,
  },
  {
    id: 'coverage.objected',
    name: { zh: '审查异议率', en: 'Contracts objected to' },
    short: { zh: '审查异议', en: 'Objected to' },
    definition: { zh: '报送后被提出审查异议的 ÷ 已报送的合同。', en: 'Contracts filed that met an objection ÷ contracts filed.' },
    reading: { zh: '15 日内没有异议的，合同生效。', en: 'Without an objection in 15 days the contract takes effect.' },
    formula: { kind: 'share', of: contract('objected', 'filing'), per: contract('filed', 'filing') },
    direction: 'down',
    law: shanghai('二十三、三十一', '23 and 31'),
    ...ratioOfPeriod,
  },
  {
    id: 'coverage.votes_ok',
    name: { zh: '草案表决达半数率', en: 'Drafts passed by half of all' },
    short: { zh: '表决达半数', en: 'Passed by half' },
    definition: { zh: '赞成票达到全体代表（职工）半数以上（含半数）的 ÷ 赞成票与代表总数都有记录的合同，按通过日期计。', en: 'Contracts whose yes votes reach half of all representatives or workers, half included ÷ contracts with both numbers recorded, by date adopted.' },
    reading: { zh: '以全体代表为基数，不是到会代表；恰为半数即通过。', en: 'Of all representatives, not of those present; exactly half passes.' },
    formula: { kind: 'share', of: contract('votes_ok', 'adopted'), per: contract('voted', 'adopted') },
    direction: 'up',
    law: shanghai('二十二', '22'),
    ...ratioOfPeriod,
  },
]

const ofContent: readonly Metric[] = [
  {
    id: 'coverage.clause_present',
    name: { zh: '条款约定率', en: 'Clauses present' },
    short: { zh: '条款约定率', en: 'Clauses present' },
    definition: { zh: '期末在期合同中已有约定的条款 ÷ 有记录的条款，按劳动报酬、工作时间、休息休假、劳动安全卫生、女职工特殊保护五项。没有登记的条款不计。', en: 'Clauses present ÷ clauses recorded, of the contracts in force at the end of the period, by the five topics. A topic without a row counts in neither.' },
    reading: { zh: '宜按条款分看。', en: 'Best read by topic.' },
    formula: { kind: 'share', of: clause('present'), per: clause('n'), reads: 'end' },
    direction: 'up',
    ...ratioAtEnd,
  },
  {
    id: 'coverage.clause_above',
    name: { zh: '条款高于法定标准率', en: 'Clauses above the statutory floor' },
    short: { zh: '高于法定标准', en: 'Above the floor' },
    definition: { zh: '期末在期合同已约定的条款中，高于法定标准的 ÷ 判断过是否高于法定标准的。', en: 'Of the clauses present in contracts in force, those above the statutory floor ÷ those judged on it.' },
    reading: { zh: '照抄法律的条款不算高于法定标准。', en: 'A clause that repeats the law is not above it.' },
    formula: { kind: 'share', of: clause('above'), per: clause('judged'), reads: 'end' },
    direction: 'up',
    ...ratioAtEnd,
  },
  {
    id: 'coverage.inspections',
    name: { zh: '合同履行检查', en: 'Contract inspections' },
    short: { zh: '履行检查', en: 'Inspections' },
    definition: { zh: '期内对合同履行情况的检查次数，按检查日期计。', en: 'Inspections of how contracts are kept, by date.' },
    reading: { zh: '一份合同可检查多次。', en: 'A contract may be inspected more than once.' },
    formula: { kind: 'sum', of: inspection('n') },
    unit: 'times',
    direction: 'neutral',
    ...countOfPeriod,
  },
  {
    id: 'coverage.inspections_met',
    name: { zh: '履行检查合格率', en: 'Inspections that found the contract kept' },
    short: { zh: '履行合格率', en: 'Kept' },
    definition: { zh: '检查结果为已履行的 ÷ 期内检查次数；部分履行不算。', en: 'Inspections with the result «met» ÷ inspections in the period; partly met does not count.' },
    reading: { zh: '被检查的合同未必有代表性。', en: 'The contracts inspected need not be typical.' },
    formula: { kind: 'share', of: inspection('met'), per: inspection('n') },
    direction: 'up',
    ...ratioOfPeriod,
  },
  {
    id: 'coverage.inspections_corrected',
    name: { zh: '检查问题整改率', en: 'Findings corrected' },
    short: { zh: '问题整改率', en: 'Corrected' },
    definition: { zh: '结果为部分履行或未履行的检查中，截止日前已整改的 ÷ 全部这类检查。', en: 'Of the inspections that found a contract partly kept or not kept, those corrected by the as-of date.' },
    reading: { zh: '近期检查的整改可能还在进行。', en: 'Recent findings may still be in hand.' },
    formula: { kind: 'share', of: inspection('corrected'), per: inspection('to_correct') },
    direction: 'up',
    ...ratioOfPeriod,
  },
]

export const coverageMetrics: readonly Metric[] = [...enterprises, ...workers, ...women, ...ofUnions, ...ofChains, ...ofContracts, ...ofProcedure, ...ofContent]

import type { Bilingual } from '../text'
import type { Metric, Operand } from './metric'

const workforce = (sum: string): Operand => ({ fact: 'workforce', sum, axis: 'month' })

const both = (text: Bilingual, zh: (text: string) => string, en: (text: string) => string): Bilingual => ({ zh: zh(text.zh), en: en(text.en) })

interface Base {
  /** Ending of the ids over this base. */
  readonly id: '' | '_average'
  readonly key: 'ref' | 'avg'
  readonly name: Bilingual
  readonly of: Bilingual
}

/** The two denominators of turnover; each is part of its metric's name. */
const bases: readonly Base[] = [
  { id: '', key: 'ref', name: { zh: '参考期人数', en: 'reference-period employment' }, of: { zh: '占参考期人数', en: 'over reference-period employment' } },
  { id: '_average', key: 'avg', name: { zh: '期初期末平均人数', en: 'mean of opening and closing headcount' }, of: { zh: '占平均人数', en: 'over average headcount' } },
]

interface Flow {
  readonly id: string
  /** Id of the rate without its ending. */
  readonly rate: string
  readonly yearly: string | null
  readonly people: Bilingual
  readonly name: Bilingual
  readonly short: Bilingual
  readonly direction: Metric['direction']
  readonly note: Bilingual
}

const flows: readonly Flow[] = [
  {
    id: 'hires', rate: 'hires_rate', yearly: 'hires_year', direction: 'neutral',
    people: { zh: '新进人数', en: 'hires' }, name: { zh: '新进率', en: 'Hires rate' }, short: { zh: '新进率', en: 'Hires' },
    note: { zh: '新进多，可以是扩张，也可以是补缺。', en: 'Many hires can mean growth or the filling of gaps.' },
  },
  {
    id: 'quits', rate: 'quits_rate', yearly: 'quits_year', direction: 'down',
    people: { zh: '辞职人数', en: 'quits' }, name: { zh: '辞职率', en: 'Quits rate' }, short: { zh: '辞职率', en: 'Quits' },
    note: { zh: '只含职工提出的解除（《劳动合同法》第三十七、三十八条），与用人单位解除终止、协商一致、到期终止分列。', en: 'Ends declared by workers only (Labor Contract Law, art. 37 and 38), apart from ends by the employer, by mutual consent and by expiry.' },
  },
  {
    id: 'layoffs', rate: 'layoffs_rate', yearly: 'layoffs_year', direction: 'down',
    people: { zh: '单位解除终止人数', en: 'ends by the employer' }, name: { zh: '单位解除终止率', en: 'Layoffs rate' }, short: { zh: '单位解除终止', en: 'Layoffs' },
    note: { zh: '用人单位解除、终止的，不含辞职、协商一致和到期终止。', en: 'Ended by the employer; neither quits nor ends by mutual consent or expiry.' },
  },
  {
    id: 'separations', rate: 'separation_rate', yearly: 'separation_year', direction: 'down',
    people: { zh: '离职人数', en: 'separations' }, name: { zh: '离职率', en: 'Separation rate' }, short: { zh: '离职率', en: 'Separations' },
    note: { zh: '离职＝辞职＋单位解除终止＋协商一致解除＋到期终止＋其他减少；台账没有的栏不计，有栏而当月空缺的企业月不计入。应与辞职率并看。', en: 'Separations are quits, ends by the employer, by mutual consent, by expiry and others; a column no ledger has adds nothing, a row with a blank in a column it has is left out. Read it beside the quits rate.' },
  },
  {
    id: 'mutual_ends', rate: 'mutual_ends_rate', yearly: null, direction: 'neutral',
    people: { zh: '协商一致解除人数', en: 'ends by mutual consent' }, name: { zh: '协商一致解除率', en: 'Rate of ends by mutual consent' }, short: { zh: '协商一致解除', en: 'Mutual ends' },
    note: { zh: '《劳动合同法》第三十六条，既不是辞职，也不是单位解除。', en: 'Labor Contract Law, art. 36: neither a quit nor an end by the employer.' },
  },
  {
    id: 'expiries', rate: 'expiries_rate', yearly: null, direction: 'neutral',
    people: { zh: '合同到期终止人数', en: 'ends by expiry' }, name: { zh: '到期终止率', en: 'Rate of ends by expiry' }, short: { zh: '到期终止', en: 'Expiries' },
    note: { zh: '合同期满终止，既不是辞职，也不是单位解除。', en: 'The contract ran out: neither a quit nor an end by the employer.' },
  },
  {
    id: 'other_separations', rate: 'other_separations_rate', yearly: null, direction: 'neutral',
    people: { zh: '其他减少人数', en: 'other separations' }, name: { zh: '其他减少率', en: 'Rate of other separations' }, short: { zh: '其他减少', en: 'Other separations' },
    note: { zh: '退休、死亡、调动等，不含辞职、单位解除终止、协商一致和到期终止。', en: 'Retirement, death, transfer and the like; neither quits nor ends by the employer, by mutual consent or by expiry.' },
  },
]

const caution: Bilingual = {
  zh: '人员往往成批离开，区间按各人互不相关计算，只是不确定性的下限。固定样本、登记、调查三类月报不混算，所用类型随数标明。',
  en: 'People often leave in groups; the interval takes them one by one and is a lower bound of the uncertainty. Fixed panels, registers and surveys are never mixed: the kind used stands with the number.',
}

const readingOf = ({ note }: Flow): Bilingual => ({ zh: note.zh + caution.zh, en: `${note.en} ${caution.en}` })

const otherBase: Bilingual = {
  zh: '人员流动页列同一项“占平均人数”的比率；这一项供与按参考期人数计算的外部数据对照，可用命令行查询。',
  en: 'The turnover page lists the same rate over average headcount; this one is for comparison with outside figures on its base, by the command line.',
}

const monthly = (flow: Flow, base: Base): Metric => ({
  id: `turnover.${flow.rate}${base.id}`,
  name: { zh: `${flow.name.zh}（${base.of.zh}）`, en: `${flow.name.en} (${base.of.en})` },
  short: flow.short,
  definition: {
    zh: `期内各月${flow.people.zh}之和 ÷ 同一批企业同月${base.name.zh}之和，是每月的比率。只计两项都有记录的企业月，先合计再相除。`,
    en: `Sum over the months of ${flow.people.en} ÷ sum of the ${base.name.en} of the same enterprise-months: a rate per month. Only enterprise-months with both recorded count; pooled before dividing.`,
  },
  reading: readingOf(flow),
  formula: { kind: 'share', of: workforce(`${flow.id}_${base.key}`), per: workforce(`${base.key}_${flow.id}`) },
  unit: 'percent',
  digits: 2,
  direction: flow.direction,
  basis: 'period',
  adds: { time: false, place: false },
  context: both(base.of, (zh) => `月均，${zh}`, (en) => `per month, ${en}`),
  ...(base.key === 'ref' && flow.yearly === null ? { unplaced: otherBase } : {}),
})

const yearly = (flow: Flow, base: Base): Metric => ({
  ...monthly(flow, base),
  id: `turnover.${flow.yearly}${base.id}`,
  name: { zh: `十二个月${flow.name.zh}（${base.of.zh}）`, en: `${flow.name.en} of twelve months (${base.of.en})` },
  short: both(flow.short, (zh) => `年${zh}`, (en) => `${en}, 12 months`),
  definition: {
    zh: `截至期末（未满期则截至最近一个有月报的月份）的十二个月：${flow.people.zh}之和 ÷（各月${base.name.zh}之和 ÷ 12）。按历年问即年度比率。只计两项都有记录的企业月。`,
    en: `Over the twelve months to the end of the period, or to the last month reported: ${flow.people.en} ÷ (sum over the months of the ${base.name.en} ÷ 12). Asked by calendar year it is the annual rate. Only enterprise-months with both recorded count.`,
  },
  reading: {
    zh: `十二个月合计可消去春节前后的起落。可以超过 100%。${readingOf(flow).zh}`,
    en: `Twelve months together even out the Spring Festival. May exceed 100%. ${readingOf(flow).en}`,
  },
  formula: { kind: 'rate', of: workforce(`${flow.id}_${base.key}`), per: workforce(`${base.key}_${flow.id}`), scale: 12, reads: 'year' },
  digits: 1,
  context: both(base.of, (zh) => `十二个月，${zh}`, (en) => `twelve months, ${en}`),
})

const counted = ({ id, people }: Flow): Metric => ({
  id: `turnover.${id}`,
  name: both(people, (zh) => zh, (en) => en.charAt(0).toUpperCase() + en.slice(1)),
  short: both(people, (zh) => zh, (en) => en.charAt(0).toUpperCase() + en.slice(1)),
  definition: { zh: `期内各月月报${people.zh}之和。`, en: `Sum of ${people.en} in the monthly reports of the period.` },
  reading: { zh: '未报的企业和月份不在其中，应与报送率并看。', en: 'Enterprises and months without a report are not in it; read it with the completeness.' },
  formula: { kind: 'sum', of: workforce(id) },
  unit: 'person',
  digits: 0,
  direction: 'neutral',
  basis: 'period',
  adds: { time: true, place: true },
})

const headcount = (id: string, sum: string, name: Bilingual, short: Bilingual, definition: Bilingual): Metric => ({
  id: `turnover.${id}`,
  name,
  short,
  definition,
  reading: { zh: '是已报企业的人数，未报的不推算，应与报送率并看；全部人数见“职工人数”。', en: 'Of the enterprises that reported, nothing is imputed; read it with the completeness.' },
  formula: { kind: 'mean', of: workforce(sum) },
  unit: 'person',
  digits: 0,
  direction: 'neutral',
  basis: 'period',
  adds: { time: false, place: false },
})

interface Share {
  readonly id: string
  readonly part: string
  readonly base: string
  readonly name: Bilingual
  readonly definition: Bilingual
  readonly reading: Bilingual
  readonly direction: Metric['direction']
  readonly digits?: number
  readonly law?: Bilingual
  /** A level at the end of the period; events and firm-months are summed over all months. */
  readonly atEnd: boolean
}

const share = ({ id, part, base, name, atEnd, digits, ...rest }: Share): Metric => ({
  ...rest,
  id: `turnover.${id}`,
  name,
  short: name,
  formula: { kind: 'share', of: workforce(part), per: workforce(base), ...(atEnd ? { reads: 'end' as const } : {}) },
  unit: 'percent',
  digits: digits ?? 1,
  basis: atEnd ? 'snapshot' : 'period',
  adds: { time: false, place: false },
})

const people: Bilingual = { zh: '期末当月月报。只计两项都有记录的企业。', en: 'From the reports of the last month of the period; only enterprises with both recorded count.' }

const shares: readonly Share[] = [
  {
    id: 'quits_share', part: 'ends_quits', base: 'separations', atEnd: false, direction: 'neutral',
    name: { zh: '辞职占离职', en: 'Quits as a share of separations' },
    definition: { zh: '期内各类离职都有记录的企业月：辞职人数 ÷ 离职人数。', en: 'Of enterprise-months with all ends recorded: quits ÷ separations.' },
    reading: { zh: '离职由谁提出。与单位解除终止占离职并看。', en: 'Who ends the relation; read it beside the share ended by employers.' },
  },
  {
    id: 'employer_share', part: 'ends_layoffs', base: 'separations', atEnd: false, direction: 'neutral',
    name: { zh: '单位解除终止占离职', en: 'Ends by the employer as a share of separations' },
    definition: { zh: '期内各类离职都有记录的企业月：单位解除终止人数 ÷ 离职人数。', en: 'Of enterprise-months with all ends recorded: ends by the employer ÷ separations.' },
    reading: { zh: '企业关闭时全部为单位终止。', en: 'A firm that closes ends every contract itself.' },
  },
  {
    id: 'women_share', part: 'women', base: 'closing_women', atEnd: true, direction: 'neutral',
    name: { zh: '女职工占比', en: "Women's share" },
    definition: { zh: `女职工人数 ÷ 期末人数。${people.zh}`, en: `Women ÷ closing headcount. ${people.en}` },
    reading: { zh: '用于与女代表占比、女职工合同覆盖对照。', en: 'To set beside the share of women among representatives.' },
  },
  {
    id: 'migrant_share', part: 'migrants', base: 'closing_migrants', atEnd: true, direction: 'neutral',
    name: { zh: '外来务工人员占比', en: "Migrants' share" },
    definition: { zh: `外来务工人数 ÷ 期末人数。${people.zh}`, en: `Migrant workers ÷ closing headcount. ${people.en}` },
    reading: { zh: '人员构成，不评好坏。', en: 'Composition, neither good nor bad.' },
  },
  {
    id: 'written_share', part: 'written_contracts', base: 'required_written', atEnd: true, direction: 'up',
    name: { zh: '书面劳动合同签订率', en: 'Written-contract rate' },
    definition: { zh: `书面劳动合同人数 ÷ 应签劳动合同人数。${people.zh}`, en: `Workers with a written contract ÷ those who must have one. ${people.en}` },
    reading: { zh: '应签人数不含返聘、实习、非全日制、劳务派遣。', en: 'Re-employed retirees, interns, part-timers and dispatched workers are not among those who must.' },
    law: { zh: '《劳动合同法》第十条', en: 'Labor Contract Law, art. 10' },
  },
  {
    id: 'insured_share', part: 'insured', base: 'closing_insured', atEnd: true, direction: 'up',
    name: { zh: '参保率', en: 'Insured share' },
    definition: { zh: `参保人数 ÷ 期末人数。${people.zh}`, en: `Workers with social insurance ÷ closing headcount. ${people.en}` },
    reading: { zh: '分母含返聘、实习等依法可不参保的人员，达不到 100% 不等于漏保。', en: 'The base holds retirees and interns who need none: less than 100% is not by itself a breach.' },
  },
  {
    id: 'arrears_share', part: 'arrears_firms', base: 'arrears_known', atEnd: false, direction: 'down',
    name: { zh: '欠薪企业占比', en: 'Firms with wage arrears' },
    definition: { zh: '期内各月报有欠薪的企业数之和 ÷ 各月填报是否欠薪的企业数之和，是月均比例；只按区划、行业填报的行不计。', en: 'Enterprise-months with arrears ÷ enterprise-months that say whether there were any: the average share per month. Rows by area and industry count in neither part.' },
    reading: { zh: '同一企业连续欠薪按月各计一次，区间因此偏窄。企业自报。', en: 'A firm in arrears for months counts in each, so the interval is too narrow. Self-reported.' },
  },
  {
    id: 'identity_broken', part: 'identity_broken', base: 'identity_checked', atEnd: false, direction: 'down',
    name: { zh: '人数不平衡的月报占比', en: 'Reports whose headcount does not add up' },
    definition: { zh: '期内各项都有记录的月报中，期末人数不等于期初人数＋新进－各项减少（相差超过 0.01 人）的比例。', en: 'Of the reports with every part recorded: closing differs from opening + hires − separations by more than 0.01 of a person.' },
    reading: { zh: '数据质量指标。只作提示，不改数。', en: 'A figure of data quality: flagged, never forced.' },
  },
]

const completeness: Metric = {
  id: 'turnover.completeness',
  name: { zh: '用工月报报送率', en: 'Completeness of monthly reports' },
  short: { zh: '月报报送率', en: 'Completeness' },
  definition: {
    zh: '期内各月：报送月报的在册企业数之和 ÷ 各月末存续的在册企业数之和。自首次有月报的月份至最近一次有月报的月份。',
    en: 'Over the months of the period: enterprises of the register that reported ÷ those active at the end of the month, from the first month to the last with any report.',
  },
  reading: { zh: '低于 100% 时，人数是部分企业的合计，比率只代表已报的企业。', en: 'Below 100% headcounts are those of some firms, and rates speak for those that reported.' },
  formula: { kind: 'ratio', of: workforce('reporting'), per: { fact: 'cluster', sum: 'n', axis: 'reported', broadcast: ['panel'] } },
  unit: 'percent',
  digits: 1,
  direction: 'up',
  basis: 'period',
  adds: { time: false, place: false },
}

const massLayoffs: Metric = {
  id: 'turnover.mass_layoffs',
  name: { zh: '较大裁减（企业月）', en: 'Large layoffs (enterprise-months)' },
  short: { zh: '较大裁减', en: 'Large layoffs' },
  definition: {
    zh: '期内单位解除终止人数当月达 20 人以上，或不足 20 人但占当月期初人数 10% 以上的企业月数；后一种须至少 2 人。',
    en: 'Enterprise-months with 20 ends by the employer or more, or fewer that are 10% of the opening headcount or more; of the latter two people at least.',
  },
  reading: { zh: '月报的“单位解除终止”不限于经济性裁员，达到界限只是提示。', en: 'The column holds every end by the employer, not only redundancies: reaching the limit is a hint.' },
  formula: { kind: 'sum', of: workforce('mass_layoffs') },
  unit: 'times',
  digits: 0,
  direction: 'down',
  basis: 'period',
  adds: { time: true, place: true },
  law: { zh: '《上海市集体合同条例》第十五条', en: 'Shanghai Regulations on Collective Contracts, art. 15' },
}

export const turnoverMetrics: readonly Metric[] = [
  ...flows.flatMap((flow) => bases.map((base) => monthly(flow, base))),
  ...flows.filter((flow) => flow.yearly).flatMap((flow) => bases.map((base) => yearly(flow, base))),
  ...flows.filter((flow) => flow.yearly).map(counted),
  headcount('employment', 'employed', { zh: '月均用工人数', en: 'Employment, monthly mean' }, { zh: '用工人数', en: 'Employment' }, {
    zh: '各月人数之和的月平均。每行取参考期人数；没有的取期初期末平均；再没有的取有记录的一项。',
    en: 'Mean over the months of the sum of headcounts. A row counts its reference-period employment, else the mean of opening and closing, else the one recorded.',
  }),
  headcount('headcount', 'average_heads', { zh: '平均人数', en: 'Average headcount' }, { zh: '平均人数', en: 'Average headcount' }, {
    zh: '各月（期初人数＋期末人数）÷ 2 之和的月平均。年平均人数即十二个月的平均，不是年初年末两点平均。',
    en: 'Mean over the months of the sum of (opening + closing) ÷ 2. That of a year is the mean of its months, not of its two ends.',
  }),
  ...shares.map(share),
  massLayoffs,
  completeness,
]

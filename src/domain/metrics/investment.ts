import type { Bilingual } from '../text'
import type { Formula, Metric, Operand } from './metric'

const flows = (sum: string): Operand => ({ fact: 'flows', sum, axis: 'month' })
const leads = (sum: string): Operand => ({ fact: 'leads', sum, axis: 'opened' })
const firms = (axis: string): Operand => ({ fact: 'firm_survival', sum: 'n', axis })

const byMonth = { zh: '按经营主体增减月报，未满的月份不计。', en: 'From the monthly report of entities; an unfinished month is left out.' }

type Words = readonly [zh: string, en: string]

const words = ([zh, en]: Words): Bilingual => ({ zh, en })

const flow = (id: string, name: Words, short: Words, definition: Words, formula: Formula, direction: Metric['direction'] = 'neutral'): Metric => ({
  id: `investment.${id}`,
  name: words(name),
  short: words(short),
  definition: words(definition),
  reading: byMonth,
  formula,
  unit: 'entity',
  digits: 0,
  direction,
  basis: 'period',
  adds: { time: true, place: true },
})

const perThousand = (id: string, sum: string, name: Words, short: Words, what: Words, direction: Metric['direction']): Metric => ({
  id: `investment.${id}`,
  name: words(name),
  short: words(short),
  definition: {
    zh: `期内${what[0]}户数 ÷（各月期末户数之和 ÷ 12）× 1000。没有期末户数的地区、行业和月份，分子分母都不计。`,
    en: `Entities ${what[1]} in the period ÷ (month-end stocks ÷ 12) × 1,000. Where a month has no stock of a place or trade, neither part counts it.`,
  },
  reading: { zh: '年率，可与不同长短的时期比较。', en: 'A yearly rate, comparable across periods of any length.' },
  formula: { kind: 'rate', of: flows(sum), per: flows('entity_years'), scale: 1000 },
  unit: 'per_1000_entities',
  digits: 1,
  direction,
  basis: 'period',
  adds: { time: false, place: false },
  context: { zh: '平均户数，年率', en: 'of the mean stock, a year' },
})

const survives = (id: string, axis: string, days: number, zh: string, en: string): Metric => ({
  id: `investment.${id}`,
  name: { zh: `新设企业${zh}存续率`, en: `New firms alive after ${en}` },
  short: { zh: `${zh}存续率`, en: `Alive after ${en}` },
  definition: {
    zh: `成立满 ${days} 天之日在期内的企业，成立后 ${days} 天仍未注销的比例（Kaplan–Meier 法）。迁出的观察到迁出之日，不算注销。只含本数据首月以后成立的企业；已终止而没有终止日期的不计，另列。`,
    en: `Of firms whose ${days}th day after founding falls in the period: the share not closed by then (Kaplan–Meier). A firm that moved away is followed until it went and is not closed. Only firms founded since the first month of the extract; those ended without a date are left out and counted apart.`,
  },
  reading: {
    zh: '首月以前成立的企业，名录里可能只剩仍在的，不能用来算存续。吊销而无日期的未计入，数值可能偏高。',
    en: 'Of older firms the register may hold only the survivors, so they are not used. Firms revoked without a date are left out, which may flatter it.',
  },
  formula: { kind: 'survival', of: firms(axis), events: 'ended', read: { at: 'surviving', days } },
  unit: 'percent',
  digits: 1,
  direction: 'up',
  basis: 'cohort',
  adds: { time: false, place: false },
})

const step = (id: string, sum: string, name: Words, definition: Words, direction: Metric['direction'] = 'neutral'): Metric => ({
  id: `investment.${id}`,
  name: words(name),
  short: words(name),
  definition: words(definition),
  reading: {
    zh: '按登记日期归期，截至数据截止日的进展；到达后一步的，前面各步都算到达。流失的只凭日期判断到过哪一步。',
    en: 'Booked by date of registration, progress as of the as-of date; a later step implies the earlier ones. How far a lost lead came is told by its dates alone.',
  },
  formula: { kind: 'count', of: leads(sum) },
  unit: 'lead',
  digits: 0,
  direction,
  basis: 'cohort',
  adds: { time: true, place: true },
})

const money = (id: string, of: Operand, name: Words, short: Words, definition: Words, reading: Words): Metric => ({
  id: `investment.${id}`,
  name: words(name),
  short: words(short),
  definition: words(definition),
  reading: words(reading),
  formula: { kind: 'sum', of },
  unit: 'yuan',
  digits: 0,
  direction: 'neutral',
  basis: of.fact === 'leads' ? 'cohort' : 'period',
  adds: { time: true, place: true },
})

const landed: Operand = { fact: 'lead_days', sum: 'landed', axis: 'landed' }

export const investmentMetrics: readonly Metric[] = [
  flow('entries', ['新设经营主体', 'New entities'], ['新设户数', 'Entries'], ['期内新设登记的经营主体户数。', 'Entities newly registered in the period.'], { kind: 'count', of: flows('entries') }, 'up'),
  flow('exits', ['注销经营主体', 'Entities closed'], ['注销户数', 'Exits'], ['期内注销登记的经营主体户数，不含迁出。', 'Entities struck off in the period; those that moved away are not.'], { kind: 'count', of: flows('exits') }, 'down'),
  flow('net', ['净新设户数（新设－注销）', 'Net entries (entries − exits)'], ['净新设', 'Net entries'], ['新设户数减注销户数，不含迁入迁出。', 'Entries less exits, without moves.'], { kind: 'sum', of: flows('net') }, 'up'),
  flow('net_change', ['户数净变化（含迁移）', 'Net change (with moves)'], ['净变化', 'Net change'], ['新设＋迁入－注销－迁出，即户数的净变化；迁入迁出未填的行不计。', 'Entries + moved in − exits − moved out, the change of the stock; rows without both moves are left out.'], { kind: 'sum', of: flows('change') }, 'up'),
  flow('moved_in', ['迁入户数', 'Moved in'], ['迁入', 'Moved in'], ['期内由外地迁入的经营主体户数。', 'Entities that moved in from elsewhere in the period.'], { kind: 'count', of: flows('moved_in') }, 'up'),
  flow('moved_out', ['迁出户数', 'Moved out'], ['迁出', 'Moved out'], ['期内迁往外地的经营主体户数。', 'Entities that moved elsewhere in the period.'], { kind: 'count', of: flows('moved_out') }, 'down'),
  {
    id: 'investment.stock',
    name: { zh: '期末经营主体户数', en: 'Entities at the end' },
    short: { zh: '期末户数', en: 'Stock' },
    definition: { zh: '期内最后一个有月报的月份的期末户数之和。没有填期末户数的地区、行业不在其中，也不当作零，缺多少见“期末户数填报率”。', en: 'Month-end stocks of the last month reported in the period, added up. Places and trades without a stock are not in it, and are not zero: see the share of stocks reported.' },
    reading: { zh: '时点数，不可按月相加。期末户数填报率低于 100% 时只是部分地区、行业的合计，不是全部。', en: 'A state: never add months. Below 100% of stocks reported it is the sum of some places and trades, not of all.' },
    formula: { kind: 'sum', reads: 'end', of: flows('stock_end') },
    unit: 'entity',
    digits: 0,
    direction: 'up',
    basis: 'snapshot',
    adds: { time: false, place: true },
  },
  {
    id: 'investment.stock_known',
    name: { zh: '期末户数填报率', en: 'Stocks reported' },
    short: { zh: '户数填报率', en: 'Stocks reported' },
    definition: {
      zh: '期内最后一个有月报的月份：填了期末户数的行（区划×行业×规模）÷ 应填的行。有行而没填的、上次户数不为零而当月没有行的、首次出现前按该行推算已有户数的，都算应填未填。',
      en: 'Of the last month reported in the period: rows (place × trade × size) with a stock ÷ rows due. Due without it: a row that leaves it blank, none where the stock last told is not 0, and the months before a first row that tells of an older stock.',
    },
    reading: { zh: '低于 100% 时，期末户数只是一部分。', en: 'Below 100% the number of entities is that of a part.' },
    formula: { kind: 'share', of: flows('stocked'), per: flows('stocked'), plus: flows('stock_missing'), reads: 'end' },
    unit: 'percent',
    digits: 1,
    direction: 'up',
    basis: 'snapshot',
    adds: { time: false, place: false },
  },
  perThousand('entries_per_1000', 'stocked_entries', ['每千户新设数（年率）', 'Entries per 1,000 entities a year'], ['每千户新设', 'Entries per 1,000'], ['新设', 'newly registered'], 'up'),
  perThousand('exits_per_1000', 'stocked_exits', ['每千户注销数（年率）', 'Exits per 1,000 entities a year'], ['每千户注销', 'Exits per 1,000'], ['注销', 'struck off'], 'down'),
  money('capital', flows('capital'), ['新设注册资本', 'Registered capital'], ['注册资本', 'Capital'], ['期内月报所报新设经营主体的注册资本之和。', 'Registered capital of the new entities as reported monthly, added up.'], ['认缴数，不是实际到位的资金；未填的行不计，也不当作零。', 'Subscribed, not paid in; rows without it add nothing and are not zero.']),
  {
    id: 'investment.stock_identity',
    name: { zh: '户数平衡率', en: 'Stocks that add up' },
    short: { zh: '户数平衡', en: 'Add up' },
    definition: {
      zh: '期末户数＝上月期末＋新设＋迁入－注销－迁出成立的行 ÷ 可核对的行。上月或本月没有期末户数、迁入迁出未填的行不可核对。',
      en: 'Rows in which stock = stock a month before + entries + moved in − exits − moved out, of the rows that can be checked: both stocks and both moves reported.',
    },
    reading: { zh: '数据质量指标：不平的行说明月报前后不一致。', en: 'A figure of data quality: rows that do not add up contradict the month before.' },
    formula: { kind: 'share', of: flows('balanced'), per: flows('checkable') },
    unit: 'percent',
    digits: 1,
    direction: 'up',
    basis: 'period',
    adds: { time: false, place: false },
  },
  survives('survival_12m', 'year1', 365, '满一年', 'one year'),
  survives('survival_24m', 'year2', 730, '满两年', 'two years'),
  {
    ...survives('survival_median', 'opened', 365, '', ''),
    name: { zh: '新设企业存续天数中位数', en: 'Median life of new firms' },
    short: { zh: '存续中位数', en: 'Median life' },
    definition: {
      zh: '期内成立的企业，从成立到注销的天数中位数（Kaplan–Meier 法，仍在的留在其中，迁出的观察到迁出之日）。只含本数据首月以后成立的企业；已终止而没有终止日期的不计，另列。',
      en: 'Of firms founded in the period: median days from founding to closing (Kaplan–Meier; those alive stay in, one that moved away is followed until it went). Only firms founded since the first month of the extract; those ended without a date are left out and counted apart.',
    },
    formula: { kind: 'survival', of: firms('opened'), events: 'ended', read: { at: 'median' } },
    unit: 'day',
    digits: 0,
  },
  {
    id: 'investment.firms_undated',
    name: { zh: '终止日期不明的新设企业', en: 'New firms that ended on an unknown day' },
    short: { zh: '终止日期不明', en: 'End undated' },
    definition: { zh: '期内成立的企业中，已吊销、注销或迁出而没有终止日期，或终止早于成立的家数；不计入存续率。', en: 'Firms founded in the period that were revoked, closed or moved away without a date, or with one before their founding; they are in no survival figure.' },
    reading: { zh: '越多，存续率越不可靠。', en: 'The more there are, the less survival figures are worth.' },
    formula: { kind: 'sum', of: { ...firms('opened'), sum: 'undated' } },
    unit: 'enterprise',
    digits: 0,
    direction: 'down',
    basis: 'cohort',
    adds: { time: true, place: true },
  },
  step('leads', 'n', ['登记线索', 'Leads registered'], ['期内登记的招商线索条数。', 'Investment leads registered in the period.'], 'up'),
  step('leads_visited', 'visited', ['已考察', 'Visited'], ['期内登记的线索中已考察的。', 'Of the leads registered: a visit has taken place.']),
  step('leads_negotiated', 'negotiated', ['已洽谈', 'In negotiation or beyond'], ['期内登记的线索中已进入洽谈的。', 'Of the leads registered: negotiation has begun.']),
  step('leads_signed', 'signed', ['已签约', 'Signed'], ['期内登记的线索中已签约的，含以后落地的，也含签约后流失的。', 'Of the leads registered: signed, whether since landed or lost.']),
  step('leads_landed', 'landed', ['已落地', 'Landed'], ['期内登记的线索中已落地的。', 'Of the leads registered: landed.'], 'up'),
  step('leads_lost', 'lost', ['已流失', 'Lost'], ['期内登记的线索中已流失的。', 'Of the leads registered: lost.'], 'down'),
  {
    ...step('leads_open', 'open', ['在谈线索', 'Leads open'], ['数据截止日既未落地也未流失的线索，可按阶段分。', 'Leads neither landed nor lost at the as-of date; can be split by stage.']),
    reading: { zh: '只有截止日的数，没有历史。', en: 'Known for the as-of date only.' },
    formula: { kind: 'snapshot', of: leads('open') },
    basis: 'snapshot',
    adds: { time: false, place: true },
  },
  {
    id: 'investment.leads_waiting',
    name: { zh: '已签约未落地', en: 'Signed, not landed' },
    short: { zh: '签约未落地', en: 'Signed, not landed' },
    definition: { zh: '数据截止日已签约、尚未落地也未流失的线索。', en: 'Leads signed at the as-of date, neither landed nor lost.' },
    reading: { zh: '只有截止日的数，没有历史。名单另列。', en: 'Known for the as-of date only; they are listed.' },
    formula: { kind: 'snapshot', of: leads('waiting') },
    unit: 'lead',
    digits: 0,
    direction: 'neutral',
    basis: 'snapshot',
    adds: { time: false, place: true },
  },
  {
    id: 'investment.landing_365d',
    name: { zh: '线索一年内落地率', en: 'Leads landed within a year' },
    short: { zh: '一年落地率', en: 'Landed in a year' },
    definition: {
      zh: '登记满 365 天之日在期内的线索，365 天内落地的比例（Aalen–Johansen 法）。仍在谈的留在分母，流失与落地相竞争。已落地或流失而没有日期的不计。',
      en: 'Of leads whose 365th day falls in the period: the share landed by then (Aalen–Johansen). Open leads stay in, losing a lead competes with landing. Leads that landed or were lost without a date are left out.',
    },
    reading: { zh: '各期观察同样长，可以比较。', en: 'Every period is followed for the same time, so they compare.' },
    formula: { kind: 'survival', of: { fact: 'lead_days', sum: 'n', axis: 'year1' }, events: 'landed', lost: 'lost', read: { at: 'ended', days: 365 } },
    unit: 'percent',
    digits: 1,
    direction: 'up',
    basis: 'cohort',
    adds: { time: false, place: false },
  },
  {
    id: 'investment.landing_days_median',
    name: { zh: '落地用时中位数', en: 'Median days to landing' },
    short: { zh: '落地用时', en: 'Days to landing' },
    definition: { zh: '期内落地的线索，从登记到落地的日历天数中位数。', en: 'Of leads landed in the period: median calendar days from registration to landing.' },
    reading: { zh: '只含已落地的；在谈的、流失的不在其中，应与落地率一并看。', en: 'Landed ones only; read it with the share that lands.' },
    formula: { kind: 'quantile', of: landed, q: 0.5 },
    unit: 'day',
    digits: 0,
    direction: 'down',
    basis: 'period',
    adds: { time: false, place: false },
  },
  money('leads_amount', leads('amount'), ['意向金额', 'Amount intended'], ['意向金额', 'Intended'], ['期内登记的线索的意向金额之和，含以后流失的。', 'Amounts intended in the leads registered, those since lost included.'], ['意向不等于投资；未填的不计，也不当作零。', 'An intention is no investment; leads without an amount add nothing and are not zero.']),
  money('committed_amount', leads('committed'), ['签约及落地金额', 'Amount committed'], ['签约落地金额', 'Committed'], ['期内登记的线索中，截止日已签约或已落地的意向金额之和；签约后流失的不计。', 'Amounts of the leads registered that are signed or landed at the as-of date; signed ones since lost are not.'], ['按意向金额计，不是到位资金；未填金额的不计。', 'By the amount intended, not paid in; leads without one add nothing.']),
]

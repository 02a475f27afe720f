import { sourceTables } from '../../../src/domain/tables/index'
import type { Column, SourceTable } from '../../../src/domain/tables/table'
import type { Bilingual } from '../../../src/domain/text'
import { allowedIn } from './allowed'
import type { RuleText } from './rule'
import { blankRules, flagRules, rejectRules } from './rules'

/** Checks of single cells that every table shares; their ids are `<table>.<column>.<kind>`. */
export type CellCheck =
  | 'required' | 'type' | 'unknown_place' | 'ambiguous_place' | 'place_not_listed' | 'unknown_industry'
  | 'unknown_union' | 'ambiguous_union' | 'unknown_table' | 'period' | 'person_name' | 'unknown_metric' | 'percent' | 'above_one'

/** Tables in whose numbers a row without a readable period has no part. */
const byPeriod: ReadonlySet<string> = new Set(['indicator_scores', 'targets'])

/** Goalposts that cannot be read are not blank ones: scores would be taken for points. */
const goalposts: ReadonlySet<string> = new Set(['goal_low', 'goal_high'])

/** Whether a row is left out when this cell of it cannot be read. */
export const mustBeReadable = (column: Column): boolean => column.required === true || goalposts.has(column.name)

const cellTexts: Readonly<Record<CellCheck, (column: Column, table: SourceTable) => Bilingual>> = {
  required: column => ({ zh: `没有填写${column.zh}`, en: `${column.name} is not filled in` }),
  type: (column) => {
    const allowed = allowedIn(column)
    const text = { zh: `${column.zh}无法识别${allowed === null ? '' : `（应为${allowed.zh}）`}`, en: `${column.name} cannot be read${allowed === null ? '' : ` (must be ${allowed.en})`}` }
    return mustBeReadable(column) ? text : { zh: `${text.zh}，按空缺处理`, en: `${text.en}; taken as missing` }
  },
  unknown_place: column => ({ zh: `${column.zh}：本街道内没有这个居民区，按空缺处理`, en: `${column.name}: no such committee in the street; taken as missing` }),
  ambiguous_place: column => ({ zh: `${column.zh}：名称对应多个区划，按空缺处理`, en: `${column.name}: the name fits several places; taken as missing` }),
  place_not_listed: column => ({ zh: `${column.zh}不在区划表中`, en: `${column.name} is not in the table of areas` }),
  unknown_union: column => ({ zh: `${column.zh}：工会组织表中没有这个工会或居民区`, en: `${column.name}: no such union or committee in the table of unions` }),
  ambiguous_union: column => ({ zh: `${column.zh}：名称对应多个工会，未作匹配`, en: `${column.name}: the name fits several unions; not matched` }),
  unknown_table: column => ({ zh: `${column.zh}：不是台账的表名`, en: `${column.name} names no ledger` }),
  period: (column, table) => byPeriod.has(table.name)
    ? { zh: `${column.zh}应写作 2025、2025-Q1 或 2025-03；本行无法归期，不参与计算`, en: `${column.name} must be written as 2025, 2025-Q1 or 2025-03; the row belongs to no period and enters no number` }
    : { zh: `${column.zh}应写作 2025、2025-Q1 或 2025-03`, en: `${column.name} must be written as 2025, 2025-Q1 or 2025-03` },
  unknown_metric: column => ({ zh: `${column.zh}：没有这个指标编号（或方括号里的成员），本行未采用；编号见 npm run ask -- --list`, en: `${column.name}: no such metric (or member in brackets); the row is not used; see npm run ask -- --list` }),
  percent: column => ({ zh: `${column.zh}写了百分号，但该指标不是占比，请写数字本身（如 12）`, en: `${column.name} has a percent sign, but the metric is no share; write the number itself, such as 12` }),
  above_one: column => ({ zh: `${column.zh}大于 1，即超过 100%；占比请写 0.85 或 85%`, en: `${column.name} is above 1, that is above 100 %; write a share as 0.85 or 85%` }),
  person_name: column => ({ zh: `${column.zh}像是姓名，已改为代号`, en: `${column.name} looks like a person's name; replaced by a code` }),
  unknown_industry: column => ({ zh: `${column.zh}无法识别为国民经济行业分类，按空缺处理`, en: `${column.name} is no industry of GB/T 4754; taken as missing` }),
}

export const cellRule = (table: SourceTable, column: Column, kind: CellCheck): RuleText =>
  ({ id: `${table.name}.${column.name}.${kind}`, ...cellTexts[kind](column, table) })

const text = (id: string, zh: string, en: string): RuleText => ({ id, zh, en })

/** Findings that are not about one cell's form. */
export const findings = {
  total: text('row.total', '合计行，不计入数据', 'a total row; not data'),
  note: text('row.note', '说明文字，不计入数据', 'a note; not data'),
  repeatedHeader: text('row.repeated_header', '重复的表头，不计入数据', 'a repeated header; not data'),
  extraCells: text('row.extra_cells', '单元格多于表头列数，可能有错列', 'more cells than the header has columns; cells may have shifted'),
  fileIgnored: text('file.ignored', '文件或工作表未读取', 'file or sheet not read'),
  noRows: text('file.no_rows', '只有表头，没有数据行', 'a header without data rows'),
  titleUnit: text('file.title_unit', '按标题所写单位换算金额', 'amounts converted by the unit that the title states'),
  divisionByZero: text('mapping.division_by_zero', '按映射计算时除数为 0，按空缺处理', 'the mapping divides by zero here; taken as missing'),
  idMade: text('disputes.id_repeats', '由列拼成的编号重复，已加序号区分', 'an id made from columns repeats; a counter tells the rows apart'),
  unmatchedFirm: text('enterprise.unmatched', '单位名称或信用代码在企业台账中没有对应企业', 'neither enterprise_name nor uscc is that of an enterprise in enterprises'),
  unknownFirmId: text('enterprise.unknown_id', '企业编号在企业台账中不存在', 'enterprise_id is not in enterprises'),
  ambiguousFirm: text('enterprise.ambiguous', '企业台账中有多家同名企业，未作匹配', 'several enterprises in enterprises bear this name; not matched'),
  creditCode: text('enterprises.uscc.check', '统一社会信用代码未通过 GB 32100 校验，多半有错字', 'uscc fails the check of GB 32100; most likely a slip'),
  sizeDiffers: text('enterprises.size_class.derived', '所填规模与按 2017 年划型标准推算的不一致', 'the size_class given differs from the one that the 2017 rule gives'),
  duplicateDispute: text('disputes.duplicate', '同一案件重复登记：保留已结案的一行，都未结案则保留后一行', 'one case booked twice: the closed row is kept, else the later one'),
  carriedOver: text('disputes.carried_over', '跨年（期）结转：上一本台账的未结案件在后一本再次登记，已按后一本计为一件，属正常，无需处理', 'carried over: a case pending in one book stands again in a later one; counted once, by the later row; nothing to do'),
  numberReused: text('disputes.number_reused', '案件编号相同但申请日期不同，疑为不同案件共用编号：只保留一行', 'one number with different application dates, probably two cases: only one row is kept'),
  replacedWithCase: text('case.replaced', '所属案件行已被另一行取代，其过程一并不用', 'its case row was replaced by another, and its steps with it'),
  stepReplaced: text('step.repeated', '同一环节（场次）重复登记：有结束日期的一行优先，否则保留后一行；不计为差错', 'one step booked twice: the row with an end is kept, else the later one; no fault'),
  asOfOutlier: text('as_of.outlier', '日期远晚于其余数据，且只有极少数行如此，会使数据截止日推后，请核对', 'a date far after all others, in very few rows; it would move the as-of date; check it'),
  inFuture: text('date.in_future', '日期晚于生成数据包的当天，不用来定数据截止日，请改正', 'a date after the day on which the extract was made; it does not set the as-of date; correct it'),
  asOfEarly: text('as_of.before_data', '指定的截止日早于全部数据', 'the as-of date given lies before all data'),
  asOfLate: text('as_of.after_data', '指定的截止日比数据中最后的日期晚三个月以上，其间按没有发生计', 'the as-of date given lies more than three months after the last date in the data; nothing counts as having happened in between'),
  asOfAhead: text('as_of.in_future', '指定的截止日晚于生成数据包的当天', 'the as-of date given lies after the day on which the extract was made'),
} as const satisfies Record<string, RuleText>

/** The columns that tell the rows of a table apart; where there are two sets of them, each row has one. */
const keysOf = (table: SourceTable): Bilingual => {
  const zhOf = (name: string): string => table.columns.find(column => column.name === name)?.zh ?? name
  return { zh: table.keys.map(key => key.map(zhOf).join('、')).join('或'), en: table.keys.map(key => key.join(', ')).join(' or ') }
}

export const duplicateKey = (table: SourceTable): RuleText =>
  text(`${table.name}.duplicate_key`, `${keysOf(table).zh}与前面的行重复，保留先出现的一行`, `the same ${keysOf(table).en} as an earlier row, which is kept`)

const tableRules: readonly RuleText[] = sourceTables.flatMap(table => [
  duplicateKey(table),
  ...table.columns.flatMap(column => (Object.keys(cellTexts) as CellCheck[]).map(kind => cellRule(table, column, kind))),
])

const byId: ReadonlyMap<string, RuleText> =
  new Map([...tableRules, ...rejectRules, ...blankRules, ...flagRules, ...Object.values(findings)].map(rule => [rule.id, rule]))

/** What a rule id says, without any value; null for an id of no rule. */
export const ruleText = (id: string): RuleText | null => byId.get(id) ?? null

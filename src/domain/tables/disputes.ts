import type { SourceTable } from './table'

export const disputes: SourceTable = {
  name: 'disputes',
  zh: '劳动争议台账',
  grain: 'one row per dispute',
  keys: [['dispute_id']],
  subject: 'disputes',
  privacy: 'internal',
  columns: [
    { name: 'dispute_id', zh: '案件编号', type: 'text', required: true, alsoWritten: ['编号', '案号', '序号'] },
    { name: 'enterprise_id', zh: '企业编号', type: 'text' },
    { name: 'enterprise_name', zh: '单位名称', type: 'text', note: 'matching only; never leaves the raw stage', alsoWritten: ['被申请人', '用人单位', '企业名称', '单位'], raw: true },
    { name: 'uscc', zh: '统一社会信用代码', type: 'text', note: 'matching only; never leaves the raw stage', alsoWritten: ['信用代码'], raw: true },
    { name: 'source_channel', zh: '来源渠道', type: 'enum', values: 'source_channel' },
    { name: 'case_group', zh: '批次编号', type: 'text', note: 'one batch against one employer booked as several rows; collective is judged on the batch' },
    { name: 'area_code', zh: '区划代码', type: 'text', note: 'a committee name within the street is accepted and matched; taken from the enterprise where empty', alsoWritten: ['居民区', '居委', '所属居民区', '所在社区'] },
    { name: 'industry_code', zh: '行业代码', type: 'text', note: 'taken from the enterprise where empty' },
    { name: 'opened_on', zh: '申请日期', type: 'date', required: true, note: 'date of the first application anywhere in the street', alsoWritten: ['登记日期', '来访日期', '收案日期', '申请时间'] },
    { name: 'accepted_on', zh: '受理日期', type: 'date' },
    { name: 'closed_on', zh: '结案日期', type: 'date', note: 'empty = pending', alsoWritten: ['办结日期', '结案时间', '办结时间'] },
    { name: 'cause', zh: '争议类型', type: 'enum', values: 'cause', note: 'the primary claim; empty = not recorded', alsoWritten: ['案由', '争议事项', '诉求类型'] },
    { name: 'workers', zh: '涉及人数', type: 'int', unit: 'person', note: '人次 when summed over cases; a batch of 10 or more with a common claim is collective (Mediation and Arbitration Law art. 7)', alsoWritten: ['人数', '申请人数'] },
    { name: 'women', zh: '其中女职工', type: 'int', unit: 'person' },
    { name: 'amount_claimed', zh: '诉求金额(元)', type: 'decimal', unit: 'CNY', alsoWritten: ['请求金额', '标的额'] },
    { name: 'amount_agreed', zh: '协议金额(元)', type: 'decimal', unit: 'CNY', alsoWritten: ['调解金额', '涉案金额', '补偿金额'] },
    { name: 'final_stage', zh: '办结层级', type: 'enum', values: 'stage', note: 'tier1 企业内部协商 tier2 联合工会调解 tier3 街道联动处置', alsoWritten: ['调处层级', '化解层级'] },
    { name: 'outcome', zh: '结果', type: 'enum', values: 'outcome', alsoWritten: ['处理结果', '调解结果', '办理结果'] },
    { name: 'due_on', zh: '约定履行日期', type: 'date' },
    { name: 'performed_on', zh: '实际履行日期', type: 'date' },
    { name: 'agreement_form', zh: '协议形式', type: 'enum', values: 'agreement_form' },
    { name: 'performance', zh: '履行情况', type: 'enum', values: 'performance' },
    { name: 'amount_performed', zh: '实际履行金额(元)', type: 'decimal', unit: 'CNY' },
    { name: 'hired_on', zh: '入职日期', type: 'date', note: 'contract disputes turn on it (Labor Contract Law 10 and 82)' },
    { name: 'written_notice', zh: '是否书面通知签订', type: 'bool' },
  ],
}

export const disputeStages: SourceTable = {
  name: 'dispute_stages',
  zh: '争议调处过程',
  grain: 'one row per stage entered by a dispute',
  keys: [['dispute_id', 'seq']],
  subject: 'disputes',
  privacy: 'internal',
  columns: [
    { name: 'dispute_id', zh: '案件编号', type: 'text', required: true },
    { name: 'seq', zh: '序号', type: 'int', required: true, note: '1 2 3 … without a gap' },
    { name: 'stage', zh: '层级', type: 'enum', required: true, values: 'stage', note: 'a case may come back down (仲裁委托调解): the ladder draws it' },
    { name: 'applied_on', zh: '进入日期', type: 'date', required: true, note: 'receipt of the application by this body; the 15 days of a mediation stage count from here', alsoWritten: ['收到申请日期'] },
    { name: 'accepted_on', zh: '受理日期', type: 'date' },
    { name: 'ended_on', zh: '结束日期', type: 'date' },
    { name: 'result', zh: '结果', type: 'enum', required: true, values: 'result', note: 'escalated is derived: the next row is a higher rung; referred = sideways (移送 转办)' },
    { name: 'body', zh: '经办组织', type: 'enum', values: 'body', note: 'art. 10 names the kinds of mediation body' },
    { name: 'recorded_by', zh: '记录来源', type: 'enum', values: 'recorded_by', note: 'inferred rows are drawn but never enter a rate' },
    { name: 'extended_to', zh: '双方同意延期至', type: 'date' },
    { name: 'departments', zh: '联动部门', type: 'text', note: 'list of participating departments (tier 3)' },
  ],
}

export const mediationSessions: SourceTable = {
  name: 'mediation_sessions',
  zh: '调解场次',
  grain: 'one row per session',
  keys: [['dispute_id', 'seq']],
  subject: 'disputes',
  privacy: 'internal',
  columns: [
    { name: 'dispute_id', zh: '案件编号', type: 'text', required: true },
    { name: 'seq', zh: '序号', type: 'int', required: true },
    { name: 'held_on', zh: '日期', type: 'date', required: true },
    { name: 'mode', zh: '方式', type: 'enum', required: true, values: 'mode', note: 'caucus 背靠背 joint 面对面' },
    { name: 'minutes', zh: '时长(分钟)', type: 'int', unit: 'minute' },
  ],
}

export const disputeClaims: SourceTable = {
  name: 'dispute_claims',
  zh: '争议诉求',
  grain: 'one row per dispute and claim',
  keys: [['dispute_id', 'seq']],
  subject: 'disputes',
  privacy: 'internal',
  columns: [
    { name: 'dispute_id', zh: '案件编号', type: 'text', required: true },
    { name: 'seq', zh: '序号', type: 'int', required: true },
    { name: 'cause', zh: '诉求', type: 'enum', required: true, values: 'cause', note: 'shares by claim and shares by dispute are different metrics' },
    { name: 'amount', zh: '金额(元)', type: 'decimal', unit: 'CNY' },
  ],
}

export const supervisionLetters: SourceTable = {
  name: 'supervision_letters',
  zh: '工会劳动法律监督文书',
  grain: 'one row per letter (一函两书)',
  keys: [['letter_id']],
  subject: 'disputes',
  privacy: 'internal',
  columns: [
    { name: 'letter_id', zh: '文书编号', type: 'text', required: true },
    { name: 'enterprise_id', zh: '企业编号', type: 'text' },
    { name: 'dispute_id', zh: '案件编号', type: 'text' },
    { name: 'kind', zh: '文书种类', type: 'enum', required: true, values: 'letter_kind', note: '提示函 意见书 建议书' },
    { name: 'issued_on', zh: '发出日期', type: 'date', required: true },
    { name: 'due_on', zh: '整改期限', type: 'date' },
    { name: 'corrected_on', zh: '整改完成日期', type: 'date' },
  ],
}

export const externalCases: SourceTable = {
  name: 'external_cases',
  zh: '外部渠道案件月报',
  grain: 'one row per area channel cause and month (arbitration court hotlines petitions)',
  keys: [['area_code', 'channel', 'cause', 'month']],
  subject: 'disputes',
  privacy: 'internal',
  columns: [
    { name: 'area_code', zh: '区划代码', type: 'text', required: true },
    { name: 'channel', zh: '渠道', type: 'enum', required: true, values: 'channel' },
    { name: 'cause', zh: '争议类型', type: 'enum', values: 'cause' },
    { name: 'month', zh: '月份', type: 'month', required: true },
    { name: 'accepted', zh: '受理数', type: 'int', unit: 'case' },
    { name: 'closed', zh: '办结数', type: 'int', unit: 'case' },
    { name: 'mediated', zh: '其中调解', type: 'int', unit: 'case' },
    { name: 'workers', zh: '涉及人数', type: 'int', unit: 'person' },
    { name: 'amount', zh: '涉及金额(元)', type: 'decimal', unit: 'CNY' },
    { name: 'bypassed', zh: '未经基层调解', type: 'int', unit: 'case' },
  ],
}

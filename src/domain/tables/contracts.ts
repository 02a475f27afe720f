import type { SourceTable } from './table'

export const contracts: SourceTable = {
  name: 'contracts',
  zh: '集体合同台账',
  grain: 'one row per contract',
  keys: [['contract_id']],
  subject: 'contracts',
  privacy: 'internal',
  columns: [
    { name: 'contract_id', zh: '合同编号', type: 'text', required: true },
    { name: 'type', zh: '合同类型', type: 'enum', required: true, values: 'contract_type', note: '集体合同 / 工资专项 / 女职工权益保护专项 / 劳动安全卫生专项' },
    { name: 'scope', zh: '范围', type: 'enum', required: true, values: 'scope' },
    { name: 'union_id', zh: '工会编号', type: 'text' },
    { name: 'requested_on', zh: '要约日期', type: 'date' },
    { name: 'replied_on', zh: '回应日期', type: 'date', note: 'Shanghai: written reply within 15 days' },
    { name: 'adopted_on', zh: '通过日期', type: 'date' },
    { name: 'signed_on', zh: '签订日期', type: 'date', note: 'on every real ledger' },
    { name: 'notified_on', zh: '书面告知企业日期', type: 'date', note: 'starts the 10 filing days of an enterprise contract' },
    { name: 'filed_on', zh: '报送日期', type: 'date' },
    { name: 'objected_on', zh: '审查异议日期', type: 'date' },
    { name: 'effective_on', zh: '生效日期', type: 'date', note: 'empty = not recorded: the contract then counts only in expiry metrics' },
    { name: 'expires_on', zh: '到期日期', type: 'date', required: true, note: 'term of 1 to 3 years' },
    { name: 'ended_on', zh: '提前终止日期', type: 'date' },
    { name: 'yes_votes', zh: '赞成票', type: 'int', unit: 'vote' },
    { name: 'reps_total', zh: '代表总数', type: 'int', unit: 'person' },
    { name: 'workers_covered', zh: '覆盖职工数', type: 'int', unit: 'person', note: 'used only where no enterprise list is given' },
    { name: 'requested_by', zh: '要约方', type: 'enum', values: 'requested_by' },
    { name: 'wage_rise_pct', zh: '约定工资增幅(%)', type: 'decimal', unit: 'percent' },
  ],
}

export const contractEnterprises: SourceTable = {
  name: 'contract_enterprises',
  zh: '集体合同覆盖企业',
  grain: 'one row per contract and enterprise bound by it',
  keys: [['contract_id', 'enterprise_id']],
  subject: 'contracts',
  privacy: 'internal',
  columns: [
    { name: 'contract_id', zh: '合同编号', type: 'text', required: true },
    { name: 'enterprise_id', zh: '企业编号', type: 'text', required: true, note: 'or a name or credit code to match it by' },
    { name: 'enterprise_name', zh: '单位名称', type: 'text', note: 'matching only; never leaves the raw stage', alsoWritten: ['企业名称', '用人单位'], raw: true },
    { name: 'uscc', zh: '统一社会信用代码', type: 'text', note: 'matching only; never leaves the raw stage', alsoWritten: ['信用代码'], raw: true },
    { name: 'recognised_on', zh: '认可日期', type: 'date', note: 'empty = bound territorially only' },
    { name: 'workers', zh: '职工数', type: 'int', unit: 'person', note: 'at signing; coverage takes numerator and denominator from one headcount at the date asked and uses this only where there is none' },
    { name: 'women', zh: '女职工数', type: 'int', unit: 'person' },
  ],
}

export const contractClauses: SourceTable = {
  name: 'contract_clauses',
  zh: '集体合同条款',
  grain: 'one row per contract and topic',
  keys: [['contract_id', 'topic']],
  subject: 'contracts',
  privacy: 'internal',
  columns: [
    { name: 'contract_id', zh: '合同编号', type: 'text', required: true },
    { name: 'topic', zh: '条款', type: 'enum', required: true, values: 'topic', note: '劳动报酬 / 工作时间 / 休息休假 / 劳动安全卫生 / 女职工特殊保护' },
    { name: 'present', zh: '是否约定', type: 'bool', required: true },
    { name: 'above_floor', zh: '是否高于法定标准', type: 'bool' },
  ],
}

export const contractInspections: SourceTable = {
  name: 'contract_inspections',
  zh: '集体合同履行检查',
  grain: 'one row per contract and inspection',
  keys: [['contract_id', 'inspected_on']],
  subject: 'contracts',
  privacy: 'internal',
  columns: [
    { name: 'contract_id', zh: '合同编号', type: 'text', required: true },
    { name: 'inspected_on', zh: '检查日期', type: 'date', required: true },
    { name: 'result', zh: '检查结果', type: 'enum', required: true, values: 'inspection_result' },
    { name: 'corrected_on', zh: '整改完成日期', type: 'date' },
  ],
}

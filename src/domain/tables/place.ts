import type { SourceTable } from './table'

export const areas: SourceTable = {
  name: 'areas',
  zh: '区划',
  grain: 'one row per place',
  keys: [['area_code']],
  subject: 'place',
  privacy: 'public',
  columns: [
    { name: 'area_code', zh: '区划代码', type: 'text', required: true, note: '6 / 9 / 12 digits (GB/T 2260 plus statistical codes); the parent\'s code is a prefix' },
    { name: 'name_zh', zh: '名称', type: 'text', required: true, note: 'names repeat between places: never a key' },
    { name: 'name_en', zh: '英文名称', type: 'text' },
    { name: 'level', zh: '级别', type: 'enum', required: true, values: 'areas.level' },
  ],
}

export const unions: SourceTable = {
  name: 'unions',
  zh: '工会组织',
  grain: 'one row per union',
  keys: [['union_id']],
  subject: 'place',
  privacy: 'public',
  columns: [
    { name: 'union_id', zh: '工会编号', type: 'text', required: true },
    { name: 'name_zh', zh: '工会名称', type: 'text', required: true },
    { name: 'name_en', zh: '英文名称', type: 'text' },
    { name: 'level', zh: '级别', type: 'enum', required: true, values: 'unions.level', note: 'joint = residential-area joint union 居民区联合工会' },
    { name: 'parent_union_id', zh: '上级工会编号', type: 'text' },
    { name: 'area_code', zh: '区划代码', type: 'text', required: true },
    { name: 'founded_on', zh: '成立日期', type: 'date' },
    { name: 'members', zh: '会员数', type: 'int', unit: 'person' },
  ],
}

export const enterprises: SourceTable = {
  name: 'enterprises',
  zh: '企业台账',
  grain: 'one row per enterprise',
  keys: [['enterprise_id']],
  subject: 'place',
  privacy: 'internal',
  columns: [
    { name: 'enterprise_id', zh: '企业编号', type: 'text', required: true, note: 'pseudonym; derived by a keyed hash of the credit code or else the normalised name where the ledger has none; never the code itself' },
    { name: 'uscc', zh: '统一社会信用代码', type: 'text', note: 'GB 32100-2015; a failed check digit is a warning; never leaves the raw stage', alsoWritten: ['信用代码', '统一信用代码'], raw: true },
    { name: 'name', zh: '企业名称', type: 'text', note: 'never leaves the raw stage', alsoWritten: ['单位名称', '企业名称', '用人单位'], raw: true },
    { name: 'area_code', zh: '区划代码', type: 'text', required: true, note: '12 digits where known; a committee name within the street is accepted and matched', alsoWritten: ['居民区', '居委', '所属居民区'] },
    { name: 'union_id', zh: '所属联合工会编号', type: 'text' },
    { name: 'industry_code', zh: '行业代码', type: 'text', required: true, note: 'GB/T 4754-2017 section and division such as H62' },
    { name: 'ownership', zh: '所有制', type: 'enum', values: 'ownership' },
    { name: 'opened_on', zh: '成立日期', type: 'date' },
    { name: 'closed_on', zh: '注销日期', type: 'date' },
    { name: 'employees', zh: '从业人员', type: 'int', unit: 'person' },
    { name: 'revenue_wan', zh: '营业收入(万元)', type: 'decimal', unit: '10k CNY' },
    { name: 'assets_wan', zh: '资产总额(万元)', type: 'decimal', unit: '10k CNY' },
    { name: 'size_class', zh: '规模', type: 'enum', values: 'size_class', note: 'derived by the 2017 rule where it is missing' },
    { name: 'status', zh: '经营状态', type: 'enum', values: 'enterprise_status', note: 'closed_on covers 注销 only' },
    { name: 'registered_area_code', zh: '注册地区划代码', type: 'text', note: 'area_code is the place of operation' },
    { name: 'union_joined_on', zh: '建会(入会)日期', type: 'date', note: 'without it coverage has no history' },
    { name: 'employees_band', zh: '从业人员规模段', type: 'enum', values: 'employees_band', note: 'where only a band is known (工会法 11 and 14; 条例 4)' },
  ],
}

export const unionSnapshots: SourceTable = {
  name: 'union_snapshots',
  zh: '工会组织报表',
  grain: 'one row per union and date',
  keys: [['union_id', 'as_of']],
  subject: 'place',
  privacy: 'public',
  columns: [
    { name: 'union_id', zh: '工会编号', type: 'text', required: true },
    { name: 'as_of', zh: '统计日期', type: 'date', required: true },
    { name: 'enterprises_unionised', zh: '建会单位数', type: 'int', unit: 'enterprise' },
    { name: 'workers', zh: '职工数', type: 'int', unit: 'person' },
    { name: 'members', zh: '会员数', type: 'int', unit: 'person' },
    { name: 'members_women', zh: '其中女会员', type: 'int', unit: 'person' },
    { name: 'members_migrant', zh: '其中农民工会员', type: 'int', unit: 'person' },
    { name: 'members_gig', zh: '其中新就业形态会员', type: 'int', unit: 'person' },
  ],
}

export const reports: SourceTable = {
  name: 'reports',
  zh: '报送登记',
  grain: 'one row per table union and period (零报告 included)',
  keys: [['table_name', 'union_id', 'period']],
  subject: 'place',
  privacy: 'internal',
  columns: [
    { name: 'table_name', zh: '报表', type: 'text', required: true, note: 'the contract table name or its Chinese name' },
    { name: 'union_id', zh: '工会编号', type: 'text', required: true },
    { name: 'period', zh: '期间', type: 'text', required: true, note: 'YYYY-MM or YYYY' },
    { name: 'status', zh: '报送状态', type: 'enum', required: true, values: 'report_status', note: 'zero = 零报告: nothing happened and that is known' },
    { name: 'reported_on', zh: '报送日期', type: 'date' },
  ],
}

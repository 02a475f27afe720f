import type { SourceTable } from './table'

export const indicators: SourceTable = {
  name: 'indicators',
  zh: '评价指标体系',
  grain: 'one row per indicator and the date from which it holds',
  keys: [['indicator_id', 'valid_from']],
  subject: 'evaluation',
  privacy: 'public',
  columns: [
    { name: 'indicator_id', zh: '指标编号', type: 'text', required: true },
    { name: 'parent_id', zh: '上级指标编号', type: 'text' },
    { name: 'name_zh', zh: '指标名称', type: 'text', required: true },
    { name: 'name_en', zh: '英文名称', type: 'text' },
    { name: 'weight', zh: '权重', type: 'decimal', required: true, note: 'siblings sum to 1' },
    { name: 'direction', zh: '方向', type: 'enum', required: true, values: 'direction' },
    { name: 'goal_low', zh: '下限', type: 'decimal', note: 'fixed goalposts so that past scores do not move' },
    { name: 'goal_high', zh: '上限', type: 'decimal' },
    { name: 'is_congress', zh: '是否职代会运行指标', type: 'bool' },
    { name: 'valid_from', zh: '启用日期', type: 'date' },
  ],
}

export const indicatorScores: SourceTable = {
  name: 'indicator_scores',
  zh: '评价得分',
  grain: 'one row per indicator unit and period',
  keys: [['indicator_id', 'unit_id', 'period']],
  subject: 'evaluation',
  privacy: 'internal',
  columns: [
    { name: 'indicator_id', zh: '指标编号', type: 'text', required: true, note: 'leaves; a row for the root = a composite supplied by the source which is compared with the computed one and flagged when they differ' },
    { name: 'unit_id', zh: '被评对象编号', type: 'text', required: true, note: 'enterprise union or area' },
    { name: 'unit_kind', zh: '被评对象类型', type: 'enum', required: true, values: 'unit_kind', note: 'the source text evaluates enterprises' },
    { name: 'period', zh: '期间', type: 'text', required: true, note: 'YYYY or YYYY-Qn or YYYY-MM' },
    { name: 'raw', zh: '原始值', type: 'decimal', note: 'empty = not rated and never zero' },
    { name: 'n', zh: '样本数', type: 'int', unit: 'response' },
  ],
}

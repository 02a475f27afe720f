import type { SourceTable } from './table'

export const targets: SourceTable = {
  name: 'targets',
  zh: '目标值',
  grain: 'one row per metric place and period',
  keys: [['metric_id', 'area_code', 'period']],
  subject: 'reference',
  privacy: 'public',
  columns: [
    { name: 'metric_id', zh: '指标', type: 'text', required: true },
    { name: 'area_code', zh: '区划代码', type: 'text' },
    { name: 'period', zh: '期间', type: 'text', required: true },
    { name: 'value', zh: '目标值', type: 'decimal', required: true },
  ],
}

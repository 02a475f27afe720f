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

export const benchmarks: SourceTable = {
  name: 'benchmarks',
  zh: '参考值',
  grain: 'one row per metric geography and period',
  keys: [['metric_id', 'geo', 'period']],
  subject: 'reference',
  privacy: 'public',
  columns: [
    { name: 'metric_id', zh: '指标', type: 'text', required: true },
    { name: 'geo', zh: '地区', type: 'text', required: true },
    { name: 'period', zh: '期间', type: 'text', required: true },
    { name: 'value', zh: '值', type: 'decimal', required: true },
    { name: 'numerator', zh: '分子', type: 'decimal' },
    { name: 'denominator', zh: '分母', type: 'decimal' },
    { name: 'source_title', zh: '来源', type: 'text', required: true },
    { name: 'source_url', zh: '链接', type: 'text' },
    { name: 'published_on', zh: '发布日期', type: 'date' },
    { name: 'grade', zh: '核验等级', type: 'enum', required: true, values: 'grade' },
  ],
}

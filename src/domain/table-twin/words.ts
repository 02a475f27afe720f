import type { Bilingual, Language } from '../text'

const words = {
  period: { zh: '期间', en: 'Period' },
  since: { zh: '记录始于', en: 'Held only from' },
  cut: { zh: '统计至', en: 'Counted up to' },
  numerator: { zh: '分子', en: 'Numerator' },
  denominator: { zh: '分母', en: 'Denominator' },
  low: { zh: '95% 区间下限', en: '95% interval from' },
  high: { zh: '95% 区间上限', en: '95% interval to' },
  yoy: { zh: '上年同期', en: 'Year before' },
  mom: { zh: '上期', en: 'Period before' },
  target: { zh: '目标', en: 'Target' },
  rest: { zh: '其余', en: 'All others' },
  change: { zh: '变化', en: 'Change' },
  days: { zh: '天数', en: 'Days' },
  cases: { zh: '件数', en: 'Cases' },
  running: { zh: '累计占比', en: 'Running share' },
  from: { zh: '原状态', en: 'From' },
  to: { zh: '现状态', en: 'To' },
  number: { zh: '个数', en: 'Number' },
  ended: { zh: '其中已结束', en: 'Ended' },
  lost: { zh: '其中未成而止', en: 'Ended otherwise' },
  open: { zh: '尚未结束的比例', en: 'Share not yet ended' },
  done: { zh: '已办成的比例', en: 'Share that succeeded' },
  total: { zh: '合计', en: 'Total' },
  source: { zh: '来源', en: 'source' },
} as const satisfies Record<string, Bilingual>

export const word = (name: keyof typeof words, language: Language): string => words[name][language]

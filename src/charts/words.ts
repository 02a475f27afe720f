import type { Bilingual, Language } from '../domain/text'

/** Words that charts write by themselves. */
const words = {
  entered: { zh: '进入', en: 'Entered' },
  settled: { zh: '化解', en: 'Settled' },
  closed: { zh: '结案', en: 'Closed' },
  escalated: { zh: '转入下一级', en: 'Passed on' },
  waiting: { zh: '在办', en: 'Waiting' },
  passed: { zh: '转入', en: 'Passed on' },
  other: { zh: '其他', en: 'Other' },
  median: { zh: '中位', en: 'Median' },
  target: { zh: '目标', en: 'Target' },
  targetOf: { zh: '{name}目标', en: '{name}, target' },
  springFestival: { zh: '春节', en: 'Spring Festival' },
  interval: { zh: '95% 区间', en: '95% interval' },
  count: { zh: '分子 / 分母', en: 'Numerator / denominator' },
  yoy: { zh: '上年同期', en: 'Year before' },
  mom: { zh: '上期', en: 'Period before' },
  rest: { zh: '其余', en: 'All others' },
  change: { zh: '变化', en: 'Change' },
  level: { zh: '差异在正常波动范围内', en: 'within normal variation' },
  unfinished: { zh: '统计至', en: 'Counted up to' },
  unfinishedNote: { zh: '空心点：期间未完，统计至', en: 'Hollow point: unfinished, counted up to' },
  others: { zh: '其他', en: 'Others' },
  pooled: { zh: '合计', en: 'Pooled' },
  band95: { zh: '95% 波动带', en: '95% band' },
  band998: { zh: '99.8% 波动带', en: '99.8% band' },
  above: { zh: '高于波动带', en: 'Above the band' },
  below: { zh: '低于波动带', en: 'Below the band' },
  inside: { zh: '在正常波动范围内', en: 'Within normal variation' },
  days: { zh: '天', en: 'days' },
  within: { zh: '日内', en: 'days or less' },
  beyond: { zh: '日以上', en: 'more than' },
  limit: { zh: '日', en: 'days' },
  cases: { zh: '件', en: 'cases' },
  share: { zh: '占比', en: 'Share' },
  notRecorded: { zh: '未记录', en: 'not recorded' },
  nothing: { zh: '没有可显示的数据', en: 'Nothing to show' },
  noEntry: { zh: '无进入', en: 'none entered' },
  missingKey: { zh: '缺数', en: 'Missing' },
  less: { zh: '低', en: 'low' },
  more: { zh: '高', en: 'high' },
  notDrawn: { zh: '单位不同，见表格：', en: 'Other units, see the table: ' },
  unit: { zh: '单位：', en: '' },
  shareOpen: { zh: '尚未结束的比例', en: 'Share not yet ended' },
  shareSurviving: { zh: '存续的比例', en: 'Share surviving' },
  shareDone: { zh: '已办成的比例', en: 'Share that succeeded' },
  atRisk: { zh: '仍在观察', en: 'Still observed' },
  ended: { zh: '已结束', en: 'Ended' },
  lost: { zh: '未成而止', en: 'Ended otherwise' },
  censored: { zh: '期末未结束', en: 'Still open at the end' },
  notClosed: { zh: '未注销', en: 'Not closed' },
  tickFollowed: { zh: '短竖线：观察至此', en: 'Small ticks: followed up to here' },
  bandKey: { zh: '阴影：95% 区间', en: 'Shaded: 95% interval' },
  tickKey: { zh: '短竖线：期末未结束', en: 'Small ticks: still open at the end' },
  moveUp: { zh: '转好', en: 'Up' },
  moveSame: { zh: '不变', en: 'Unchanged' },
  moveDown: { zh: '转差', en: 'Down' },
  moveGone: { zh: '无后续评估', en: 'Not assessed again' },
  ofFirst: { zh: '占首步', en: 'Of the first step' },
  ofBefore: { zh: '占上一步', en: 'Of the step before' },
  outOfRange: { zh: '在所示范围以外', en: 'beyond what is shown' },
  value: { zh: '数值', en: 'Value' },
  number: { zh: '个数', en: 'Number' },
  source: { zh: '来源', en: 'Source' },
  dotted: { zh: '点线：', en: 'Dotted: ' },
  dashed: { zh: '虚线：', en: 'Dashed: ' },
} as const satisfies Record<string, Bilingual>

export type Word = keyof typeof words

export const word = (name: Word, language: Language): string => words[name][language]

/** Parts of a sentence or a line of figures. */
export const joined = (parts: readonly string[], language: Language): string => parts.join(language === 'zh' ? '，' : ', ')
export const listed = (parts: readonly string[], language: Language): string => parts.join(language === 'zh' ? '；' : '; ')
export const stop = (language: Language): string => (language === 'zh' ? '。' : '.')
export const colon = (language: Language): string => (language === 'zh' ? '：' : ': ')

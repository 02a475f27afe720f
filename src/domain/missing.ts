import type { Bilingual } from './text'

/** The closed list of reasons why a number is missing. Zero is never one of them. */
export const missingReasons = {
  not_recorded: { zh: '未记录', en: 'not recorded' },
  not_reported: { zh: '未报送', en: 'not reported' },
  no_denominator: { zh: '无分母', en: 'no denominator' },
  hidden: { zh: '依法不予公布', en: 'hidden' },
  not_yet_published: { zh: '尚未公布', en: 'not yet published' },
  not_in_extract: { zh: '本数据包未含', en: 'not in this extract' },
  not_chosen: { zh: '尚未选定居民区、行业或规模', en: 'no committee, industry or size is chosen' },
  not_split: { zh: '不按此维度统计', en: 'not split by this dimension' },
  too_young: { zh: '观察期未满', en: 'too young' },
  median_not_reached: { zh: '未达中位', en: 'median not reached' },
  beyond_calendar: { zh: '超出节假日历范围', en: 'beyond the calendar' },
} as const satisfies Record<string, Bilingual>

export type MissingReason = keyof typeof missingReasons

/** A month as a running number: year × 12 + (month − 1). 2025-01 is 24300. */
export type Month = number

export const grains = ['month', 'quarter', 'year', 'all'] as const
export type Grain = (typeof grains)[number]

/** Whole months, both ends included. */
export interface Period {
  readonly from: Month
  readonly to: Month
}

/** Months in one bucket of a grain. */
export const monthsOfGrain: Readonly<Record<Exclude<Grain, 'all'>, number>> = { month: 1, quarter: 3, year: 12 }

export const monthOf = (year: number, month: number): Month => year * 12 + month - 1
export const yearOf = (month: Month): number => Math.floor(month / 12)

/** The month an ISO date lies in. Throws nothing: the text is trusted to be an ISO date. */
export const monthOfDate = (iso: string): Month => monthOf(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)))
export const dayOfDate = (iso: string): number => Number(iso.slice(8, 10))

/** Days in a month. */
export const daysInMonth = (month: Month): number => new Date(Date.UTC(yearOf(month), (month % 12) + 1, 0)).getUTCDate()

/** ISO date of a month's first day. */
export const firstDayOf = (month: Month): string => `${yearOf(month)}-${String((month % 12) + 1).padStart(2, '0')}-01`

/** ISO date of a month's last day. */
export const lastDayOf = (month: Month): string => `${yearOf(month)}-${String((month % 12) + 1).padStart(2, '0')}-${daysInMonth(month)}`

/** `2025`, `2025-Q1`, `2025-03`; `all` for the whole period. */
export const periodKey = (grain: Grain, bucket: number): string => {
  if (grain === 'all') return 'all'
  if (grain === 'year') return String(bucket)
  if (grain === 'quarter') return `${Math.floor(bucket / 4)}-Q${(bucket % 4) + 1}`
  return `${yearOf(bucket)}-${String((bucket % 12) + 1).padStart(2, '0')}`
}

/** Which bucket of a grain a month falls into: the running number of its month, quarter or year. */
export const bucketOf = (grain: Grain, month: Month): number => (grain === 'all' ? 0 : Math.floor(month / monthsOfGrain[grain]))

/** The months a bucket covers; for `all` the period itself. */
export const bucketPeriod = (grain: Grain, bucket: number, whole: Period): Period => {
  if (grain === 'all') return whole
  const size = monthsOfGrain[grain]
  return { from: bucket * size, to: bucket * size + size - 1 }
}

/** Buckets of a grain that a period touches, in order. */
export const bucketsOf = (grain: Grain, period: Period): number[] => {
  const first = bucketOf(grain, period.from)
  const last = bucketOf(grain, period.to)
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

export const shiftPeriod = (period: Period, months: number): Period => ({ from: period.from + months, to: period.to + months })

export const lengthOf = (period: Period): number => period.to - period.from + 1

/** Reads `2025`, `2025-Q1`, `2025-03` or `2023..2025`; null when it is none of these. */
export const parsePeriod = (text: string): Period | null => {
  const [first, last, more] = text.split('..')
  if (first === undefined || more !== undefined) return null
  const from = parseOne(first)
  const to = last === undefined ? from : parseOne(last)
  return from && to && from.from <= to.to ? { from: from.from, to: to.to } : null
}

const parseOne = (text: string): Period | null => {
  const match = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(text)
  if (!match) return null
  const year = Number(match[1])
  if (match[2]) return bucketPeriod('quarter', year * 4 + Number(match[2]) - 1, { from: 0, to: 0 })
  if (match[3]) return { from: monthOf(year, Number(match[3])), to: monthOf(year, Number(match[3])) }
  return { from: monthOf(year, 1), to: monthOf(year, 12) }
}

/** Shortest text that `parsePeriod` reads back as the same period. */
export const formatPeriod = (period: Period): string => {
  for (const grain of ['year', 'quarter', 'month'] as const) {
    const size = monthsOfGrain[grain]
    if (period.from % size !== 0 || (period.to + 1) % size !== 0) continue
    const [a, b] = [bucketOf(grain, period.from), bucketOf(grain, period.to)]
    return a === b ? periodKey(grain, a) : `${periodKey(grain, a)}..${periodKey(grain, b)}`
  }
  return `${periodKey('month', period.from)}..${periodKey('month', period.to)}`
}

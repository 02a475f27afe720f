import { protectParameters } from '../../protect/parameters'
import { publicSubjects } from '../../../../src/domain/public-facts'
import { CommandError } from '../../command/command-error'
import type { Deviation } from './deviations'
import type { Headline } from './headlines'
import type { Ledger } from './ledger'
import { isYearsTotal } from './margins'

/** With a byte order mark, so that a spreadsheet reads Chinese; no cell holds a comma. */
const csv = (rows: readonly (readonly string[])[]): string => `\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`

const plain = (value: number | null): string => (value === null ? '' : String(value))

const header = ['数据 fact', '项目 sum', '合计 margin', '数目 numbers', '平均偏差 mean deviation', '最大偏差 largest deviation', '任意连续季度 any run of quarters']

/** How far published numbers are off, as a table; for the house alone. */
export const deviationsCsv = (deviations: readonly Deviation[]): string =>
  csv([header, ...deviations.map(({ fact, sum, margin, numbers, mean, largest, ofAnyPeriod }) => [fact, sum, margin.join(' × ') || '合计 total', String(numbers), mean.toFixed(2), String(largest), plain(ofAnyPeriod)])])

/** What cards say beside what is exact, as a table; for the house alone. */
export const headlinesCsv = (headlines: readonly Headline[]): string =>
  csv([['页面 page', '指标 metric', '公开 told', '实际 exact'], ...headlines.map(({ page, metric, told, exact }) => [page, metric, plain(told), plain(exact)])])

/** Facts that have one row for each case. */
const ofCases: ReadonlySet<string> = new Set(publicSubjects.flatMap((one) => (one.kind === 'cases' ? [one.rows[0].fact] : [])))

/**
 * A total of the street, or of one of its years, may be off by one base and no more: beyond that the public is told something
 * else. Once something has been published, of totals of cases alone: what was told of them stays, and what follows from
 * them, such as their stages, is moved by every correction as often as a case has it; the report says how far.
 */
export const requireUseful = (deviations: readonly Deviation[], { releases }: Ledger): void => {
  const judged = deviations.filter(({ fact, sum, margin }) => sum === 'n' && isYearsTotal(margin) && (releases.length === 0 || ofCases.has(fact)))
  const worst = judged.sort((a, b) => b.largest - a.largest)[0]
  if (!worst || worst.largest <= protectParameters.base) return
  throw new CommandError(
    { zh: `取整后 ${worst.fact} 的年度合计与实际相差 ${worst.largest} 件，超过 ${protectParameters.base} 件，没有生成公开数据包。`, en: `After rounding a yearly total of ${worst.fact} is off by ${worst.largest}, more than ${protectParameters.base}; no public extract was made.` },
    { zh: '已公布过的案件不能改口，删改其中几件，合计便偏离。请核对删改的案件是否属实；属实的，与数据负责人商定另立公开台账，并向公众说明数字重新起算。', en: 'What was told of cases cannot be told otherwise, so that taking some away or changing them moves totals off. Check whether those changes are right; if they are, agree with whoever answers for the data on a new ledger of publications, and tell the public that its numbers begin anew.' },
  )
}

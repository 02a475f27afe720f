import { sourceTables } from '../../../src/domain/tables/index'
import type { Bilingual } from '../../../src/domain/text'
import type { Place } from '../check/book'
import type { RuleText } from '../check/rule'
import type { CheckRun } from '../check/run'
import { findings } from '../check/texts'
import { StageError } from './error'
import { cellsAfter, daysUpTo, disputeDays, isFew, otherDays, tailOf, type DatedCell, type DayColumn, type DayCount, type Tail } from './reach'

/** Months without a case in the data count as months without a case, so that a longer silence must be meant. */
const SILENT_DAYS = 92
const SHOWN = 3
const DAY_MS = 86_400_000

const two = (value: number): string => String(value).padStart(2, '0')

/** The day it is where the program runs. */
export const localDay = (now: Date = new Date()): string => `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`

const isDay = (text: string): boolean => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text)
}

/** Checks a given as-of date before anything is read. Throws `as_of_invalid`. */
export const requireAsOf = (asOf: string | undefined): void => {
  if (asOf === undefined || isDay(asOf)) return
  throw new StageError(
    'as_of_invalid',
    { zh: `截止日 ${asOf} 不是有效日期。`, en: `The as-of date ${asOf} is not a date.` },
    { zh: '请写作 2025-12-31。', en: 'Write it as 2025-12-31.' },
  )
}

const placeOf = (run: CheckRun, cell: DatedCell): Place | null => run.places[cell.source] ?? null

const list = (run: CheckRun, cells: readonly DatedCell[], rule: RuleText): void => {
  for (const cell of cells) run.book.find(cell.table, placeOf(run, cell), cell.row, cell.ord, { rule, severity: 'flag', column: cell.column, value: cell.day })
}

/** Rows of a ledger, however many of their cells are meant. */
const rowCount = (cells: readonly DatedCell[]): number => new Set(cells.map(cell => `${cell.source} ${cell.row}`)).size

const shown = (run: CheckRun, cells: readonly DatedCell[]): Bilingual => {
  const some = cells.slice(0, SHOWN).map((cell) => {
    const place = placeOf(run, cell)
    const where = `${place?.file ?? ''}${place?.sheet ? ` [${place.sheet}]` : ''}`
    const column = sourceTables.find(table => table.name === cell.table)?.columns.find(one => one.name === cell.column)
    return { zh: `${where} 第 ${cell.row} 行 ${column?.zh ?? cell.column} ${cell.day}`, en: `${where} row ${cell.row} ${cell.column} ${cell.day}` }
  })
  const more = cells.length > SHOWN
  return { zh: some.map(one => one.zh).join('；') + (more ? '……' : ''), en: some.map(one => one.en).join('; ') + (more ? ' …' : '') }
}

const rowsAre = (count: number): string => count === 1 ? '1 row has' : `${count} rows have`

const inFuture = (run: CheckRun, cells: readonly DatedCell[], today: string): Bilingual => {
  const [count, some] = [rowCount(cells), shown(run, cells)]
  return {
    zh: `有 ${count} 行的日期晚于今天（${today}）：${some.zh}。`,
    en: `${rowsAre(count)} a date after today (${today}): ${some.en}.`,
  }
}

const ask = (day: string): Bilingual => ({
  zh: `请改正台账；或用 --as-of 指定截止日，如 --as-of ${day}。`,
  en: `Correct the ledger, or give the as-of date, such as --as-of ${day}.`,
})

/** So many are no slips: the machine's clock is wrong, or the ledger holds what has not happened. */
const tooManyInFuture = (run: CheckRun, cells: readonly DatedCell[], today: string, last: string): StageError => {
  const [why, todo] = [inFuture(run, cells, today), ask(last)]
  return new StageError(
    'dates_in_future',
    { zh: `${why.zh}无法确定截止日。`, en: `${why.en} The as-of date cannot be told.` },
    { zh: `请核对本机日期。${todo.zh}`, en: `Check this machine's date. ${todo.en}` },
    { lines: run.book.lines },
  )
}

const aboutTail = (run: CheckRun, tail: Tail, cells: readonly DatedCell[]): Bilingual => {
  const some = shown(run, cells)
  return {
    zh: `数据到 ${tail.before} 为止，此后只有 ${tail.rows} 行：${some.zh}。`,
    en: `The data reaches ${tail.before}; after it there ${tail.rows === 1 ? 'is 1 row' : `are ${tail.rows} rows`} only: ${some.en}.`,
  }
}

/** A slip in a year would move the as-of date of every number: where it is likely the clerk decides, else it is said. */
const judgeTail = (run: CheckRun, tail: Tail, cells: readonly DatedCell[]): void => {
  list(run, cells, findings.asOfOutlier)
  const why = aboutTail(run, tail, cells)
  if (!tail.isThin) return run.book.say({ zh: `${why.zh}截止日取 ${tail.last}，请核对。`, en: `${why.en} The as-of date is ${tail.last}; check it.` })
  throw new StageError(
    'as_of_unsure',
    { zh: `${why.zh}像是写错了年份，无法确定截止日。`, en: `${why.en} They look like slips in the year; the as-of date cannot be told.` },
    {
      zh: `请改正；确认无误的，用 --as-of 指定截止日：--as-of ${tail.before} 或 --as-of ${tail.last}。`,
      en: `Correct them; if they are right, give the as-of date: --as-of ${tail.before} or --as-of ${tail.last}.`,
    },
    { lines: run.book.lines },
  )
}

const told = (run: CheckRun, rule: RuleText, value: string, said: Bilingual): void => {
  run.book.find('', null, null, null, { rule, severity: 'flag', column: null, value })
  run.book.say(said)
}

/** A date that was given is taken; one that the data does not bear is said. */
const judgeGiven = (run: CheckRun, asOf: string, days: readonly DayCount[], today: string): void => {
  const [last, first] = [days[0]?.day, days.at(-1)?.day]
  if (first !== undefined && asOf < first) {
    told(run, findings.asOfEarly, `${asOf} < ${first}`, { zh: `截止日 ${asOf} 早于全部数据（最早 ${first}），各页将没有数。`, en: `The as-of date ${asOf} lies before all data (from ${first}); the pages will be empty.` })
  }
  const silence = last === undefined ? 0 : (Date.parse(asOf) - Date.parse(last)) / DAY_MS
  if (last !== undefined && silence > SILENT_DAYS) {
    told(run, findings.asOfLate, `${last} → ${asOf}`, { zh: `截止日 ${asOf} 比数据中最后的日期 ${last} 晚 ${silence} 天，其间按没有发生计。`, en: `The as-of date ${asOf} lies ${silence} days after the last date in the data, ${last}; nothing is counted as having happened in between.` })
  }
  if (asOf > today) told(run, findings.asOfAhead, `${today} < ${asOf}`, { zh: `截止日 ${asOf} 晚于今天（${today}）。`, en: `The as-of date ${asOf} lies after today (${today}).` })
}

const noDate = (): StageError => new StageError(
  'no_date',
  { zh: '数据中没有任何日期，无法确定截止日。', en: 'No date in the data tells how far it reaches.' },
  { zh: '请用 --as-of 指定，如 --as-of 2025-12-31。', en: 'Give one with --as-of, such as --as-of 2025-12-31.' },
)

interface Reach {
  readonly columns: readonly DayColumn[]
  /** The last first; none after today. */
  readonly days: readonly DayCount[]
  readonly future: readonly DatedCell[]
}

/** How far the disputes reach, else the other tables. */
const reachOf = async (run: CheckRun, future: readonly DatedCell[], today: string): Promise<Reach> => {
  const days = await daysUpTo(run.connection, disputeDays, today)
  const own = future.filter(cell => disputeDays.some(one => one.table === cell.table))
  if (days.length > 0 || own.length > 0) return { columns: disputeDays, days, future: own }
  return { columns: otherDays, days: await daysUpTo(run.connection, otherDays, today), future }
}

const lastDay = async (run: CheckRun, { columns, days, future }: Reach, today: string): Promise<string> => {
  const last = days[0]?.day
  const all = days.reduce((sum, one) => sum + one.rows, 0)
  if (future.length > 0 && (last === undefined || !isFew(rowCount(future), all))) throw tooManyInFuture(run, future, today, last ?? today)
  if (last === undefined) throw noDate()
  const tail = tailOf(days)
  if (tail) {
    const beyond = await cellsAfter(run.connection, columns, tail.before)
    judgeTail(run, tail, beyond.filter(cell => cell.day <= today))
  }
  return last
}

/**
 * The date up to which the data reaches: the one given, else the last day on which something happened in the disputes, else
 * in the other tables. What lies after today has not happened and never sets it. Throws `no_date`, `dates_in_future`, `as_of_unsure`.
 */
export const asOfDate = async (run: CheckRun, asOf: string | undefined, today: string): Promise<string> => {
  const future = await cellsAfter(run.connection, [...disputeDays, ...otherDays], today)
  list(run, future, findings.inFuture)
  const reach = await reachOf(run, future, today)
  const chosen = asOf ?? await lastDay(run, reach, today)
  if (asOf !== undefined) judgeGiven(run, asOf, reach.days, today)
  if (future.length > 0) {
    const why = inFuture(run, future, today)
    run.book.say({ zh: `${why.zh}这些日期不用来定截止日（${chosen}），请改正。`, en: `${why.en} They do not set the as-of date (${chosen}); correct them.` })
  }
  return chosen
}

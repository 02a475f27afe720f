import { dayOf, LAST_DAY, partsOf, type Day } from './days'
import { isOpenOn, type Firm } from './enterprises'
import { firmCells } from './firm-cells'
import type { Random } from './random'
import type { Row, Value } from './row'
import { drawn } from './sampling'
import { addWorkdays, isWorkday } from './workdays'

/** Green-channel tickets begin when the channel does. */
export const CHANNEL_OPENS = dayOf(2022, 7, 1)
export const TICKETS = 1080
/** Tickets no one has closed, from the year before the last day. */
export const FORGOTTEN = 7

const DAY = 1440

interface Times { readonly submitted: number; readonly responded: number; readonly closed: number }

const workdaysTo = (random: Random, isHard: boolean): number => {
  if (isHard) return random.chance(0.86) ? random.int(3, 15) : random.int(16, 42)
  return random.chance(0.89) ? random.int(0, 5) : random.int(6, 18)
}

const officeMinute = (random: Random): number => random.int(9 * 60, 17 * 60 + 20)

const timesOf = (random: Random, day: Day, isHard: boolean): Times => {
  const submitted = day * DAY + random.int(8 * 60 + 30, 17 * 60)
  const count = Math.max(isWorkday(day) ? 0 : 1, workdaysTo(random, isHard))
  const closed = count === 0 ? submitted + random.int(20, 180) : addWorkdays(day, count) * DAY + officeMinute(random)
  const first = random.chance(0.55) ? submitted + random.int(5, 240) : addWorkdays(day, Math.min(count, random.int(0, 2))) * DAY + officeMinute(random)
  return { submitted, closed, responded: Math.min(closed, Math.max(first, submitted + 5)) }
}

/** Satisfaction is asked of all and given by just over half. */
const satisfactionOf = (random: Random): Value => (random.chance(0.55) ? random.weighted([['5', 46], ['4', 30], ['3', 14], ['2', 6], ['1', 4]]) : null)

/** A firm asks in the ratio of its heads; one ticket in eight names no firm. */
const whoAsks = (random: Random, firms: readonly (readonly [Firm, number])[], day: Day): Row => {
  const firm = random.weighted(firms)
  if (!isOpenOn(firm, day)) return whoAsks(random, firms, day)
  const area = { area_code: firm.committee.code }
  return random.chance(0.88) ? { ...firmCells(random, firm), ...area } : { enterprise_name: null, uscc: null, ...area }
}

const LAST_MINUTE = (LAST_DAY + 1) * DAY - 1

const until = (minute: number, isForgotten: boolean): number | null => (minute > LAST_MINUTE || isForgotten ? null : minute)

const ticketOf = (random: Random, firms: readonly (readonly [Firm, number])[], day: Day, forgotten: ReadonlySet<Day>): Row => {
  const kind = random.weighted([['question', 50], ['suggestion', 29], ['complaint', 21]])
  const difficulty = random.weighted([['general', 75], ['hard', 22], [null, 3]])
  const times = timesOf(random, day, difficulty === 'hard')
  const closed = until(times.closed, forgotten.has(day))
  return {
    ...whoAsks(random, firms, day), kind, difficulty, submitted_at: times.submitted,
    first_response_at: until(times.responded, forgotten.has(day) && random.chance(0.4)), closed_at: closed,
    adopted: kind !== 'suggestion' || closed === null ? null : random.chance(0.38),
    reopened: closed === null ? null : random.chance(0.045), satisfaction: closed === null ? null : satisfactionOf(random),
  }
}

const daysOf = (random: Random): readonly Day[] => {
  const growing = (day: Day): number => 1 + (day - CHANNEL_OPENS) / 900
  const days = Array.from({ length: LAST_DAY - CHANNEL_OPENS + 1 }, (_, i) => CHANNEL_OPENS + i)
    .map((day) => [day, growing(day) * (isWorkday(day) ? 1 : 0.08)] as const)
  return Array.from({ length: TICKETS }, () => random.weighted(days)).sort((a, b) => a - b)
}

/** Every ticket by the time it came in. */
export const ticketRows = (random: Random, firms: readonly Firm[]): readonly Row[] => {
  const days = daysOf(random)
  const once = days.filter((day, i) => day !== days[i - 1] && day !== days[i + 1] && day > LAST_DAY - 400 && day < LAST_DAY - 40)
  const forgotten = new Set(drawn(random, once, FORGOTTEN))
  const weights = firms.map((firm) => [firm, firm.target ** 0.6] as const)
  return days
    .map((day) => ticketOf(random, weights, day, forgotten))
    .sort((a, b) => Number(a.submitted_at) - Number(b.submitted_at))
    .map((row, i) => ({ ticket_id: `GD${partsOf(Math.floor(Number(row.submitted_at) / DAY)).year}-${String(i + 1).padStart(4, '0')}`, ...row }))
}

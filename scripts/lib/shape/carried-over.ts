import type { Bilingual } from '../../../src/domain/text'
import { periodKey, type Month } from '../../../src/domain/period'
import type { Staged } from '../stage/staged'
import { monthSql } from './time'

/** What a book of disputes begins with that belongs to the time before it. */
export interface CarriedOver {
  /** First month of the book itself. */
  readonly month: Month
  readonly cases: number
}

/** Cases times months without a single closing that no ledger kept in full would have; one or two strays are no book's beginning. */
const tooQuiet = { caseMonths: 6, cases: 3 } as const

/**
 * A book that is begun on some day lists first what was open on that day: applications of earlier months of which none was
 * closed. Those months read as if few had applied and nobody had settled, so what happened in them is not held. Null where
 * the first closings come as soon as the first applications do, or where source.json says since when the book is kept.
 */
export const carriedOver = async ({ connection, heldFrom }: Pick<Staged, 'connection' | 'heldFrom'>): Promise<CarriedOver | null> => {
  if (heldFrom.has('disputes')) return null
  const [[first, closing, cases] = []] = (await connection.runAndReadAll(`
    WITH book AS (SELECT ${monthSql('opened_on')} AS opened, min(${monthSql('closed_on')}) OVER () AS closing FROM stage.disputes WHERE opened_on IS NOT NULL)
    SELECT min(opened), min(closing), count(*) FILTER (opened < closing) FROM book`)).getRows()
  if (typeof first !== 'number' || typeof closing !== 'number') return null
  const isQuiet = Number(cases) >= tooQuiet.cases && (closing - first) * Number(cases) >= tooQuiet.caseMonths
  return isQuiet ? { month: closing, cases: Number(cases) } : null
}

/** What is said of it. */
export const carriedOverLines = async (staged: Pick<Staged, 'connection' | 'heldFrom'>): Promise<Bilingual[]> => {
  const carried = await carriedOver(staged)
  if (!carried) return []
  const from = periodKey('month', carried.month)
  return [{
    zh: `劳动争议台账在 ${from} 以前没有一件结案：更早申请的 ${carried.cases} 件按期初结转看待，留在未结件里，期内数（申请、结案、化解率等）从 ${from} 起给出。如更早就已完整登记，在 source.json 里写 "held_from": { "disputes": "年-月" }。`,
    en: `No dispute of the ledger was closed before ${from}: the ${carried.cases} applied for earlier are taken as carried over. They stay among the open ones; what happened in a period is told from ${from} on. If the ledger was complete before, write "held_from": { "disputes": "YYYY-MM" } in source.json.`,
  }]
}

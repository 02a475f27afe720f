import type { Case } from './cases'
import { dayOf, LAST_DAY, years, type Day } from './days'
import type { Firm } from './enterprises'
import { committees, STREET_CODE } from './places'
import type { Random } from './random'
import type { Row } from './row'
import { groupBy } from './sampling'
import { monthNumberOf } from './scenario'

/** Months of the six years as `YYYY-MM`. */
export const monthTexts: readonly string[] = years.flatMap((year) => Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`))

const monthText = (day: Day): string => monthTexts[monthNumberOf(day) - monthNumberOf(dayOf(years[0] ?? 2020, 1, 1))] ?? ''

/** Arbitration cases a committee sends past the street's mediators, in a month and by weight 1. */
export const BYPASSED_PER_MONTH = 0.17

/** What the outside registers of one channel hold of one area and month. */
const counted = (random: Random, accepted: number, each: number): Row => {
  const closed = random.poisson(accepted * 0.97)
  let mediated = 0
  for (let i = 0; i < closed; i += 1) if (random.chance(0.42)) mediated += 1
  const workers = accepted + random.poisson(accepted * 0.12)
  return { accepted, closed, mediated, workers, amount: accepted === 0 ? 0 : Math.round(workers * random.logNormal(each, 0.3)) }
}

const causesBypassing: readonly (readonly [string, number])[] = [
  ['pay_arrears', 28], ['severance_damages', 24], ['contract_dissolution', 18], ['overtime', 12], ['social_insurance', 9], ['double_pay', 9],
]

interface Filing { readonly area: string; readonly cause: string; readonly month: string; readonly bypassed: boolean }

/** The street's own cases that went on to arbitration, and those it never saw. */
const filingsOf = (random: Random, cases: readonly Case[]): readonly Filing[] => [
  ...cases.flatMap(({ steps, firm, cause }) => steps
    .filter(({ rung, applied }) => rung === 'arbitration' && applied <= LAST_DAY)
    .map(({ applied }) => ({ area: firm.committee.code, cause, month: monthText(applied), bypassed: false }))),
  ...committees.flatMap(({ code, weight }) => monthTexts.flatMap((month) =>
    Array.from({ length: random.poisson(BYPASSED_PER_MONTH * weight) }, () => ({ area: code, cause: random.weighted(causesBypassing), month, bypassed: true })))),
]

const arbitrationRows = (random: Random, cases: readonly Case[]): readonly Row[] => {
  const cells = groupBy(filingsOf(random, cases), ({ area, cause, month }) => `${month} ${area} ${cause}`)
  return [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, filings]) => {
    const [month = '', area_code = '', cause = ''] = key.split(' ')
    return { area_code, channel: 'arbitration', cause, month, ...counted(random, filings.length, 21_000), bypassed: filings.filter(({ bypassed }) => bypassed).length }
  })
}

/** Channels that report each committee, and those that report the street as a whole; mean a month. */
const byCommittee: readonly (readonly [string, string, number])[] = [['hotline_12345', 'pay_arrears', 0.55], ['hotline_12345', 'other', 0.6]]
const byStreet: readonly (readonly [string, number])[] = [['court', 3.2], ['hotline_12351', 4], ['petition', 1.1], ['inspection', 5]]

const isPeak = (month: string): boolean => /-(01|02|12)$/.test(month)

export const externalCaseRows = (random: Random, cases: readonly Case[]): readonly Row[] => [
  ...arbitrationRows(random, cases),
  ...byCommittee.flatMap(([channel, cause, mean]) => monthTexts.flatMap((month) => committees.map(({ code, weight }) => ({
    area_code: code, channel, cause, month, ...counted(random, random.poisson(mean * weight * (isPeak(month) ? 1.5 : 1)), 8000), bypassed: null,
  })))),
  ...byStreet.flatMap(([channel, mean]) => monthTexts.map((month) => ({
    area_code: STREET_CODE, channel, cause: null, month, ...counted(random, random.poisson(mean * (isPeak(month) ? 1.4 : 1)), 15_000), bypassed: null,
  }))),
]

const LETTERS_A_YEAR = 24

/** 一函两书: reminders, opinions and suggestions to firms, some after a dispute. */
export const letterRows = (random: Random, cases: readonly Case[], firms: readonly Firm[]): readonly Row[] => {
  const lasting = firms.filter(({ closed }) => closed === null)
  const letters = years.flatMap((year) => Array.from({ length: LETTERS_A_YEAR }, () => {
    const dispute = random.chance(0.6) ? random.pick(cases.filter((one) => one.year === year && one.closed <= LAST_DAY - 20)) : null
    const issued = dispute === null ? dayOf(year, 1, 4) + random.int(0, 350) : dispute.closed + random.int(1, 15)
    const firm = dispute?.firm ?? random.pick(lasting.filter(({ opened }) => opened < issued))
    return { issued, firm, dispute: dispute?.id ?? null }
  }))
  return letters.filter(({ issued }) => issued <= LAST_DAY).sort((a, b) => a.issued - b.issued).map(({ issued, firm, dispute }, i) => {
    const due = random.chance(0.94) ? issued + random.pick([15, 30, 30, 60]) : null
    const corrected = random.chance(0.82) ? issued + Math.round(random.logNormal(22, 0.55)) : null
    return {
      letter_id: `JD${String(i + 1).padStart(3, '0')}`, enterprise_id: firm.id, dispute_id: dispute,
      kind: random.weighted([['reminder', 60], ['opinion', 28], ['suggestion', 12]]), issued_on: issued, due_on: due,
      corrected_on: corrected !== null && corrected <= LAST_DAY ? corrected : null,
    }
  })
}

/** A second or third claim beside the primary one; these go together in practice. */
const besides: readonly (readonly [string, number])[] = [
  ['pay_arrears', 8], ['overtime', 16], ['severance_damages', 18], ['social_insurance', 18], ['double_pay', 12], ['hours_rest', 10],
  ['contract_dissolution', 8], ['relation_confirmation', 6], ['welfare', 4],
]

/** Cases whose claims leave out the cause that the book names. */
export const CLAIMS_WITHOUT_PRIMARY = 3

const causesOf = (random: Random, { cause }: Case, count: number): readonly string[] => {
  const causes = [cause]
  while (causes.length < count) {
    const next = random.weighted(besides)
    if (!causes.includes(next)) causes.push(next)
  }
  return causes
}

const sharesOf = (amount: number | null, count: number): readonly (number | null)[] => {
  const rest = amount === null ? null : 50 * Math.floor((amount * 0.18) / 50)
  return Array.from({ length: count }, (_, i) => (rest === null || amount === null ? null : i === 0 ? amount - rest * (count - 1) : rest))
}

export const claimRows = (random: Random, cases: readonly Case[]): readonly Row[] => {
  const claims = cases.map((dispute) => ({ dispute, count: random.weighted([[1, 62], [2, 27], [3, 11]]) }))
  const wrong = new Set(claims.filter(({ count }) => count > 1).slice(0, CLAIMS_WITHOUT_PRIMARY))
  return claims.flatMap((claim) => {
    const { dispute, count } = claim
    const shares = sharesOf(dispute.claimed, count)
    return causesOf(random, dispute, count)
      .map((cause, i) => ({ dispute_id: dispute.id, seq: i + 1, cause, amount: shares[i] ?? null }))
      .filter(({ seq }) => seq > 1 || !wrong.has(claim))
  })
}

import { describe, expect, it } from 'vitest'
import { dayOf, LAST_DAY, weeksFromSpringFestival, years } from '../../../scripts/lib/sample/days'
import type { Case } from '../../../scripts/lib/sample/cases'
import { makeStreet } from '../../../scripts/lib/sample/street'
import { WORSE_COMMITTEE } from '../../../scripts/lib/sample/places'
import type { Rung } from '../../../scripts/lib/sample/rates'
import { truthOf } from '../../../scripts/lib/sample/truth'
import { normaliseFirmName } from '../../../src/domain/reference/firm-name'

const share = <T>(items: readonly T[], is: (item: T) => boolean): number => items.filter(is).length / items.length

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

const settledAtGrassroots = ({ outcome, steps, opened, closed }: Case): boolean =>
  outcome === 'settled' && ['tier1', 'tier2', 'tier3'].includes(steps.at(-1)?.rung ?? '') && closed - opened <= 60

describe.each([2025, 1, 4_000_000_000])('the street of seed %d', (seed) => {
  const street = makeStreet(seed)
  const { firms, heads, months, cases, ledgers } = street
  const steps = cases.flatMap((dispute) => dispute.steps)
  const stepsOn = (rung: Rung) => steps.filter((step) => step.rung === rung)
  const open = firms.filter(({ closed }) => closed === null)

  it('has 2,200 firms of different names and about 28,000 workers', () => {
    expect(firms).toHaveLength(2200)
    expect(new Set(firms.map(({ name }) => normaliseFirmName(name))).size).toBe(2200)
    expect(firms.filter(({ name }) => !name.includes('示例'))).toEqual([])
    const workers = open.reduce((sum, firm) => sum + (heads.get(firm) ?? 0), 0)
    expect(workers).toBeGreaterThan(27_000)
    expect(workers).toBeLessThan(29_000)
    expect(share(firms, ({ creditCode }) => creditCode !== null)).toBeCloseTo(0.85, 1)
    expect(firms.length - open.length).toBeGreaterThan(120)
  })

  it('has mostly small firms and a few large ones', () => {
    expect(median(firms.map(({ target }) => target))).toBeLessThan(9)
    expect(Math.max(...firms.map(({ target }) => target))).toBeGreaterThan(200)
  })

  it('has between 160 and 230 disputes a year, a few firms causing many', () => {
    for (const year of years) {
      const count = cases.filter((dispute) => dispute.year === year).length
      expect(count).toBeGreaterThanOrEqual(160)
      expect(count).toBeLessThanOrEqual(230)
    }
    const byFirm = new Map<string, number>()
    for (const { firm } of cases) byFirm.set(firm.name, (byFirm.get(firm.name) ?? 0) + 1)
    const counts = firms.map(({ name }) => byFirm.get(name) ?? 0)
    const mean = cases.length / firms.length
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / firms.length
    expect(variance / mean).toBeGreaterThan(2)
  })

  it('peaks around the Spring Festival, in pay above all', () => {
    const inPeak = cases.filter(({ opened }) => weeksFromSpringFestival(opened) !== null)
    const aboutPay = ({ cause }: Case): boolean => ['pay_arrears', 'pay_other', 'overtime'].includes(cause)
    expect(inPeak.length / cases.length).toBeGreaterThan(1.2 * (71 / 365))
    expect(share(inPeak, aboutPay)).toBeGreaterThan(share(cases.filter((dispute) => !inPeak.includes(dispute)), aboutPay) + 0.08)
  })

  it('settles on each rung as a street would', () => {
    const settled = (rung: Rung): number => share(stepsOn(rung), ({ result }) => result === 'settled')
    expect(share(cases, (dispute) => dispute.steps[0]?.rung === 'tier1')).toBeCloseTo(0.7, 1)
    expect(settled('tier1')).toBeGreaterThan(0.35)
    expect(settled('tier1')).toBeLessThan(0.55)
    expect(settled('tier2')).toBeGreaterThan(0.5)
    expect(settled('tier2')).toBeLessThan(0.75)
    expect(settled('tier3')).toBeGreaterThan(0.5)
    expect(settled('tier3')).toBeLessThan(0.7)
    expect(share(stepsOn('tier1'), ({ recordedBy }) => recordedBy === 'inferred')).toBeCloseTo(0.1, 1)
  })

  it('takes realistic days', () => {
    const days = (rung: Rung): number[] => stepsOn(rung).map(({ applied, ended }) => ended - applied)
    expect(median(days('tier1'))).toBeGreaterThanOrEqual(5)
    expect(median(days('tier1'))).toBeLessThanOrEqual(7)
    expect(median(days('tier2'))).toBe(11)
    expect(share(days('tier2'), (d) => d > 15)).toBeGreaterThan(0.08)
    expect(share(days('tier3'), (d) => d <= 15)).toBeGreaterThan(0.5)
    expect(median(days('arbitration'))).toBeGreaterThan(38)
    expect(median(days('arbitration'))).toBeLessThan(52)
  })

  it('has one committee that resolves far less at the grassroots than any other', () => {
    const mature = cases.filter(({ opened }) => opened <= LAST_DAY - 60)
    const rates = new Map([...new Set(mature.map(({ firm }) => firm.committee.short))].map((short) =>
      [short, share(mature.filter(({ firm }) => firm.committee.short === short), settledAtGrassroots)] as const))
    const others = [...rates].filter(([short]) => short !== WORSE_COMMITTEE).map(([, rate]) => rate)
    expect(rates.size).toBe(18)
    expect(rates.get(WORSE_COMMITTEE)).toBeLessThan(0.65)
    expect(Math.min(...others)).toBeGreaterThan(0.65)
    expect(mature.filter(({ firm }) => firm.committee.short === WORSE_COMMITTEE).length).toBeGreaterThan(50)
  })

  it('books big groups worker by worker and carries open cases over', () => {
    const { disputes } = truthOf(seed, street) as { disputes: Record<string, number> }
    expect(disputes.batches_of_10_rows).toBeGreaterThanOrEqual(4)
    expect(disputes.carried_over_rows).toBeGreaterThan(10)
    expect(disputes.due_within_5_days).toBeGreaterThanOrEqual(5)
    expect(disputes.distinct).toBe(cases.length)
    expect(new Set(ledgers.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(cases.length)
  })

  it('keeps the monthly head counts in balance', () => {
    const seen = new Map<string, number>()
    for (const row of months) {
      const ends = row.quits + row.layoffs + row.mutualEnds + row.expiries + row.other
      const before = seen.get(row.firm.name)
      const balanced = row.closing === row.opening + row.hires - ends && (before === undefined || before === row.opening)
      const bounded = Math.max(row.women, row.migrants, row.insured, row.writtenContracts, row.contractRequired) <= row.closing
      if (!balanced || !bounded || Math.min(row.quits, row.hires, row.closing) < 0) throw new Error(`${row.firm.name} ${row.year}-${row.month}`)
      seen.set(row.firm.name, row.closing)
    }
    expect(months.length).toBeGreaterThan(120_000)
    const last = months.filter(({ year, month }) => year === 2025 && month === 12)
    expect(last.reduce((sum, { closing }) => sum + closing, 0)).toBe(open.reduce((sum, firm) => sum + (heads.get(firm) ?? 0), 0))
    expect(open.filter(({ opened }) => opened > dayOf(2025, 12, 31))).toEqual([])
  })

  it('loses 1.5 to 4 percent a month to resignation, most around the Spring Festival', () => {
    const rate = (month: number): number => {
      const rows = months.filter((row) => row.year === 2024 && row.month === month)
      return rows.reduce((sum, { quits }) => sum + quits, 0) / rows.reduce((sum, { opening }) => sum + opening, 0)
    }
    for (let month = 1; month <= 12; month += 1) {
      expect(rate(month)).toBeGreaterThan(0.015)
      expect(rate(month)).toBeLessThan(0.04)
    }
    expect(rate(2)).toBeGreaterThan(1.4 * rate(7))
  })
})

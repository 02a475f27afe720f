import { describe, expect, it } from 'vitest'
import { standsInBook, viewOf, type Case } from '../../../scripts/lib/sample/cases'
import { dayOf, FIRST_YEAR, LAST_DAY } from '../../../scripts/lib/sample/days'
import { walk } from '../../../scripts/lib/sample/path'
import { randomStream } from '../../../scripts/lib/sample/random'
import { rates, settleChance } from '../../../scripts/lib/sample/rates'
import { makeStreet } from '../../../scripts/lib/sample/street'

const street = makeStreet(2025)
const first = street.firms[0]
if (first === undefined) throw new Error('no firm')

const dispute: Case = {
  id: 'ZJ2023-0190', year: 2023, group: null, firm: first, channel: 'visit', cause: 'overtime', workers: 1, women: 0, claimed: 8000,
  opened: dayOf(2023, 12, 20), accepted: dayOf(2023, 12, 21), closed: dayOf(2024, 1, 9), outcome: 'settled',
  steps: [
    { rung: 'tier1', applied: dayOf(2023, 12, 20), ended: dayOf(2023, 12, 27), result: 'failed', body: 'enterprise', recordedBy: 'union' },
    { rung: 'tier2', applied: dayOf(2023, 12, 28), ended: dayOf(2024, 1, 9), result: 'settled', body: 'joint_union', recordedBy: 'union' },
  ],
  sessions: [{ held: dayOf(2024, 1, 5), mode: 'joint', minutes: 60 }],
  settlement: { agreed: 6000, form: 'written', due: dayOf(2024, 1, 20), performed: dayOf(2024, 1, 18), performance: 'on_time', paid: 6000 },
}

describe('a case seen at the end of a year', () => {
  it('is pending where it still runs, and what came later is not known', () => {
    const view = viewOf(dispute, dayOf(2023, 12, 31))
    expect(view).toMatchObject({ closed: null, outcome: 'pending', settlement: null, sessions: [] })
    expect(view.steps.map(({ rung, ended, result }) => [rung, ended, result]))
      .toEqual([['tier1', dayOf(2023, 12, 27), 'failed'], ['tier2', null, 'pending']])
  })

  it('holds the last rung open while the case changes hands', () => {
    const view = viewOf(dispute, dayOf(2023, 12, 27))
    expect(view.steps.map(({ rung, ended, result }) => [rung, ended, result])).toEqual([['tier1', null, 'pending']])
  })

  it('is whole once it is closed', () => {
    expect(viewOf(dispute, dayOf(2024, 12, 31))).toEqual(dispute)
  })

  it('stands in both books', () => {
    const inBookOf = (year: number): boolean => standsInBook(dispute, dayOf(year, 1, 1), dayOf(year, 12, 31))
    expect([2022, 2023, 2024, 2025].map(inBookOf)).toEqual([false, true, true, false])
  })
})

describe('the ladder', () => {
  it('settles less in the worse committee, on the three rungs only', () => {
    expect(settleChance('tier1', 2020, false)).toBeCloseTo(0.4)
    expect(settleChance('tier1', 2025, false)).toBeCloseTo(0.5)
    expect(settleChance('tier2', 2025, true)).toBeCloseTo(0.63 * 0.45)
    expect(settleChance('arbitration', 2025, true)).toBe(rates.settles.arbitration)
  })

  it('starts each rung when or soon after the one before ended, and only climbs', () => {
    const order = ['tier1', 'tier2', 'tier3', 'arbitration', 'litigation']
    const random = randomStream(1, 'walks')
    for (let i = 0; i < 500; i += 1) {
      const { steps, closed } = walk(random, dayOf(FIRST_YEAR, 6, 1), 'tier1', true)
      expect(closed).toBe(steps.at(-1)?.ended)
      steps.slice(1).forEach((step, j) => {
        const before = steps[j]
        if (before === undefined) throw new Error('no step before')
        expect(before.result).toBe('failed')
        expect(order.indexOf(step.rung)).toBeGreaterThan(order.indexOf(before.rung))
        expect(step.applied - before.ended).toBeGreaterThanOrEqual(0)
        expect(step.applied - before.ended).toBeLessThanOrEqual(3)
      })
    }
  })
})

describe('the street\'s disputes', () => {
  it('lie within the life of their firm and have no more workers than it', () => {
    for (const { firm, opened, workers, women } of street.cases) {
      expect(opened).toBeGreaterThan(firm.opened)
      expect(opened).toBeLessThanOrEqual(Math.min(firm.closed ?? LAST_DAY, LAST_DAY))
      expect(women).toBeLessThanOrEqual(workers)
      expect(workers).toBeLessThanOrEqual(firm.target)
    }
  })

  it('tell of no payment after the last day', () => {
    const performed = street.cases.flatMap(({ settlement }) => settlement?.performed ?? [])
    expect(performed.length).toBeGreaterThan(500)
    expect(Math.max(...performed)).toBeLessThanOrEqual(LAST_DAY)
  })

  it('agree on money only where there is an agreement, an award or a judgment', () => {
    const others = street.cases.filter(({ outcome }) => !['settled', 'award', 'judgment'].includes(outcome))
    expect(others.length).toBeGreaterThan(50)
    expect(others.filter(({ settlement }) => settlement !== null)).toEqual([])
  })
})

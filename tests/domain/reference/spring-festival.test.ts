import { describe, expect, it } from 'vitest'
import { dayNumber } from '../../../src/domain/reference/days'
import { springFestival } from '../../../src/domain/reference/spring-festival'

describe('springFestival', () => {
  it.each([[2001, '2001-01-24'], [2008, '2008-02-07'], [2020, '2020-01-25'], [2024, '2024-02-10'], [2025, '2025-01-29'], [2026, '2026-02-17'], [2033, '2033-01-31'], [2035, '2035-02-08']])(
    '%i: %s',
    (year, date) => expect(springFestival(year)).toBe(date),
  )

  it('is null outside 2001 to 2035', () => {
    expect([springFestival(2000), springFestival(2036)]).toEqual([null, null])
  })

  it('lies between 21 January and 20 February, 12 or 13 new moons after the one before', () => {
    for (let year = 2001; year <= 2035; year++) {
      const date = springFestival(year) ?? ''
      expect(date >= `${year}-01-21` && date <= `${year}-02-20`).toBe(true)
      const before = springFestival(year - 1)
      if (before !== null) expect([354, 355, 383, 384, 385]).toContain(dayNumber(date) - dayNumber(before))
    }
  })
})

import { expect, test } from 'vitest'
import { byKey, extracted, parts } from '../support/extracted'

const ask = async (line: string) => (await extracted('workforce', { asOf: '2025-06-15' })).ask(line)

test('per 1,000 workers a year over the whole months reported; a survey is not mixed in', async () => {
  const cells = await ask('disputes.rate --from 2024 --to 2025')
  expect(cells.map((c) => [c.numerator, c.denominator])).toEqual([[3, expect.closeTo(90, 9)], [3, expect.closeTo(70, 9)]])
  expect(cells.map((c) => c.value)).toEqual([expect.closeTo(100 / 3, 9), expect.closeTo(300 / 7, 9)])
  expect(cells[1]?.cut).toBe('2025-05-31')
})

test('the year before is taken over the same whole months in both parts', async () => {
  const [cell] = await ask('disputes.rate --from 2025 --to 2025 --compare yoy')
  expect([cell?.compared?.numerator, cell?.compared?.denominator]).toEqual([1, expect.closeTo(75, 9)])
  expect(cell?.compared?.value).toBeCloseTo(40 / 3, 9)
})

test('a month without a report has no denominator, a month that is not over is too young', async () => {
  expect(byKey(await ask('disputes.rate --grain month --from 2024-08 --to 2024-08'))).toEqual({ '2024-08': 'no_denominator' })
  expect(byKey(await ask('disputes.rate --grain month --from 2025-06 --to 2025-06'))).toEqual({ '2025-06': 'too_young' })
})

test('by committee, and one without workers', async () => {
  const cells = await ask('disputes.rate --by union --from 2025 --to 2025')
  expect(byKey(cells)).toEqual({ '2025 U1': expect.closeTo(40, 9), '2025 U2': expect.closeTo(50, 9), '2025 U3': 'no_denominator' })
})

test('causes share one base, and so does the rest of a cause', async () => {
  const cells = await ask('disputes.rate --by cause --from 2025 --to 2025 --compare rest')
  expect(cells.map((c) => [c.members.cause, c.numerator, c.denominator, c.compared?.numerator, c.compared?.denominator])).toEqual([
    ['pay_arrears', 2, expect.closeTo(70, 9), 1, expect.closeTo(70, 9)],
    ['social_insurance', 1, expect.closeTo(70, 9), 2, expect.closeTo(70, 9)],
  ])
})

test('a filter that workers cannot honour is not ignored', async () => {
  expect(parts(await ask('disputes.rate --where cause=pay_arrears --from 2025 --to 2025'))).toEqual({ 2025: expect.stringMatching(/^2\/(70|69\.9)/) })
  expect(byKey(await ask('disputes.rate --where mode=joint --from 2025 --to 2025'))).toEqual({ 2025: 'not_split' })
})

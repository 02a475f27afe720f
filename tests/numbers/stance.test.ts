import { describe, expect, test } from 'vitest'
import type { Filter } from '../../src/domain/question'
import { monthOf, type Period } from '../../src/domain/period'
import { byKey, extracted, parts } from '../support/extracted'

const outreach = (asOf = '2025-06-15') => extracted('outreach', { asOf })
const ask = async (line: string) => (await outreach()).ask(line)
const in2025 = '--from 2025 --to 2025'
const byUnion: Filter = { dimension: 'assessor', members: ['union'] }

const move = async (period: Period, where: readonly Filter[] = [byUnion], asOf?: string) => {
  const [answer] = await (await outreach(asOf)).answer([{ kind: 'transition', transition: 'stance', period, where }])
  if (answer?.kind !== 'transition') throw new Error('A transition question got another kind of answer')
  return { ...answer, flows: answer.flows.map(({ from, to, n }) => `${from}→${to} ${n}`).sort() }
}
const year = (y: number): Period => ({ from: monthOf(y, 1), to: monthOf(y, 12) })

describe('stance at a date', () => {
  test('the latest within 24 months of active enterprises, assessors apart', async () => {
    expect(parts(await ask(`outreach.support_share --by assessor ${in2025}`))).toEqual({ '2025 self': '1/1', '2025 union': '3/6', '2025 third': '1/2' })
    expect(parts(await ask(`outreach.assessed_share --by assessor ${in2025}`))).toEqual({ '2025 self': '1/6', '2025 union': '6/6', '2025 third': '2/6' })
    expect(parts(await ask('outreach.assessed_share --where assessor=union --from 2024 --to 2024'))).toEqual({ 2024: '5/6' })
    expect(parts(await ask('outreach.support_share --where assessor=union --from 2024 --to 2024'))).toEqual({ 2024: '1/5' })
  })

  test('unasked it keeps to the union, and says so', async () => {
    const [share] = await ask(`outreach.support_share ${in2025}`)
    expect([share?.numerator, share?.denominator, share?.within]).toEqual([3, 6, { assessor: 'union' }])
    const [assessed] = await ask(`outreach.assessed_share ${in2025}`)
    expect([assessed?.numerator, assessed?.denominator, assessed?.within]).toEqual([6, 6, { assessor: 'union' }])
  })

  test('two assessors asked for together are not pooled either', async () => {
    const [share] = await ask(`outreach.support_share --where assessor=self,third ${in2025}`)
    expect([share?.numerator, share?.denominator, share?.within]).toEqual([1, 2, { assessor: 'third' }])
    expect((await move(year(2025), [{ dimension: 'assessor', members: ['third', 'union'] }])).within).toEqual({ assessor: 'union' })
  })

  test('a distribution', async () => {
    expect(byKey(await ask(`outreach.stance --by stance --where assessor=union ${in2025}`))).toEqual({ '2025 1': 1, '2025 2': 1, '2025 3': 1, '2025 4': 1, '2025 5': 2 })
  })
})

describe('the same enterprises a year apart', () => {
  test('net shift with the interval of pairs, and who was reassessed', async () => {
    const [net] = await ask(`outreach.net_shift --where assessor=union ${in2025}`)
    expect([net?.numerator, net?.denominator, net?.interval, net?.high]).toEqual([1, 3, 'paired', 1])
    expect(net?.value).toBeCloseTo(1 / 3, 12)
    expect(net?.low).toBeCloseTo(-0.658813, 5)
    expect(parts(await ask(`outreach.reassessed --where assessor=union --from 2024 --to 2025`))).toEqual({ 2024: '2/3', 2025: '3/5' })
    expect(parts(await ask(`outreach.net_shift --where assessor=union --from 2024 --to 2025`))).toEqual({ 2024: '0/2', 2025: '1/3' })
  })

  test('assessors apart', async () => {
    expect(parts(await ask(`outreach.net_shift --by assessor ${in2025}`))).toEqual({ '2025 self': 'no_denominator', '2025 union': '1/3', '2025 third': '0/1' })
    const [net] = await ask(`outreach.net_shift ${in2025}`)
    expect([net?.numerator, net?.denominator, net?.within]).toEqual([1, 3, { assessor: 'union' }])
  })

  test('in any month', async () => {
    expect(parts(await ask('outreach.reassessed --where assessor=union --grain month --from 2025-02 --to 2025-02'))).toEqual({ '2025-02': '4/5' })
  })
})

describe('transition between two dates', () => {
  test('an unfinished year ends at the as-of date', async () => {
    expect(await move(year(2025))).toEqual({
      kind: 'transition', within: {}, missing: null,
      between: { from: monthOf(2024, 6), to: monthOf(2025, 6) },
      flows: ['2→gone 1', '3→5 1', '3→not_reassessed 1', '4→2 1', '4→5 1'],
    })
  })

  test('unasked it keeps to the union', async () => {
    const [unasked, asked] = [await move(year(2025), []), await move(year(2025))]
    expect(unasked).toEqual({ ...asked, within: { assessor: 'union' } })
    expect((await move(year(2025), [{ dimension: 'assessor', members: ['third'] }])).flows).toEqual(['2→2 1'])
  })

  test('filters narrow it; what it is not split by is said', async () => {
    expect((await move(year(2025), [byUnion, { dimension: 'union', members: ['U2'] }])).flows).toEqual(['3→not_reassessed 1', '4→2 1'])
    expect((await move(year(2025), [byUnion, { dimension: 'congress', members: ['with'] }])).flows).toEqual(['3→5 1'])
    expect(await move(year(2025), [{ dimension: 'ticket_kind', members: ['question'] }])).toMatchObject({ missing: 'not_split', flows: [], between: null })
    expect(await move(year(2025), [byUnion, { dimension: 'area', members: ['310106099009'] }])).toMatchObject({ missing: 'no_denominator', flows: [] })
  })

  test('a whole year, and a month that ends no quarter', async () => {
    expect(await move(year(2024))).toMatchObject({ between: { from: monthOf(2023, 12), to: monthOf(2024, 12) }, flows: ['2→3 1', '4→2 1', '4→not_reassessed 1'] })
    expect(await move({ from: monthOf(2025, 2), to: monthOf(2025, 2) })).toMatchObject({
      between: { from: monthOf(2024, 2), to: monthOf(2025, 2) },
      flows: ['2→3 1', '2→5 1', '4→2 1', '4→4 1', '4→not_reassessed 1'],
    })
  })

  test('years apart, at the last end of a quarter within the period', async () => {
    expect(await move({ from: monthOf(2023, 3), to: monthOf(2025, 2) })).toMatchObject({ between: { from: monthOf(2022, 12), to: monthOf(2024, 12) }, flows: ['4→2 1', '4→not_reassessed 1'] })
  })

  test('before anything was assessed twice', async () => {
    expect(await move(year(2022))).toMatchObject({ missing: 'not_in_extract', between: null })
    const [answer] = await (await extracted('bare')).answer([{ kind: 'transition', transition: 'stance', period: year(2025), where: [] }])
    expect(answer).toMatchObject({ missing: 'not_recorded' })
  })
})

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { metrics } from '../../src/domain/metrics'
import { outreachPage } from '../../src/domain/dashboards/outreach'
import { operandsOf } from '../../src/domain/compile/gap'
import type { Filter } from '../../src/domain/question'
import { monthOf, type Period } from '../../src/domain/period'
import { byKey, extracted, extractedFrom, fixtureFolder, parts } from '../support/extracted'

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

describe('a suspended enterprise', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xieshang-stance-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  /** The fixture with E4, who was not asked again, and E5, who was, suspended. */
  const suspended = () => {
    cpSync(fixtureFolder('outreach'), folder, { recursive: true })
    const path = join(folder, 'enterprises.csv')
    writeFileSync(path, readFileSync(path, 'utf8').split('\n').map((line) => (/^E[45],/.test(line) ? line.replace('active', 'suspended') : line)).join('\n'))
    return extractedFrom({ folder, asOf: '2025-06-15' })
  }

  test('is not active at the as-of date, and was before', async () => {
    const extract = await suspended()
    // Of E1 5, E2 4, E3 2, E7 1 two are supportive; the year before E1 3, E2 none, E3 2, E4 3, E5 4, E6 2.
    expect(parts(await extract.ask('outreach.support_share --where assessor=union --from 2024 --to 2025'))).toEqual({ 2024: '1/5', 2025: '2/4' })
    expect(parts(await extract.ask('outreach.assessed_share --where assessor=union --from 2024 --to 2025'))).toEqual({ 2024: '5/6', 2025: '4/4' })
    expect(byKey(await extract.ask(`outreach.stance --by stance --where assessor=union ${in2025}`))).toEqual({ '2025 1': 1, '2025 2': 1, '2025 3': 0, '2025 4': 1, '2025 5': 1 })
    // Reached since 2024-06-16: E1 E3 and E7 of E1 E2 E3 E7, in V3 two and in V5 two contacts.
    expect(parts(await extract.ask(`outreach.reached_12m ${in2025}`))).toEqual({ 2025: '3/4' })
    expect(parts(await extract.ask(`outreach.dose ${in2025}`))).toEqual({ 2025: '4/3' })
  })

  test('is not gone: reassessed it is a pair, else it is not reassessed', async () => {
    const extract = await suspended()
    const [answer] = await extract.answer([{ kind: 'transition', transition: 'stance', period: year(2025), where: [byUnion] }])
    // E6 gone, E1 3 → 5, E4 not reassessed, E3 4 → 2, E5 4 → 5: as if none were suspended.
    expect(answer?.kind === 'transition' ? answer.flows.map(({ from, to, n }) => `${from}→${to} ${n}`).sort() : null).toEqual(['2→gone 1', '3→5 1', '3→not_reassessed 1', '4→2 1', '4→5 1'])
    expect(parts(await extract.ask(`outreach.reassessed --where assessor=union ${in2025}`))).toEqual({ 2025: '3/5' })
    expect(parts(await extract.ask(`outreach.net_shift --where assessor=union ${in2025}`))).toEqual({ 2025: '1/3' })
  })

  test('is spoken of wherever enterprises are counted, in both languages', () => {
    const factsOf = (id: string) => new Set(operandsOf(metrics.find((metric) => metric.id === id)?.formula ?? { kind: 'sum', of: { fact: '', sum: '', axis: '' } }).map(({ fact }) => fact))
    const about = (...facts: readonly string[]) => metrics.filter(({ id }) => id.startsWith('outreach.') && facts.some((fact) => factsOf(id).has(fact)))
    const says = (zh: string, en: string) => ({ definition }: { definition: { zh: string; en: string } }) => definition.zh.includes(zh) && definition.en.includes(en)
    const [states, moves] = [about('reach', 'stance_states'), about('stance_moves')]
    expect(states.map(({ id }) => id)).toEqual(['reached_12m', 'dose', 'assessed_share', 'stance', 'support_share'].map((id) => `outreach.${id}`))
    expect(moves.map(({ id }) => id)).toEqual(['outreach.net_shift', 'outreach.reassessed'])
    expect(states.filter(says('停业的企业在数据截止日不算在营', 'suspended enterprise is not active at the as-of date'))).toEqual(states)
    expect(moves.filter(says('停业的企业仍存续', 'suspended enterprise still exists'))).toEqual(moves)
    const subtitle = (panel: string) => outreachPage.panels.find(({ id }) => id === panel)?.subtitle
    expect(subtitle('stance_bars')).toMatchObject({ zh: expect.stringContaining('截止日停业的不计'), en: expect.stringContaining('suspended at the as-of date left out') })
    expect(subtitle('stance_flow')).toMatchObject({ zh: expect.stringContaining('存续的企业（含停业）'), en: expect.stringContaining('suspended ones too') })
  })
})

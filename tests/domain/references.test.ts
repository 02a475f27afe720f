import { describe, expect, it } from 'vitest'
import { monthOf } from '../../src/domain/period'
import { referencesOf } from '../../src/domain/references'
import { targetOf } from '../../src/domain/targets'
import { fakeManifest } from '../components/support/fake-extract'

const year = (y: number) => ({ from: monthOf(y, 1), to: monthOf(y, 12) })
const bilingual = (text: string) => ({ zh: text, en: text })
const benchmark = { metric: 'm', member: null, geo: bilingual('上海市'), period: '2023', value: 0.5, source: bilingual('公报'), url: null, grade: 'primary' } as const
const manifest = {
  ...fakeManifest,
  targets: [
    { metric: 'm', member: null, area: null, period: '2025', value: 0.8 },
    { metric: 'm', member: { dimension: 'contract_type', member: 'wage' }, area: null, period: '2025', value: 0.6 },
    { metric: 'm', member: null, area: null, period: '2024', value: 0.7 },
  ],
  benchmarks: [benchmark, { ...benchmark, period: '2024', value: 0.55 }, { ...benchmark, period: '2026', value: 0.9 }, { ...benchmark, geo: bilingual('全国'), value: 0.4 }],
}
const shown = (asked: Parameters<typeof referencesOf>[2], by: readonly string[] = []) => referencesOf(manifest, 'm', asked, by).map(({ kind, label, value, member }) => [kind, label.zh, value, member?.member ?? null])

describe('references', () => {
  it('are the target of the last period and of each place the latest figure not younger than it', () => {
    expect(shown({ period: year(2025), where: [] })).toEqual([['target', '目标 2025 年', 0.8, null], ['benchmark', '上海市 2024 年', 0.55, null], ['benchmark', '全国 2023 年', 0.4, null]])
    expect(shown({ period: { from: monthOf(2020, 1), to: monthOf(2024, 12) }, where: [] })[0]).toEqual(['target', '目标 2024 年', 0.7, null])
  })

  it('of a member belong to its split or to its filter', () => {
    expect(shown({ period: year(2025), where: [] }, ['contract_type'])).toContainEqual(['target', '目标 2025 年', 0.6, 'wage'])
    const filtered = shown({ period: year(2025), where: [{ dimension: 'contract_type', members: ['wage'] }] })
    expect(filtered).toEqual([['target', '目标 2025 年', 0.6, null]])
  })

  it('are none where a filter changes what the number is about', () => {
    expect(shown({ period: year(2025), where: [{ dimension: 'size', members: ['micro'] }] })).toEqual([])
    expect(shown({ period: year(2025), where: [{ dimension: 'union', members: ['U1'] }] }).map(([kind]) => kind)).toEqual(['benchmark', 'benchmark'])
  })

  it('of the member a metric implies belong to it unasked, before those of the undivided metric', () => {
    const metric = 'coverage.enterprises'
    const fact = { ...Object.values(fakeManifest.facts)[0]!, principal: { contract_type: 'general' } }
    const general = { metric, member: { dimension: 'contract_type', member: 'general' }, area: null, period: '2025', value: 0.8 }
    const wage = { ...general, member: { dimension: 'contract_type', member: 'wage' }, value: 0.75 }
    const held = { ...fakeManifest, facts: { ...fakeManifest.facts, coverage: fact }, targets: [wage, { ...general, member: null, value: 0.9 }, general] }
    const type = (...members: string[]) => ({ dimension: 'contract_type', members })
    const aims = (...where: { dimension: string; members: string[] }[]) => [targetOf(held, metric, '2025', where), referencesOf(held, metric, { period: year(2025), where }, []).map(({ value }) => value)]
    expect(aims()).toEqual([0.8, [0.8]])
    expect(aims(type('wage'))).toEqual([0.75, [0.75]])
    expect(aims(type('wage', 'general'))).toEqual([0.8, [0.8]])
    expect(aims({ dimension: 'size', members: ['micro'] })).toEqual([null, []])
    expect(targetOf({ ...held, targets: [wage] }, metric, '2025', [])).toBeNull()
    expect(referencesOf(held, metric, { period: year(2025), where: [] }, ['contract_type']).map(({ value, member }) => [member?.member ?? null, value])).toEqual([[null, 0.9], ['wage', 0.75], ['general', 0.8]])
  })
})

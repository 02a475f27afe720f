import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { benchmarkRows, targetRows } from '../../scripts/lib/sample/reference-rows'
import { buildChart, isDrawn } from '../../src/charts'
import type { Panel } from '../../src/domain/dashboards/dashboard'
import { dashboards } from '../../src/domain/dashboards'
import { panelMetrics } from '../../src/domain/dashboards/panel-metrics'
import { defaultPeriod, panelQuestion } from '../../src/domain/dashboards/questions'
import type { Manifest, ManifestBenchmark, ManifestTarget } from '../../src/domain/manifest'
import { memberLabel } from '../../src/domain/members'
import { parseMetricRef } from '../../src/domain/member-ref'
import { metricOf } from '../../src/domain/metrics'
import { parseBenchmarks } from '../../src/domain/reference/benchmarks'
import { referencesOf } from '../../src/domain/references'
import { targetOf } from '../../src/domain/targets'
import { fakeAnswer, fakeManifest } from '../components/support/fake-extract'
import { golden } from './support/drawn'

const general = { principal: { contract_type: 'general' } }
const extract: Manifest = {
  ...fakeManifest,
  facts: Object.fromEntries(Object.entries(fakeManifest.facts).map(([id, fact]) => [id, ['coverage', 'contract_unions'].includes(id) ? { ...fact, ...general } : fact])),
}
const beside = (targets: readonly ManifestTarget[], benchmarks: readonly ManifestBenchmark[]): Manifest => ({ ...extract, targets, benchmarks })

/** The panel as the page draws it beside some references: the answer is always the same. */
const drawn = (panel: Panel, manifest: Manifest): string | null => {
  const question = panelQuestion(panel, { period: defaultPeriod(manifest), where: [], compare: 'none' }, manifest)
  const by = question.kind === 'measure' ? question.by : []
  const built = buildChart(fakeAnswer(question), panel, {
    language: 'zh', size: 'wide', width: 588, metric: metricOf,
    label: (dimension, member) => memberLabel(manifest, dimension, member, 'zh'),
    target: (metric, period) => targetOf(manifest, metric, period, question.where),
    references: (metric) => referencesOf(manifest, metric, question, by),
  })
  return built && golden(built)
}

/** Panels whose picture changes with a reference. */
const showing = (metric: string, manifest: Manifest): string[] =>
  dashboards.flatMap(({ id, panels }) => panels
    .filter((panel) => isDrawn(panel) && panelMetrics(panel).some((one) => one.id === metric) && drawn(panel, manifest) !== drawn(panel, beside([], [])))
    .map((panel) => `${id}/${panel.id}`))

const benchmarks = parseBenchmarks(readFileSync('data/reference/benchmarks.csv', 'utf8'))
const targets = targetRows().flatMap(({ metric_id, period, value }): ManifestTarget[] => {
  const ref = parseMetricRef(String(metric_id))
  return ref && period === '2025' ? [{ ...ref, area: null, period, value: Number(value) }] : []
})
const nameOf = ({ metric, member }: ManifestTarget | ManifestBenchmark) => (member ? `${metric}[${member.dimension}=${member.member}]` : metric)

describe('every reference that comes with the product is drawn on a page', () => {
  it.each(benchmarks.map((one) => [`${nameOf(one)} ${one.geo.zh} ${one.period}`, one] as const))('the published figure %s', (_, one) => {
    expect(showing(one.metric, beside([], [one]))).not.toEqual([])
  })

  it.each(targets.map((one) => [nameOf(one), one] as const))('the target of %s', (_, one) => {
    expect(showing(one.metric, beside([one], []))).not.toEqual([])
  })

  it('and every one of the sample is among the metrics and members tested', () => {
    expect(new Set(targets.map(nameOf))).toEqual(new Set(targetRows().map(({ metric_id }) => metric_id)))
    expect(benchmarkRows().filter(({ metric_id }) => !benchmarks.some((one) => nameOf(one) === metric_id))).toEqual([])
  })
})

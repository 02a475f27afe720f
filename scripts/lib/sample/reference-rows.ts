import { committees, STREET_CODE } from './places'
import { STREET_MECHANISMS } from './mechanisms'
import type { Row } from './row'
import type { Adoption } from './scenario'

export const adoptionRows = (adoptions: readonly Adoption[]): readonly Row[] =>
  committees.flatMap((committee) => [
    { union_id: committee.unionId, mechanism: 'congress', adopted_on: adoptions.find((one) => one.committee === committee)?.adopted ?? null },
    ...STREET_MECHANISMS.map(([mechanism, adopted]) => ({ union_id: committee.unionId, mechanism, adopted_on: adopted })),
  ])

/** Targets of the street by year; a metric may name a member of one of its dimensions. */
export const targetValues: readonly (readonly [string, number, readonly string[]])[] = [
  ['ladder.grassroots_resolution', 0.85, ['2023', '2024', '2025']],
  ['disputes.within_15d', 0.9, ['2023', '2024', '2025']],
  ['ladder.source_resolution', 0.4, ['2023', '2024', '2025']],
  ['congress.unions_covered', 0.9, ['2024', '2025']],
  ['coverage.enterprises[contract_type=general]', 0.8, ['2024', '2025']],
  ['coverage.enterprises[contract_type=wage]', 0.75, ['2024', '2025']],
  ['coverage.women[contract_type=women]', 0.75, ['2024', '2025']],
  ['tickets.within_sla', 0.9, ['2023', '2024', '2025']],
]

export const targetRows = (): readonly Row[] =>
  targetValues.flatMap(([metric, value, periods]) => periods.map((period) => ({ metric_id: metric, area_code: STREET_CODE, period, value })))

/** Named as in data/reference/benchmarks.csv, which has the year after: one place and one source, of which a chart shows the latest. */
const jolts = {
  geo: '美国（非农，经季节调整）',
  title: '美国劳工统计局 职位空缺与劳动力流动调查（JOLTS），12 个月平均',
  url: 'https://www.bls.gov/jlt/',
}

/** Published rates to set the street's beside; all recomputed from the source's monthly series. */
export const benchmarkRows = (): readonly Row[] =>
  ([['turnover.hires_rate', 0.03417], ['turnover.quits_rate', 0.02067], ['turnover.layoffs_rate', 0.01058]] as const).map(([metric, value]) => ({
    metric_id: metric, geo: jolts.geo, period: '2024', value, source_title: jolts.title, source_url: jolts.url, published_on: null, grade: 'primary',
  }))

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { referenceFolder } from '../../../scripts/lib/reference'
import { benchmarkRows } from '../../../scripts/lib/sample/reference-rows'
import { parseBenchmarks } from '../../../src/domain/reference/benchmarks'

it('benchmarks cite the office that publishes them and repeat none that comes with the product', () => {
  const shipped = parseBenchmarks(readFileSync(join(referenceFolder, 'benchmarks.csv'), 'utf8'))
  for (const { metric_id, geo, period, source_title, source_url } of benchmarkRows()) {
    const same = shipped.filter(({ metric }) => metric === metric_id)
    expect(same.map((one) => [one.geo.zh, one.source.zh, one.url])).toEqual([[geo, source_title, source_url]])
    expect(same.map((one) => one.period)).not.toContain(period)
  }
})

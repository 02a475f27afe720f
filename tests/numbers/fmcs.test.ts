import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { metrics } from '../../src/domain/metrics'
import { byKey, extractedFrom } from '../support/extracted'
import { realTables } from '../support/real-tables'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const mapping = path('../../data/mappings/fmcs-work-stoppages.json')

const tables = realTables('fmcs', 'fmcs-work-stoppages')

describe('nine real work stoppages', () => {
  test('opened by year, closed and open, without the one that ends before it starts', async () => {
    const excerpt = await extractedFrom({ folder: tables[0]?.folder ?? '', mapping })
    const opened = byKey(await excerpt.ask('disputes.opened --from 1984 --to 2005'))
    expect(Object.entries(opened).filter(([, n]) => n !== 0)).toEqual([['1984', 4], ['1985', 2], ['2005', 2]])
    expect((await excerpt.ask('disputes.closed,disputes.open,disputes.pending --grain all')).map((c) => c.value)).toEqual([6, 2, 2])
  })
})

describe.each(tables.filter(({ isWhole }) => isWhole))('14,317 real work stoppages', ({ folder }) => {
  const register = () => extractedFrom({ folder, mapping })
  const ask = async (line: string) => (await register()).ask(line)


  test('14,309 kept, 8 end before they start', async () => {
    const { manifest } = await register()
    expect(manifest.tables.find((t) => t.name === 'disputes')).toMatchObject({ read: 14_317, kept: 14_309, rejected: 8 })
    expect(manifest.facts.disputes?.n).toBe(14_309)
  })

  test('opened by year', async () => {
    const cells = byKey(await ask('disputes.opened --from 1981 --to 2020'))
    expect([cells['1985'], cells['2000'], cells['2020']]).toEqual([1194, 410, 51])
  })

  test('closed and open in all', async () => {
    const cells = await ask('disputes.closed,disputes.open,disputes.pending --grain all')
    expect(cells.map((c) => c.value)).toEqual([14_223, 86, 86])
  })

  test('by state', async () => {
    const cells = byKey(await ask('disputes.opened --by area --grain all'))
    expect(['OH', 'IL', 'PA', 'CA', 'NY'].map((state) => cells[`all ${state}`])).toEqual([1390, 1355, 1323, 1252, 1080])
    expect(Object.values(cells).reduce<number>((sum, n) => sum + Number(n), 0)).toBe(14_309)
  })

  test('cause, rung, money and outcome are not recorded; the rate has no denominator', async () => {
    const cells = await ask(`${metrics.map((m) => m.id).join(',')} --from 2019 --to 2019`)
    const answered = new Set(['disputes.opened', 'disputes.closed', 'disputes.carried_over', 'disputes.open', 'disputes.pending', 'disputes.workers', 'disputes.collective_share', 'disputes.days_median', 'disputes.days_p90'])
    const reasons = Object.fromEntries(cells.filter((c) => !answered.has(c.metric)).map((c) => [c.metric, c.missing]))
    const { 'disputes.rate': rate, ...others } = reasons
    expect(rate).toBe('no_denominator')
    expect(new Set(Object.values(others))).toEqual(new Set(['not_recorded']))
    expect(cells.filter((c) => answered.has(c.metric) && c.missing !== null).map((c) => [c.metric, c.missing])).toEqual([['disputes.pending', 'not_in_extract']])
  })

  test.each(['cause', 'cause_area', 'final_stage', 'outcome', 'channel', 'size', 'union'])('a split by %s is not recorded, and so is a filter', async (dimension) => {
    expect(Object.values(byKey(await ask(`disputes.opened --by ${dimension} --from 2019 --to 2019`)))).toEqual(['not_recorded'])
    expect(byKey(await ask(`disputes.opened --where ${dimension}=~ --from 2019 --to 2019`))).toEqual({ 2019: 'not_recorded' })
  })
})

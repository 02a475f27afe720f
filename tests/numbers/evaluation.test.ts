import { describe, expect, test } from 'vitest'
import { printCsv, printJson, printTable } from '../../scripts/lib/ask/print'
import { questionOf, readArguments } from '../../scripts/lib/ask/question'
import { byKey, extracted, parts } from '../support/extracted'
import { rankJob, unitsFrom } from '../../src/domain/evaluation/ranking'
import { rankWorth, standardDraws } from '../../src/domain/evaluation/ranks'

const at = (asOf = '2025-12-31') => extracted('evaluation', { asOf })
const ask = async (line: string, asOf?: string) => (await at(asOf)).ask(line)
const year = (y: number) => `--from ${y} --to ${y}`
const unions = '--where unit_kind=union'
const near = (value: number) => expect.closeTo(value, 9)

describe('scores of units', () => {
  test('each union, and none where less than half of the weight is rated', async () => {
    expect(byKey(await ask(`evaluation.score --by unit ${unions} ${year(2024)}`))).toMatchObject({ '2024 U1': near(68.1), '2024 U2': near(188 / 7), '2024 U3': 'not_recorded' })
    expect(byKey(await ask(`evaluation.score ${unions} ${year(2024)}`))).toEqual({ 2024: near((68.1 + 188 / 7) / 2) })
  })

  test('kinds of units and levels of the tree are never pooled', async () => {
    const [cell] = await ask(`evaluation.score ${year(2024)}`)
    expect(cell).toMatchObject({ value: near(46), within: { unit_kind: 'enterprise', indicator: 'total' } })
  })

  test('the command line says of which kind it speaks', async () => {
    const { answer, manifest } = await at()
    const question = questionOf(readArguments(`evaluation.score ${year(2024)}`.split(' ')), manifest)
    const [told] = await answer([question])
    if (told?.kind !== 'measure') throw new Error('A measure question got another kind of answer')
    expect(printTable(told, question, manifest)).toMatch(/只计.*\n.*企业、总分 +46 /)
    expect(printCsv(told, question)).toMatch(/,since,within\nevaluation\.score,2024,46,.*,unit_kind=enterprise indicator=total\n$/)
    expect(JSON.parse(printJson(told, question))).toMatchObject({ answers: [{ within: { unit_kind: 'enterprise' } }] })
  })

  test('parts: inner nodes and leaves of those rated', async () => {
    expect(byKey(await ask(`evaluation.part --by indicator --where unit=U2 ${unions} ${year(2024)}`))).toEqual({
      '2024 total': near(188 / 7), '2024 S': near(80 / 7), '2024 S1': 0, '2024 S2': 'not_recorded', '2024 S3': 40, '2024 G': 50, '2024 G1': 50, '2024 G2': 'not_recorded',
    })
    expect(byKey(await ask(`evaluation.weight --by indicator --where unit=U2 ${unions} ${year(2024)}`))).toMatchObject({ '2024 S1': near(3 / 7), '2024 S2': 0, '2024 S3': near(12 / 70), '2024 G1': near(0.4) })
  })

  test('contributions of a level add up to the total', async () => {
    const cells = byKey(await ask(`evaluation.contribution --by indicator ${unions} ${year(2024)}`))
    const sum = (...ids: string[]) => ids.reduce((s, id) => s + Number(cells[`2024 ${id}`]), 0)
    expect(sum('S', 'G')).toBeCloseTo(Number(cells['2024 total']), 9)
    expect(sum('S1', 'S2', 'S3', 'G1', 'G2')).toBeCloseTo((68.1 + 188 / 7) / 2, 9)
  })

  test('rated, without a total, from congress, responses', async () => {
    const cells = await ask(`evaluation.rated_share,evaluation.below,evaluation.evaluated,evaluation.congress_share,evaluation.responses ${unions} ${year(2024)}`)
    expect(cells.map((c) => c.value)).toEqual([near(10 / 15), 1, 2, near(50 / (68.1 + 188 / 7)), 15])
  })

  test('the spread over units, to one decimal', async () => {
    const [answer] = await (await at()).answer([{ kind: 'distribution', metric: 'evaluation.score_median', period: { from: 24288, to: 24299 }, where: [{ dimension: 'unit_kind', members: ['union'] }] }])
    expect(answer).toMatchObject({ bins: [{ value: 26.9, n: 1 }, { value: 68.1, n: 1 }], missing: null })
  })

  test('by place: a union where it is, an enterprise where it is registered', async () => {
    expect(byKey(await ask(`evaluation.score --by area ${unions} ${year(2024)}`))).toMatchObject({ '2024 310106099001': near(68.1), '2024 310106099003': 'not_recorded' })
    expect(byKey(await ask(`evaluation.score --by area ${year(2024)}`))).toMatchObject({ '2024 310106099001': near(46), '2024 310106099002': 'no_denominator' })
  })
})

describe('versions and change', () => {
  test('the second version names the upper weights alone', async () => {
    expect(byKey(await ask(`evaluation.score ${unions} --grain quarter --from 2025-Q4 --to 2025-Q4`))).toEqual({ '2025-Q4': near(80.25) })
  })

  test('the change by indicator: scores apart from weights', async () => {
    const of = async (id: string) => byKey(await ask(`evaluation.${id} --by indicator ${unions} ${year(2025)}`))
    expect(await of('change')).toEqual({ '2025 total': near(12.15), '2025 S': near(-0.35), '2025 S1': near(2.5), '2025 S2': near(-2.25), '2025 S3': near(-0.6), '2025 G': near(12.5), '2025 G1': near(5), '2025 G2': near(7.5) })
    expect(await of('change_by_score')).toMatchObject({ '2025 total': near(11.1), '2025 S': near(6.6), '2025 G': near(4.5) })
    expect(await of('change_by_weight')).toMatchObject({ '2025 total': near(1.05), '2025 S': near(-6.95), '2025 G': near(8) })
    expect(byKey(await ask(`evaluation.change ${unions} ${year(2024)}`))).toEqual({ 2024: 'no_denominator' })
  })

  test.each([['2025-11-30', 2025, 'not_reported'], ['2025-12-01', 2025, 80.25], ['2026-02-28', 2026, 'not_reported'], ['2026-03-31', 2026, 100]] as const)('a period counts from its last month on: as of %s', async (asOf, y, expected) => {
    expect(byKey(await ask(`evaluation.score ${unions} ${year(y)}`, asOf))).toEqual({ [y]: expected })
  })
})

describe('supplied composites', () => {
  test('are averaged, and flagged where they differ by more than 0.0075', async () => {
    const cells = await ask(`evaluation.supplied,evaluation.differs ${unions} ${year(2024)}`)
    expect(cells.map((c) => c.value)).toEqual([near(61.7525), 1])
    expect(parts(await ask(`evaluation.supplied ${unions} ${year(2025)}`))).toEqual({ 2025: 'not_recorded' })
  })

  test('are listed where they differ', async () => {
    const [answer] = await (await at()).answer([{ kind: 'list', list: 'supplied_differs', period: { from: 24288, to: 24299 }, where: [] }])
    expect(answer).toMatchObject({ rows: [['2024-Q4', 'union', 'U2', '26.86', '27.15']], missing: null })
  })

  test('are not recorded where the source gives none', async () => {
    const { ask: asked, manifest } = await extracted('evaluation-bare', { asOf: '2025-12-31' })
    const cells = await asked('evaluation.score,evaluation.supplied,evaluation.differs,evaluation.congress_share,evaluation.responses --from 2025 --to 2025')
    expect(cells.map((c) => c.missing ?? c.value)).toEqual([70, 'not_recorded', 'not_recorded', 'not_recorded', 'not_recorded'])
    expect(manifest.members.indicator?.map(({ id, parent }) => [id, parent])).toEqual([['total', null], ['A', 'total'], ['B', 'total']])
  })
})

describe('the extract', () => {
  test('names units and indicators, the tree in its order', async () => {
    const { manifest } = await at()
    expect(manifest.members.indicator?.map(({ id }) => id)).toEqual(['total', 'S', 'S1', 'S2', 'S3', 'G', 'G1', 'G2'])
    expect(manifest.members.unit?.map(({ zh, en }) => [zh, en])).toEqual([['E1', 'E1'], ['甲联合工会', '甲联合工会'], ['乙联合工会', '乙联合工会'], ['丙联合工会', '丙联合工会']].map((row, i) => (i === 0 ? [expect.any(String), expect.any(String)] : row)))
    expect(manifest.indicators).toHaveLength(10)
    expect(manifest.indicators.find(({ id }) => id === 'S1')).toMatchObject({ parent: 'S', weight: 0.5, direction: 'down', low: 0, high: 20, congress: false, from: '2023-01-01' })
  })

  test('without an evaluation nothing is recorded', async () => {
    const { ask: asked, manifest } = await extracted('flow', { asOf: '2025-06-15' })
    expect(byKey(await asked('evaluation.score --from 2025 --to 2025'))).toEqual({ 2025: 'not_recorded' })
    expect([manifest.indicators, manifest.members.indicator, manifest.members.unit]).toEqual([[], [], []])
  })

  test('an aggregated one answers alike', async () => {
    const cells = await (await extracted('evaluation', { asOf: '2025-12-31', detail: 'cells' })).ask(`evaluation.part --by indicator ${unions} ${year(2024)}`)
    expect(byKey(cells)).toEqual(byKey(await ask(`evaluation.part --by indicator ${unions} ${year(2024)}`)))
  })
})

describe('a ranking under the official weights', () => {
  test.each([[2024, 2024], [2024, 2025]] as const)('scores units as evaluation.score does, %d to %d', async (from, to) => {
    const period = { from: from * 12, to: to * 12 + 11 }
    const where = [{ dimension: 'unit_kind', members: ['union'] }]
    const { answer, manifest } = await at()
    const [parted, scores] = await answer([
      { kind: 'measure', metrics: ['evaluation.part'], by: ['area', 'rated_parts', 'indicator'], grain: 'all', compare: 'none', period, where },
      { kind: 'measure', metrics: ['evaluation.score'], by: ['area'], grain: 'all', compare: 'none', period, where },
    ])
    if (parted?.kind !== 'measure' || scores?.kind !== 'measure') throw new Error('no answer')
    const units = unitsFrom(parted.cells, 'area', manifest.indicators)
    const worth = rankWorth(rankJob(({ weight }) => weight, units, { ...standardDraws, draws: 0 }))
    const ranked = Object.fromEntries(units.flatMap(({ member }, i) => (worth.scores[i] === null ? [] : [[member, near(worth.scores[i] ?? 0)]])))
    expect(Object.keys(ranked)).toHaveLength(2)
    expect(Object.fromEntries(scores.cells.flatMap(({ members, value }) => (value === null ? [] : [[members.area, value]])))).toEqual(ranked)
  })
})

import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parseMapping } from '../../../scripts/lib/mapping/load'
import { splitCell } from '../../../scripts/lib/mapping/split'
import { realTables } from '../../support/real-tables'
import { folderOf, ledgers, rowsOf, stageFolder } from '../stage/ledgers'

const fmcsMapping = fileURLToPath(new URL('../../../data/mappings/fmcs-work-stoppages.json', import.meta.url))

const messageOf = (content: unknown): string => {
  try {
    parseMapping(content)
  } catch (error) {
    return String(error)
  }
  return ''
}

describe('a mapping', () => {
  it.each([
    [{ files: [{ match: 'a.csv', table: 'disputes', columns: { 'Start Date': 'started' } }] }, 'files[0].columns.Start Date: 劳动争议台账 没有 started 这一列'],
    [{ files: [{ match: 'a.csv', table: 'cases' }] }, 'files[0].table: 没有名为 cases 的表'],
    [{ files: [{ match: 'a.csv', table: 'disputes', colums: {} }] }, 'files[0].colums: no such setting'],
    [{ files: [{ match: 'a.csv', table: 'disputes', dates: { opened_on: 'MMMM' } }] }, 'files[0].dates.opened_on: the date format MMMM'],
    [{ files: [{ match: 'a.csv', table: 'disputes', split: [{ column: 'x', into: ['cause'] }] }] }, 'files[0].split[0]: give exactly one'],
    [{ files: [{ match: 'a.csv', table: 'disputes', columns: { a: 'cause', b: 'cause' } }] }, 'files[0].columns.b: the target column cause is already given'],
    [{ files: [{ match: 'a.csv' }] }, 'files[0].table: 缺少或类型不对'],
    [{ files: [{ match: 'a.csv', table: 'disputes', encoding: 'klingon' }] }, 'files[0].encoding: 编码 klingon 不认识'],
    [{ files: [{ match: 'a.csv', table: 'disputes', headerRow: 0 }] }, 'files[0].headerRow: 应为大于 0 的数'],
    [{ files: [{ match: 'a.csv', table: 'disputes', dates: { cause: 'YYYY-MM-DD' } }] }, 'files[0].dates.cause: 争议类型 不是日期列'],
    [{ files: [{ match: 'a.csv', table: 'disputes', values: { cause: { Pay: 'pay_arrearz' } } }] }, 'files[0].values.cause.Pay: 争议类型：读到“pay_arrearz”'],
    [{ files: [{ match: 'a.csv', table: 'disputes', constants: { source_channel: 'nope' } }] }, 'files[0].constants.source_channel: source_channel: Read "nope"'],
    [{ files: [{ match: 'a.csv', table: 'disputes', unpivot: [{ into: 'dispute_stages', set: { stage: 'tier9' }, columns: { R: 'applied_on' } }] }] }, 'files[0].unpivot[0].set.stage: 层级：读到“tier9”'],
    [{ files: [{ match: 'a.csv', table: 'disputes', unpivot: [{ into: 'dispute_stages', columns: { R: 'applied_on' }, dates: { applied_on: 'soon' } }] }] }, 'files[0].unpivot[0].dates.applied_on: the date format soon'],
    [{ files: [{ match: 'a.csv', table: 'disputes', unpivot: [{ into: 'dispute_stages', columns: { R: 'result' }, values: { result: { ok: 'fine' } } }] }] }, 'files[0].unpivot[0].values.result.ok: 结果：读到“fine”'],
    [{ name: 'Our Street' }, 'name: 格式不对，应为小写英文字母、数字和连字符'],
    [{ street: '3101' }, 'street: wrong format; expected an area code of 9 digits'],
    [{ places: 'guess' }, 'places: 只能是 matched、as_named 之一'],
  ])('is refused with the path of what is wrong', (content, message) => {
    expect(messageOf(content)).toContain(message)
  })

  it('names a header that the file does not have', async () => {
    const folder = folderOf({ 'work_stoppages.csv': 'Case Number,Start Date,Industry\n1,2020-01-01,Mining\n' })
    const error: unknown = await stageFolder(folder, { mapping: fmcsMapping }).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'mapping_column' })
    expect(String(error)).toContain('files[0].columns.End Date: 表头中没有“End Date”这一列')
  })

  it.each([
    [{ match: 'case*.csv', table: 'disputes' }, 'mapping_file', 'files[0].match：没有文件与“case*.csv”相符'],
    [{ match: 'a.csv', table: 'disputes', headerRow: 99 }, 'mapping_column', 'files[0].headerRow：a.csv 前 60 行内没有第 99 行'],
  ])('names the path of what the folder does not hold', async (entry, code, message) => {
    const folder = folderOf({ 'a.csv': 'dispute_id,opened_on\n1,2024-01-01\n', 'source.json': JSON.stringify({ files: [entry] }) })
    const error: unknown = await stageFolder(folder).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code })
    expect(String(error)).toContain(message)
  })

  it('reads dates and values of unpivoted rungs as the source writes them', async () => {
    const folder = folderOf({
      'a.csv': 'dispute_id,opened_on,In,Out,How\n1,2024-03-05,05.03.2024,20.03.2024,ok\n',
      'source.json': JSON.stringify({
        files: [{
          match: 'a.csv', table: 'disputes',
          unpivot: [{
            into: 'dispute_stages', set: { stage: 'tier2' }, columns: { In: 'applied_on', Out: 'ended_on', How: 'result' },
            dates: { applied_on: 'DD.MM.YYYY', ended_on: 'DD.MM.YYYY' }, values: { result: { ok: 'settled' } },
          }],
        }],
      }),
    })
    const staged = await stageFolder(folder)
    expect(await rowsOf(staged, 'SELECT stage, applied_on, ended_on, result FROM stage.dispute_stages')).toEqual([['tier2', '2024-03-05', '2024-03-20', 'settled']])
    staged.close()
  })

  it('renames, formats, maps values, splits, sets constants, makes ids and unpivots', async () => {
    const staged = await stageFolder(ledgers('mapped'))
    expect(await rowsOf(staged, 'SELECT dispute_id, source_channel, area_code, opened_on, closed_on, cause, workers, outcome FROM stage.disputes')).toEqual([
      ['Norte-1', 'visit', 'España', '2024-03-05', '2024-03-20', 'overtime', '2', 'settled'],
      ['Norte-1#2', 'visit', 'Centro', '2024-03-06', null, 'other', '1', 'pending'],
      ['Sur-2', 'visit', 'Sur', '2024-03-07', '2024-03-08', 'other', '4', 'failed'],
    ])
    expect(await rowsOf(staged, 'SELECT dispute_id, seq, stage, applied_on, ended_on, result FROM stage.dispute_stages')).toEqual([
      ['Norte-1', '1', 'tier2', '2024-03-05', '2024-03-20', 'settled'],
      ['Norte-1#2', '1', 'tier2', '2024-03-06', null, 'pending'],
    ])
    expect(staged.checks.map(line => line.rule)).toEqual(['disputes.id_repeats'])
    expect([staged.name, staged.title]).toEqual(['mapped-cases', { zh: '映射示例', en: 'Mapped cases' }])
    staged.close()
  })
})

describe('splitting a cell', () => {
  const into = [null, 'area_code']
  it('counts separators from the right', () => {
    const split = { column: 'x', separator: ',', from: 'right' as const, into }
    expect(splitCell('Kingston,st.croix, VI', split)).toEqual(['Kingston,st.croix', 'VI'])
    expect(splitCell('OH', split)).toEqual([null, 'OH'])
    expect(splitCell(null, split)).toEqual([null, null])
  })
  it('takes the groups of a pattern', () => {
    expect(splitCell('H62 餐饮业', { column: 'x', pattern: '^([A-T]\\d+)\\s*(.*)$', from: 'left', into: ['industry_code', null] })).toEqual(['H62', '餐饮业'])
  })
})

describe('FMCS work stoppages', () => {
  it('reads the excerpt: nine rows, one of which ends before it starts', async () => {
    const staged = await stageFolder(ledgers('fmcs'), { mapping: fmcsMapping })
    expect(staged.counts.get('disputes')).toEqual({ read: 9, kept: 8, rejected: 1, flagged: 2, ignored: 0 })
    // The excerpt holds 1984, 1985 and 2005: its two last rows lie twenty years after all others.
    expect(staged.checks.filter(line => line.severity === 'flag').map(line => `${line.rule}@${line.row ?? ''}`)).toEqual(['as_of.outlier@9', 'as_of.outlier@10', 'as_of.outlier@9', 'as_of.outlier@10'])
    expect(await rowsOf(staged, 'SELECT area_code, count(*), sum(workers)::BIGINT FROM stage.disputes GROUP BY 1 ORDER BY 1')).toEqual([
      ['CA', '2', '490'], ['CO', '1', '350'], ['MA', '1', '600'], ['NJ', '1', '27'], ['OH', '1', '29'], ['VI', '1', '377'], ['WI', '1', '280'],
    ])
    expect(await rowsOf(staged, 'SELECT count(closed_on), count(DISTINCT dispute_id) FROM stage.disputes')).toEqual([['6', '8']])
    expect([...staged.recorded].sort()).toEqual([
      'disputes.area_code', 'disputes.closed_on', 'disputes.dispute_id', 'disputes.industry_code', 'disputes.opened_on', 'disputes.workers',
    ])
    staged.close()
  })

  it.each(realTables('fmcs', 'fmcs-work-stoppages').filter(({ isWhole }) => isWhole))('reads $title', async ({ folder }) => {
    const staged = await stageFolder(folder, { mapping: fmcsMapping })
    expect(staged.counts.get('disputes')).toMatchObject({ read: 14317, kept: 14309, rejected: 8 })
    expect(await rowsOf(staged, `SELECT year(opened_on), count(*) FROM stage.disputes WHERE year(opened_on) IN (1985, 2000, 2020) GROUP BY 1 ORDER BY 1`))
      .toEqual([['1985', '1194'], ['2000', '410'], ['2020', '51']])
    expect(await rowsOf(staged, 'SELECT count(closed_on), count(*) - count(closed_on), count(DISTINCT dispute_id) FROM stage.disputes')).toEqual([['14223', '86', '14309']])
    expect(await rowsOf(staged, 'SELECT area_code, count(*) FROM stage.disputes GROUP BY 1 ORDER BY 2 DESC LIMIT 5'))
      .toEqual([['OH', '1390'], ['IL', '1355'], ['PA', '1323'], ['CA', '1252'], ['NY', '1080']])
    staged.close()
  })
})

import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parseMapping } from '../../../scripts/lib/mapping/load'
import { realTables } from '../../support/real-tables'
import { folderOf, found, rowsOf, stageFolder } from '../stage/ledgers'

const messageOf = (derive: unknown, more: object = {}): string => {
  try {
    parseMapping({ files: [{ match: 'a.csv', table: 'workforce_months', derive, ...more }] })
  } catch (error) {
    return String(error)
  }
  return ''
}

const staged = (csv: string, file: object) =>
  stageFolder(folderOf({ 'a.csv': csv, 'source.json': JSON.stringify({ places: 'as_named', files: [{ match: 'a.csv', table: 'workforce_months', ...file }] }) }), { asOf: '2025-12-31' })

const constants = { area_code: 'X', industry_code: 'H' }

describe('declared arithmetic', () => {
  it.each([
    [{ employment: { divide: ['H'] } }, {}, 'files[0].derive.employment.divide: 至少写 2 项'],
    [{ employment: { divide: ['A', 'B', 'C'] } }, {}, 'files[0].derive.employment.divide: a division has two operands'],
    [{ employment: { divide: ['A', 'B'], add: ['A', 'B'] } }, {}, 'files[0].derive.employment: give exactly one of add'],
    [{ employment: {} }, {}, 'files[0].derive.employment: add、subtract、multiply、divide 须且只须写一个'],
    [{ employment: { formula: 'A / B' } }, {}, 'files[0].derive.employment.formula: no such setting'],
    [{ staff: { add: ['A', 'B'] } }, {}, 'files[0].derive.staff: 用工月报 没有 staff 这一列'],
    [{ month: { add: ['A', 1] } }, {}, 'files[0].derive.month: 月份 不是数值列'],
    [{ hires: { add: ['A', 1] } }, { columns: { A: 'hires' } }, 'files[0].derive.hires: 目标列 hires 已由另一项给出'],
  ])('is refused with the path of what is wrong: %j', (derive, more, message) => {
    expect(messageOf(derive, more)).toContain(message)
  })

  it('names path and header in both languages where the file lacks a column', async () => {
    const error = String(await staged('month,H\n2025-01,1\n', { derive: { employment: { divide: ['H', 'HR'] } } }).catch((reason: unknown) => reason))
    expect(error).toContain('files[0].derive.employment.divide[1]: 表头中没有“HR”这一列')
    expect(error).toContain('files[0].derive.employment.divide[1]: the sheet has no column "HR"')
  })

  it('adds, subtracts, multiplies and divides columns and numbers, in full precision', async () => {
    const ledgers = await staged('month,A,B,C\n2025-01,0.1,0.2,3\n2025-02,"1,000",7,2000\n', {
      constants, derive: { opening: { add: ['A', 'B', 'C'] }, other_separations: { subtract: ['C', 'A', 'B'] }, hires: { multiply: ['A', 'B', 10] }, employment: { divide: ['A', 'B'] }, closing: { divide: [1, 'C'] } },
    })
    expect(await rowsOf(ledgers, 'SELECT opening, other_separations, hires, employment, closing FROM stage.workforce_months ORDER BY month DESC LIMIT 1')).toEqual([[3007, 993, 70_000, 1000 / 7, 0.0005]])
    expect(await rowsOf(ledgers, 'SELECT opening, employment, closing FROM stage.workforce_months ORDER BY month LIMIT 1')).toEqual([[0.1 + 0.2 + 3, 0.1 / 0.2, 1 / 3]])
    expect(ledgers.unknownColumns).toEqual([])
    ledgers.close()
  })

  it('leaves blank what a blank goes into, and lists a division by zero and a cell that is no number', async () => {
    const ledgers = await staged('month,H,HR\n2025-01,10,0.5\n2025-02,,0.5\n2025-03,10,-\n2025-04,10,0\n2025-05,0,0.5\n2025-06,many,0.5\n', { constants, derive: { employment: { divide: ['H', 'HR'] } } })
    expect(await rowsOf(ledgers, 'SELECT employment FROM stage.workforce_months ORDER BY month')).toEqual([[20], [null], [null], [null], [0], [null]])
    expect(found(ledgers, 'flag')).toEqual(['mapping.division_by_zero@5', 'workforce_months.employment.type@7'])
    ledgers.close()
  })

  it('leaves the columns it calculates with to their own names', async () => {
    const ledgers = await staged('月份,减少合计,辞职人数,其他\n2025-01,7,3,x\n', { constants, derive: { other_separations: { subtract: ['减少合计', '辞职人数'] } } })
    expect(await rowsOf(ledgers, 'SELECT quits, other_separations FROM stage.workforce_months')).toEqual([[3, 4]])
    expect(ledgers.unknownColumns.map(one => one.column)).toEqual(['其他'])
    ledgers.close()
  })

  it('gives no fraction to a column of whole numbers, and money to the fen', async () => {
    const ledgers = await stageFolder(folderOf({
      'a.csv': 'dispute_id,opened_on,A,B\n1,2025-01-01,7,2\n2,2025-01-01,8,2\n',
      'source.json': JSON.stringify({ files: [{ match: 'a.csv', table: 'disputes', derive: { workers: { divide: ['A', 'B'] }, amount_claimed: { divide: ['A', 3] } } }] }),
    }))
    expect(await rowsOf(ledgers, 'SELECT workers, amount_claimed FROM stage.disputes')).toEqual([[null, '2.33'], ['4', '2.67']])
    expect(found(ledgers, 'flag')).toEqual(['disputes.workers.type@2'])
    ledgers.close()
  })
})

const joltsMapping = fileURLToPath(new URL('../../../data/mappings/jolts-state-b.json', import.meta.url))

describe('JOLTS state estimates', () => {
  it('reads the columns of the table', async () => {
    const ledgers = await stageFolder(folderOf({
      'jolts_state_B.csv': 'FIPS,ST,PERIOD,JO,JOR,H,HR,Q,QR,LD,LDR,TS,TSR\n1,AL,200102,54351.54239828772,0.02746838526033525,63097.20988170107,0.032788963192832705,32369.319108838758,0.016820972192378606,32110.076897640713,0.016686254930919055,70434.69191079529,0.036601943649989414\n',
    }), { mapping: joltsMapping })
    expect(await rowsOf(ledgers, 'SELECT area_code, industry_code, month, panel, hires, quits, layoffs, other_separations, employment FROM stage.workforce_months')).toEqual([[
      'AL', 'Total nonfarm', '2001-02-01', 'survey', 63097.20988170107, 32369.319108838758, 32110.076897640713,
      70434.69191079529 - 32369.319108838758 - 32110.076897640713, 63097.20988170107 / 0.032788963192832705,
    ]])
    expect([ledgers.asOf, ledgers.unknownColumns.map(one => one.column)]).toEqual(['2001-02-28', ['FIPS', 'JO', 'JOR', 'QR', 'LDR', 'TSR']])
    ledgers.close()
  })

  it.each(realTables('jolts', 'jolts-state-b'))('reads $title, from which the published rates follow', async ({ folder, isWhole }) => {
    const count = isWhole ? 10_965 : 42
    const ledgers = await stageFolder(folder, { mapping: joltsMapping })
    expect(ledgers.counts.get('workforce_months')).toEqual({ read: count, kept: count, rejected: 0, flagged: 0, ignored: 0 })
    const table = `read_csv('${folder}/jolts_state_B.csv')`
    expect(await rowsOf(ledgers, `
      SELECT count(*)::INTEGER, max(greatest(abs(hires / employment - HR), abs(w.quits / employment - QR), abs(layoffs / employment - LDR),
        abs((w.quits + layoffs + other_separations) / employment - TSR))) < 1e-9
      FROM stage.workforce_months w JOIN ${table} t ON t.ST = w.area_code AND t.PERIOD::VARCHAR = strftime(w.month, '%Y%m')`)).toEqual([[count, true]])
    ledgers.close()
  })
})

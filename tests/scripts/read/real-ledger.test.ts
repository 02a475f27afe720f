import { describe, expect, it } from 'vitest'
import { classifyRow } from '../../../scripts/lib/read/body'
import { locateHeader } from '../../../scripts/lib/read/header'
import { openSheets } from '../../../scripts/lib/read/open'
import { dateReader } from '../../../scripts/lib/values/date'
import { intReader } from '../../../scripts/lib/values/number'
import { outcome } from '../values/cells'
import { realTables } from '../../support/real-tables'
import { allRows } from './support/folder'

const header = ['Employer', 'Union', 'UnionLocal', 'CaseNumber', 'BU', 'NAICS', 'Industry', 'City,State', '#Idled', 'StartDate', 'EndDate', 'Duration']

describe.each(realTables('fmcs', 'fmcs-work-stoppages'))('a real ledger of disputes, $title', ({ folder, isWhole }) => {
  it('is read row by row, each a data row, with whole numbers and real dates', async () => {
    const [sheet] = await openSheets(folder, 'work_stoppages.csv')
    const all = await allRows(sheet!)
    expect(all.length).toBe(isWhole ? 14_318 : 10)
    const found = locateHeader(all, [], (name) => ['CaseNumber', 'StartDate', 'EndDate'].includes(name))
    expect(found).toEqual({ row: 1, lastRow: 1, names: header })
    const columns = { required: [3, 9], id: [3] }
    const kinds = new Set(all.slice(1).map((row) => classifyRow(row, found!, columns, true)))
    expect([...kinds]).toEqual(['data'])
    const day = dateReader()
    const count = intReader()
    const read = all.slice(1).map(({ cells }) => ({
      workers: outcome(count, cells[8] ?? null), opened: outcome(day, cells[9] ?? null), closed: outcome(day, cells[10] ?? null),
    }))
    expect(read.filter(({ workers, opened, closed }) => [workers, opened, closed].includes('refused'))).toEqual([])
    expect(read.filter(({ closed, opened }) => closed !== null && opened !== null && closed < opened).length).toBe(isWhole ? 8 : 1)
    expect(read.filter(({ closed }) => closed === null).length).toBe(isWhole ? 86 : 2)
    expect(read.filter(({ opened }) => opened?.startsWith('1985')).length).toBe(isWhole ? 1196 : 2)
  })
})

import { afterEach, describe, expect, it } from 'vitest'
import { join } from 'node:path'
import { openSheets } from '../../../scripts/lib/read/open'
import { openXlsx } from '../../../scripts/lib/read/xlsx'
import { guardZip } from '../../../scripts/lib/read/zip-guard'
import { allRows, failure, temporaryFolder } from './support/folder'
import { number, row, styles, text, workbook, workbookParts } from './support/workbook'
import { zip } from './support/zip'

const folder = temporaryFolder()
let made = 0
const write = (bytes: Buffer) => folder.write(`${++made}.xlsx`, bytes)
const rowsOf = async (bytes: Buffer) => allRows((await openSheets(folder.path, write(bytes)))[0]!)

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

describe('cells', () => {
  it('reads texts, numbers, booleans, stored formula values and errors; blanks are null', async () => {
    const bytes = workbook([{
      name: '台账',
      rows: row(1, text('A1', '编号'), text('B1', '人数')) + row(
        3, text('A3', 'D1'), number('B3', 27), '<c r="C3" t="b"><v>1</v></c>', '<c r="D3"><f>B3*2</f><v>54</v></c>',
        '<c r="E3" t="str"><f>A3&amp;"x"</f><v>D1x</v></c>', '<c r="F3" t="e"><v>#N/A</v></c>', '<c r="G3" t="e"><f>X1</f><v>#REF!</v></c>', '<c r="J3" s="1"/>',
      ) + row(4, text('C4', '只有第三格')),
    }])
    expect(await rowsOf(bytes)).toEqual([
      { number: 1, cells: ['编号', '人数'] },
      { number: 3, cells: ['D1', 27, true, 54, 'D1x', '#N/A', '#REF!'] },
      { number: 4, cells: [null, null, '只有第三格'] },
    ])
  })

  it.each(['Asia/Shanghai', 'America/New_York', 'UTC'])('dates do not shift in %s', async (tz) => {
    process.env.TZ = tz
    expect(new Date(2024, 0, 1).getTimezoneOffset()).toBe({ 'Asia/Shanghai': -480, 'America/New_York': 300, UTC: 0 }[tz])
    const cells = [
      number('A1', 45356, styles.date), number('B1', 45356.395833333336, styles.datetime), number('C1', 45356, styles.chinese),
      number('D1', 0.5, styles.time), number('E1', 45356), number('F1', 2.5, styles.decimals), number('G1', 45361.0833333333, styles.datetime),
      number('H1', 32964.5, styles.datetime), '<c r="I1" t="d" s="1"><v>2024-03-05</v></c>', '<c r="J1" t="d" s="2"><v>2024-03-05T09:30:00</v></c>',
    ]
    expect((await rowsOf(workbook([{ name: 'a', rows: row(1, ...cells) }])))[0]!.cells).toEqual([
      '2024-03-05', '2024-03-05T09:30:00', '2024-03-05', '12:00:00', 45356, 2.5, '2024-03-10T02:00:00', '1990-04-01T12:00:00',
      '2024-03-05', '2024-03-05T09:30:00',
    ])
    const of1904 = workbook([{ name: 'a', rows: row(1, number('A1', 43894, styles.date), number('B1', 43894.25, styles.datetime)) }], true)
    expect((await rowsOf(of1904))[0]!.cells).toEqual(['2024-03-05', '2024-03-05T06:00:00'])
  })
})

describe('sheets', () => {
  const book = workbook([
    { name: '1月', rows: row(1, text('A1', 'x')), merges: ['A1:C1', 'B2:B4'] },
    { name: '草稿', rows: row(1, text('A1', 'y')), state: 'hidden' },
    { name: '2月', rows: row(1, text('A1', 'z')) },
  ])

  it('reads visible sheets in order and reports hidden ones', async () => {
    const file = write(book)
    const { sheets, hidden } = await openXlsx(join(folder.path, file), file)
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['1月', '2月'])
    expect(hidden).toEqual(['草稿'])
    expect(sheets[0]!.merges).toEqual([{ top: 1, bottom: 1, left: 0, right: 2 }, { top: 2, bottom: 4, left: 1, right: 1 }])
  })

  it('reads the sheets that are named, hidden or not, and says when one is absent', async () => {
    const sheets = await openSheets(folder.path, write(book), { sheets: ['草稿'] })
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['草稿'])
    await expect(openSheets(folder.path, write(book), { sheets: ['3月'] })).rejects.toThrow('现有：1月、草稿、2月')
  })

  it('does not allocate a million declared rows', async () => {
    const rows = row(1, text('A1', '编号')) + row(2, text('A2', 'D1')) + '<row r="1048575" ht="15"/>' + row(1048576, '<c r="XFD1048576" s="1"/>', text('A1048576', '末行'))
    const started = performance.now()
    const read = await rowsOf(workbook([{ name: 'a', rows, dimension: 'A1:XFD1048576' }]))
    expect(read).toEqual([{ number: 1, cells: ['编号'] }, { number: 2, cells: ['D1'] }, { number: 1048576, cells: ['末行'] }])
    expect(performance.now() - started).toBeLessThan(3000)
  })

  it('comes in batches', async () => {
    const rows = Array.from({ length: 2500 }, (_, i) => row(i + 1, number(`A${i + 1}`, i))).join('')
    const [sheet] = await openSheets(folder.path, write(workbook([{ name: 'a', rows }])))
    const sizes: number[] = []
    for await (const batch of sheet!.rows()) sizes.push(batch.length)
    expect(sizes).toEqual([1000, 1000, 500])
  })
})

describe('what is refused', () => {
  const zeros = (rows: number) => workbookParts([{ name: 'a', rows: '<row><c><v>0</v></c></row>'.repeat(rows) }])
  const sheetPart = 'xl/worksheets/sheet1.xml'

  it('a sheet of zeros that packs 1:1000', async () => {
    const bytes = zip(zeros(1_000_000))
    expect(bytes.length).toBeLessThan(200_000)
    expect(await failure(openSheets(folder.path, write(bytes)))).toBe('xlsx.too_large')
  })

  it('more than the limit in sum, though each part is modest', async () => {
    const bytes = zip(zeros(50_000))
    expect(await guardZip(bytes, 'a.xlsx', { inflated: 10_000_000, ratio: 2000 })).toBeGreaterThan(1_300_000)
    expect(await failure(guardZip(bytes, 'a.xlsx', { inflated: 1_000_000, ratio: 2000 }))).toBe('xlsx.too_large')
  })

  it('more cells than memory would bear, however small they are', async () => {
    const bytes = zip(zeros(50_000))
    expect(await failure(guardZip(bytes, 'a.xlsx', { tags: 200_000 }))).toBe('xlsx.too_large')
    expect(await guardZip(bytes, 'a.xlsx', { tags: 310_000 })).toBeGreaterThan(1_300_000)
  })

  it('a directory that states less than there is, and a header that disagrees with it', async () => {
    const change = (stated: object) => zip(zeros(200_000).map((part) => (part.name === sheetPart ? { ...part, ...stated } : part)))
    expect(await failure(openSheets(folder.path, write(change({ statedInDirectory: 1000, statedLocally: 1000 }))))).toBe('xlsx.lying_directory')
    expect(await failure(openSheets(folder.path, write(change({ statedInDirectory: 1000 }))))).toBe('xlsx.lying_directory')
    const loose = { inflated: 1e9, ratio: 2000 }
    expect(await failure(guardZip(change({ statedLocally: 1000 }), 'a.xlsx', loose))).toBe('xlsx.lying_directory')
    expect(await guardZip(change({}), 'a.xlsx', loose)).toBeGreaterThan(5_200_000)
    const honest = zip(zeros(1000))
    expect(await guardZip(honest, 'a.xlsx')).toBeGreaterThan(26_000)
  })

  it('a second directory behind the first', async () => {
    const bytes = workbook([{ name: 'a', rows: row(1, text('A1', 'x')) }])
    expect(await failure(openSheets(folder.path, write(Buffer.concat([bytes, bytes.subarray(-22).subarray(0, 12)]))))).toBe('xlsx.damaged')
  })

  it.each([
    ['nothing', Buffer.alloc(0), 'file.empty'],
    ['text', Buffer.from('编号,日期\n'), 'xlsx.not_zip'],
    ['an old workbook', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'file.old_excel'],
    ['an encrypted workbook', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]), 'file.encrypted'],
    ['half a workbook', workbook([{ name: 'a', rows: row(1, text('A1', 'x')) }]).subarray(0, 900), 'xlsx.damaged'],
    ['another zip', zip([{ name: 'readme.txt', content: 'hello' }]), 'xlsx.damaged'],
  ])('%s', async (_, bytes, code) => {
    expect(await failure(openSheets(folder.path, write(bytes)))).toBe(code)
  })
})

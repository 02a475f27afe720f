import { describe, expect, it } from 'vitest'
import { openSheets } from '../../../scripts/lib/read/open'
import { allRows, failure, temporaryFolder } from './support/folder'

const folder = temporaryFolder()
let made = 0

async function read(content: string, hints = {}) {
  const file = folder.write(`${++made}.csv`, content)
  const [sheet] = await openSheets(folder.path, file, hints)
  return { sheet: sheet!, rows: await allRows(sheet!) }
}

describe('delimiter', () => {
  it.each([
    ['comma', 'a,b,c\n1,2,3\n', ','],
    ['tab', 'a\tb\tc\n1\t2,5\t3\n', '\t'],
    ['semicolon with decimal commas', 'a;b;c\n1,5;2;3\n4,5;5;6\n7,5;8;9\n', ';'],
    ['two columns with a decimal comma in each row', 'name;amount\nx;1,5\ny;2,5\n', ';'],
    ['title rows without delimiters', '2024年台账\n单位：元\n\n编号,日期,结果\n1,2024-01-02,x\n', ','],
    ['quoted text with other delimiters', 'a,b\n"x;y;z;w","p;q;r;s"\n"x;y;z;w","p;q;r;s"\n', ','],
    ['semicolon lists inside a comma file', 'id,date,departments\n1,2024-01-01,人社;公安\n2,2024-01-02,人社;公安\n', ','],
    ['declared by Excel', 'sep=;\na,b;c\n', ';'],
    ['one column', '编号\nD1\nD2\n', ','],
  ])('%s', async (_, content, delimiter) => {
    expect((await read(content)).sheet.delimiter).toBe(delimiter)
  })

  it('may be given', async () => {
    expect((await read('a|b\n1|2\n', { delimiter: '|' })).rows[1]!.cells).toEqual(['1', '2'])
  })
})

describe('records', () => {
  it('numbers records as Excel shows them: blank lines count, quoted line breaks do not', async () => {
    const { rows } = await read('题目\n\n编号,备注\r\n1,"第一行\r\n第二行, ""引"""\r\n2,\n')
    expect(rows).toEqual([
      { number: 1, cells: ['题目'] },
      { number: 2, cells: [null] },
      { number: 3, cells: ['编号', '备注'] },
      { number: 4, cells: ['1', '第一行\n第二行, "引"'] },
      { number: 5, cells: ['2', null] },
    ])
  })

  it('reads a last record without a line feed, and old Mac line ends', async () => {
    expect((await read('a,b\n1,2')).rows.map(({ cells }) => cells)).toEqual([['a', 'b'], ['1', '2']])
    expect((await read('a,b\r1,2\r')).rows.map(({ cells }) => cells)).toEqual([['a', 'b'], ['1', '2']])
  })

  it('keeps a quotation mark inside a cell', async () => {
    expect((await read('a,b\n5" pipe,"say "hi" now"\n')).rows[1]!.cells).toEqual(['5" pipe', 'say "hi" now'])
  })

  it('refuses a quote that swallows lines and names its row', async () => {
    await expect(read('a,b\n1,x\n2,"open\n3,y\n4,z\n')).rejects.toThrow('第 3 行')
    const file = folder.write('swallow.csv', 'a,b\n"未签"合同\n第二,行"x,1\n')
    const [sheet] = await openSheets(folder.path, file, { delimiter: ',' })
    expect(await failure(allRows(sheet!))).toBe('csv.quote')
  })

  it('says of a cell without end that it is too long, not that it was open', async () => {
    await expect(read(`a,b\n1,x\n2,${'x'.repeat(1_100_000)}\n3,y\n`)).rejects.toThrow('第 3 行超过 100 万字')
  })

  it('gives the same records however the pieces fall, twice over, and without holding the file', async () => {
    const line = (i: number) => `${i},"多行\n备注 ${i}",${'x'.repeat(i % 97)}`
    const content = Array.from({ length: 20_000 }, (_, i) => line(i)).join('\r\n')
    const { sheet, rows } = await read(content)
    expect(rows.length).toBe(20_000)
    expect(rows.every(({ number, cells }, i) => number === i + 1 && cells[0] === String(i) && cells[1] === `多行\n备注 ${i}`)).toBe(true)
    let batches = 0
    for await (const batch of sheet.rows()) {
      expect(batch.length).toBeLessThan(20_000)
      batches++
    }
    expect(batches).toBeGreaterThan(3)
    expect(await allRows(sheet)).toEqual(rows)
  })
})

describe('openSheets', () => {
  it('says what is wrong with a file it cannot read', async () => {
    expect(await failure(openSheets(folder.path, 'nowhere.csv'))).toBe('file.missing')
    expect(await failure(openSheets(folder.path, folder.write('a.xls', 'x')))).toBe('file.kind')
  })
})

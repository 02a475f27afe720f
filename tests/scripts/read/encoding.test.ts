import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { detectEncoding, encodingNamed } from '../../../scripts/lib/read/encoding'
import { openSheets } from '../../../scripts/lib/read/open'
import { allRows, failure, temporaryFolder } from './support/folder'
import { gb18030 } from './support/gb18030'

const folder = temporaryFolder()
const chinese = '案件编号,单位名称,结果\nD1,上海某某餐饮管理有限公司,达成协议\nD2,喆鑫淼物流，（分公司）,在办\n'
const western = 'Firm,City,Note\nMüller GmbH,Köln,“fünf” – 5 €\nNaïve Ltd,Québec,’\n'
const western1252 = Buffer.from(western.replaceAll('“', '\x93').replaceAll('”', '\x94').replaceAll('–', '\x96').replaceAll('€', '\x80').replaceAll('’', '\x92'), 'latin1')
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
const ascii = 'a,b,c\n'.repeat(60_000)

const cases: readonly [string, Buffer, string, string][] = [
  ['UTF-8', Buffer.from(chinese), 'utf-8', chinese],
  ['UTF-8 with mark', Buffer.from(`\ufeff${chinese}`), 'utf-8', chinese],
  ['plain ASCII', Buffer.from('a,b\n1,2\n'), 'utf-8', 'a,b\n1,2\n'],
  ['GB18030', gb18030(chinese), 'gb18030', chinese],
  ['UTF-16 LE with mark', Buffer.from(`\ufeff${chinese}`, 'utf16le'), 'utf-16le', chinese],
  ['UTF-16 LE without mark', Buffer.from(chinese, 'utf16le'), 'utf-16le', chinese],
  ['UTF-16 BE with mark', utf16be(`\ufeff${chinese}`), 'utf-16be', chinese],
  ['UTF-16 BE without mark', utf16be(chinese), 'utf-16be', chinese],
  ['Windows-1252', western1252, 'windows-1252', western],
  ['Windows-1252 that is valid GB18030', Buffer.from('Name;Ort\nMüller;Zürich\n', 'latin1'), 'windows-1252', 'Name;Ort\nMüller;Zürich\n'],
  ['GB18030 after 360 kB of ASCII', Buffer.concat([Buffer.from(ascii), gb18030('中,文,字\n')]), 'gb18030', `${ascii}中,文,字\n`],
  ['UTF-8 cut between pieces', Buffer.from(`x${'中,'.repeat(90_000)}\n`), 'utf-8', `x${'中,'.repeat(90_000)}\n`],
  ['four-byte GB18030', Buffer.concat([gb18030('姓名,地址\n王'), Buffer.from([0x95, 0x32, 0x82, 0x36]), gb18030(',上海市静安区芷江西路\n')]), 'gb18030', '姓名,地址\n王𠀀,上海市静安区芷江西路\n'],
]

describe('detectEncoding', () => {
  it.each(cases)('reads %s', async (name, bytes, encoding, text) => {
    const file = folder.write(`${name}.csv`, bytes)
    expect(await detectEncoding(join(folder.path, file), file)).toBe(encoding)
    const [sheet] = await openSheets(folder.path, file)
    expect(sheet!.encoding).toBe(encoding)
    const rows = await allRows(sheet!)
    const expected = text.trimEnd().split('\n').map((line) => line.split(sheet!.delimiter!).map((cell) => cell || null))
    expect(rows.map(({ cells }) => cells)).toEqual(expected)
  })

  it.each([
    ['empty', Buffer.alloc(0), 'file.empty'],
    ['random bytes', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 104729) % 256)), 'encoding.binary'],
    ['a workbook named .csv', Buffer.from('504b0304aabb', 'hex'), 'encoding.binary'],
    ['an old workbook named .csv', Buffer.from('d0cf11e0a1b1', 'hex'), 'encoding.binary'],
    ['bytes of no encoding', Buffer.from(Array.from({ length: 600 }, (_, i) => 0x80 + ((i * 37) % 128))), 'encoding.unknown'],
    ['UTF-8 with one broken character', Buffer.concat([Buffer.from(chinese.repeat(5)), Buffer.from([0xe4, 0xb8]), Buffer.from(',x\n')]), 'encoding.broken'],
  ])('refuses %s', async (name, bytes, code) => {
    const file = folder.write(`bad ${name}.csv`, bytes)
    expect(await failure(openSheets(folder.path, file))).toBe(code)
  })

  it('names the line of a broken character', async () => {
    const file = folder.write('line.csv', Buffer.concat([Buffer.from(chinese), Buffer.from([0xe4, 0xb8]), Buffer.from(',x\n')]))
    await expect(openSheets(folder.path, file)).rejects.toThrow('第 4 行')
  })

  it('takes an encoding given by a mapping, and refuses one it does not know', async () => {
    const file = folder.write('given.csv', gb18030('甲,乙\n1,2\n'))
    const [sheet] = await openSheets(folder.path, file, { encoding: 'GBK' })
    expect((await allRows(sheet!))[0]!.cells).toEqual(['甲', '乙'])
    expect(await failure(openSheets(folder.path, file, { encoding: 'klingon' }))).toBe('encoding.name')
    const asUtf8 = openSheets(folder.path, file, { encoding: 'utf-8' })
    expect(await failure(asUtf8)).toBe('encoding.broken')
    expect(['utf-8-sig', 'CP936', 'Latin1', 'UTF-16'].map(encodingNamed)).toEqual(['utf-8', 'gb18030', 'windows-1252', 'utf-16le'])
  })
})

import { existsSync, mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { findIndustry } from '../../../scripts/lib/match/industries'
import { openSecrets } from '../../../scripts/lib/match/key'
import { placeBook } from '../../../scripts/lib/match/places'
import { firmRegister } from '../../../scripts/lib/match/register'
import { folderOf, stageFolder } from '../stage/ledgers'

describe('industries', () => {
  it.each([
    ['H62', 'H62'], ['62', 'H62'], ['6210', 'H62'], ['h62 ', 'H62'], ['餐饮业', 'H62'], ['住宿和餐饮业', 'H'], ['H62 餐饮业', 'H62'],
    ['餐饮业（H62）', 'H62'], ['H', 'H'], ['Z99', null], ['饭店', null],
    ['H 住宿和餐饮业', 'H'], ['H.住宿和餐饮业', 'H'], ['住宿和餐饮业（H）', 'H'], ['A 住宿和餐饮业', null],
    ['A座办公', null], ['T恤批发', null], ['a | b | c', null], ['B2B 平台', null], ['餐饮 C', null],
  ])('%s is %s', (text, code) => expect(findIndustry(text)).toBe(code))
})

describe('places', () => {
  const puShan = { name: '普善居委会', level: 'committee' }
  const places = [
    { code: '310106022', name: '芷江西路街道', level: 'subdistrict' },
    { ...puShan, code: '310106022017' },
    { ...puShan, code: '310106015003' },
  ]
  it('finds a committee within the street only: 普善 is a name in two', () => {
    expect(placeBook(places, null).find('普善居民区')).toEqual({ kind: 'code', code: '310106022017' })
    expect(placeBook(places, '310106015').find('普善')).toEqual({ kind: 'code', code: '310106015003' })
    expect(placeBook(places.slice(1), null).find('普善')).toEqual({ kind: 'ambiguous', codes: ['310106022017', '310106015003'] })
  })
  it('takes codes as they are and knows what it does not know', () => {
    expect(placeBook(places, null).find('３１０１０６０２２０１７')).toEqual({ kind: 'code', code: '310106022017' })
    expect(placeBook(places, null).find('大统')).toEqual({ kind: 'unknown' })
  })
})

describe('firms', () => {
  const firm = (id: string, area: string): { readonly id: string, readonly area: string, readonly industry: null } => ({ id, area, industry: null })
  const register = firmRegister([
    { id: null, uscc: '91310106XXXX000198', name: '甲有限公司', firm: firm('a', '310106022001') },
    { id: 'E2', uscc: null, name: '乙有限公司', firm: firm('b', '310106022002') },
    { id: 'E3', uscc: null, name: '乙有限公司', firm: firm('c', '310106015002') },
  ], (kind, value) => `${kind}:${value}`)
  const match = (id: string | null, uscc: string | null, name: string | null, area: string | null = null): unknown => register.match({ id, uscc, name }, area)

  it('match by code, then by name, then by id', () => {
    expect(match(null, '91310106xxxx000198', '别的名字')).toMatchObject({ kind: 'matched', firm: { id: 'a' } })
    expect(match(null, null, '甲有限责任公司')).toMatchObject({ kind: 'matched', firm: { id: 'a' } })
    expect(match('E3', null, null)).toMatchObject({ kind: 'matched', firm: { id: 'c' } })
  })
  it('match a code or a name that stands where the id should', () => {
    expect(match('91310106XXXX000198', null, null)).toMatchObject({ kind: 'matched', firm: { id: 'a' } })
    expect(match('甲有限责任公司', null, null)).toMatchObject({ kind: 'matched', firm: { id: 'a' } })
    expect(match('乙有限公司', null, null)).toMatchObject({ kind: 'ambiguous' })
    expect(match('E9', null, null)).toEqual({ kind: 'unmatched', id: 'id:E9', shown: 'E9' })
  })
  it('match a name within the street, and not at all where it is ambiguous', () => {
    expect(match(null, null, '乙有限公司', '310106015009')).toMatchObject({ kind: 'matched', firm: { id: 'c' } })
    expect(match(null, null, '乙有限公司')).toMatchObject({ kind: 'ambiguous' })
  })
  it('keep one id where they match nothing', () => {
    expect(match(null, null, '丙 有限公司')).toEqual({ kind: 'unmatched', id: 'name:丙有限公司', shown: '丙 有限公司' })
    expect(match(null, null, null)).toEqual({ kind: 'none' })
  })
})

describe('the key', () => {
  const before = process.env.XDG_CONFIG_HOME
  afterEach(() => {
    if (before === undefined) delete process.env.XDG_CONFIG_HOME
    else process.env.XDG_CONFIG_HOME = before
  })

  it('is made once, outside the repository, readable by its owner only', () => {
    process.env.XDG_CONFIG_HOME = mkdtempSync(join(tmpdir(), 'xieshang-key-'))
    const notices: string[] = []
    const choice = { sample: false, notice: (line: string) => void notices.push(line) }
    const first = openSecrets(choice).pseudonym('name', '甲')
    const file = join(process.env.XDG_CONFIG_HOME, 'xieshang', 'id.key')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(first).toMatch(/^[0-9a-f]{16}$/)
    expect(openSecrets(choice).pseudonym('name', '甲')).toBe(first)
    expect(notices).toHaveLength(1)
  })

  it('is not made where no firm is named', async () => {
    process.env.XDG_CONFIG_HOME = mkdtempSync(join(tmpdir(), 'xieshang-key-'))
    const folder = folderOf({ 'disputes.csv': 'dispute_id,opened_on\nA,2024-01-01\n' })
    const staged = await stageFolder(folder, { keyFile: undefined })
    staged.close()
    expect(existsSync(join(process.env.XDG_CONFIG_HOME, 'xieshang'))).toBe(false)
  })

  it('is fixed for the sample', async () => {
    process.env.XDG_CONFIG_HOME = mkdtempSync(join(tmpdir(), 'xieshang-key-'))
    const staged = await stageFolder(folderOf({ 'disputes.csv': '示例数据,,\ndispute_id,opened_on,enterprise_name\nA,2024-01-01,甲\n' }), { keyFile: undefined })
    const [[id] = []] = (await staged.connection.runAndReadAll('SELECT enterprise_id FROM stage.disputes')).getRows()
    staged.close()
    expect([staged.synthetic, id]).toEqual([true, openSecrets({ sample: true, notice: () => undefined }).pseudonym('name', '甲')])
    expect(existsSync(join(process.env.XDG_CONFIG_HOME, 'xieshang'))).toBe(false)
  })
})

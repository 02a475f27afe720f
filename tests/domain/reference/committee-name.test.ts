import { describe, expect, it } from 'vitest'
import { parseAreas } from '../../../src/domain/reference/areas'
import { normaliseCommitteeName } from '../../../src/domain/reference/committee-name'
import { referenceText } from './reference-tables'

describe('normaliseCommitteeName', () => {
  it.each([
    '大统', '大统居委会', '大统居委', '大统居民委员会', '大统社区居委会', '大统居民区', '大统社区', '大统联合工会', '大统居民区联合工会',
    '大统居民区联合工会委员会', '大统居民区工会联合会', ' 大统（居民区） ', '芷江西路街道大统居委会', '上海市静安区芷江西路街道办事处大统居民区', '大统社区居民委员会',
  ])('%s → 大统', (name) => expect(normaliseCommitteeName(name)).toBe('大统'))

  it('lets digits meet however they are written', () => {
    for (const name of ['芷江西路一二三弄居委会', '芷江西路123弄', '芷江西路１２３弄居民区']) expect(normaliseCommitteeName(name)).toBe('芷江西路123弄')
    expect(normaliseCommitteeName('中兴路一二三三弄')).toBe(normaliseCommitteeName('中兴路1233弄居委会'))
    expect(normaliseCommitteeName('一〇零')).toBe('100')
  })

  it('never strips a name away', () => {
    expect([normaliseCommitteeName('社区'), normaliseCommitteeName('芷江西路街道'), normaliseCommitteeName('')]).toEqual(['社区', '芷江西路街道', ''])
  })

  it('keeps the 18 committees of the street apart', () => {
    const names = parseAreas(referenceText('areas')).filter(({ level }) => level === 'committee').map(({ name }) => normaliseCommitteeName(name.zh))
    expect(new Set(names).size).toBe(18)
    expect(names[1]).toBe('共和新路')
    expect(names[13]).toBe('3兴大楼')
  })
})

import { describe, expect, it } from 'vitest'
import { parseAreas } from '../../../src/domain/reference/areas'
import { referenceText } from './reference-tables'

const areas = parseAreas(referenceText('areas'))
const at = (level: string) => areas.filter((area) => area.level === level)

describe('areas', () => {
  it('holds Shanghai, its 16 districts, 14 units of Jing\'an and 18 committees', () => {
    expect([at('province').length, at('district').length, at('subdistrict').length, at('committee').length]).toEqual([1, 16, 14, 18])
    expect(areas).toHaveLength(49)
    expect(at('district').map(({ code }) => code.slice(3)).join(' ')).toBe('101 104 105 106 107 109 110 112 113 114 115 116 117 118 120 151')
    expect(at('committee').map(({ code }) => code)).toEqual(
      Array.from({ length: 18 }, (_, i) => `310106022${String(i + 1).padStart(3, '0')}`),
    )
  })

  it('names places in both languages', () => {
    const named = (code: string) => areas.find((area) => area.code === code)?.name
    expect(named('310106022')).toEqual({ zh: '芷江西路街道', en: 'Zhijiang West Road Subdistrict' })
    expect(named('310106101')).toEqual({ zh: '彭浦镇', en: 'Pengpu Town' })
    expect(named('310106022017')).toEqual({ zh: '普善居委会', en: 'Pushan Residential Committee' })
    expect(areas.filter(({ name }) => name.zh === '' || name.en === '')).toEqual([])
  })

  it('is one tree', () => {
    expect(areas.filter(({ parent }) => parent === null).map(({ code }) => code)).toEqual(['31'])
    expect(areas.find(({ code }) => code === '310106022001')?.parent).toBe('310106022')
  })

  it('refuses what breaks the tree and says where', () => {
    const head = 'area_code,name_zh,name_en,level,parent_code\n31,上海市,Shanghai,province,\n'
    expect(() => parseAreas(`${head}320101,甲,A,district,31`)).toThrow('第 3 行：区划代码 320101 不以上级代码开头')
    expect(() => parseAreas(`${head}310106022,甲,A,subdistrict,310106`)).toThrow('parent 310106 is not listed above')
    expect(() => parseAreas(`${head}31,甲,A,province,`)).toThrow('区划代码 31 重复')
    expect(() => parseAreas(`${head}310101,甲,A,village,31`)).toThrow('no such level "village"')
    expect(() => parseAreas(`${head}3101x,甲,A,district,31`)).toThrow('is not digits')
  })
})

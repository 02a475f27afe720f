import { describe, expect, it } from 'vitest'
import { industries } from '../../../src/domain/reference/industries'
import { industryDivisionOf, industryGroupOf, industryNamed, industryOf, industrySectionOf } from '../../../src/domain/reference/industry'

const codes = (level: string) => industries.filter((industry) => industry.level === level).map(({ code }) => code)

describe('industries', () => {
  it('has 20 sections and 97 divisions, numbered 01 to 97 without a gap', () => {
    expect(codes('section').join('')).toBe('ABCDEFGHIJKLMNOPQRST')
    expect(codes('division').map((code) => Number(code.slice(1)))).toEqual(Array.from({ length: 97 }, (_, i) => i + 1))
    expect(codes('class')).toEqual(['K702'])
  })

  it('numbers M to R as the 2017 edition does', () => {
    const name = (code: string) => industryOf(code)?.zh
    expect([name('M73'), name('N76'), name('N79'), name('O80'), name('O82'), name('P83'), name('Q84'), name('Q85'), name('R90')]).toEqual([
      '研究和试验发展', '水利管理业', '土地管理业', '居民服务业', '其他服务业', '教育', '卫生', '社会工作', '娱乐业',
    ])
    expect(codes('division').filter((code) => 'MNOPQR'.includes(code.charAt(0))).join(' ')).toBe(
      'M73 M74 M75 N76 N77 N78 N79 O80 O81 O82 P83 Q84 Q85 R86 R87 R88 R89 R90',
    )
  })

  it('has the four groups and nothing else in them', () => {
    const members = (group: string) => industries.filter((industry) => industry.group === group).map(({ code }) => code)
    expect(members('catering')).toEqual(['H62'])
    expect(members('retail')).toEqual(['F52'])
    expect(members('logistics')).toEqual(['G54', 'G58', 'G59', 'G60'])
    expect(members('service')).toEqual(['K702', 'L72', 'O80', 'O81', 'O82'])
  })

  it('is named in both languages, divisions without repeats', () => {
    expect(industries.filter(({ zh, en }) => zh === '' || en === '')).toEqual([])
    expect(new Set(industries.filter(({ level }) => level === 'division').map(({ zh }) => zh)).size).toBe(97)
  })
})

describe('industry of a code', () => {
  it('takes the nearest listed code', () => {
    expect(industryOf(' ｈ62 ')?.code).toBe('H62')
    expect(industryOf('H6210')?.code).toBe('H62')
    expect(industryOf('H')?.zh).toBe('住宿和餐饮业')
    expect([industryOf('62'), industryOf('H99'), industryOf('U1'), industryOf('')]).toEqual([null, null, null, null])
  })

  it('gives group, section and division', () => {
    expect([industryGroupOf('K7020'), industryGroupOf('K70'), industryGroupOf('H'), industryGroupOf('H621')]).toEqual(['service', null, null, 'catering'])
    expect(industrySectionOf('K702')?.code).toBe('K')
    expect(industryDivisionOf('K702')?.code).toBe('K70')
    expect([industryDivisionOf('H'), industrySectionOf('99')]).toEqual([null, null])
  })

  it('finds an official name', () => {
    expect([industryNamed('餐饮业')?.code, industryNamed('批发和零售业')?.code, industryNamed('教育')?.code, industryNamed('物业管理')?.code, industryNamed('火锅')]).toEqual([
      'H62', 'F', 'P83', 'K702', null,
    ])
  })
})

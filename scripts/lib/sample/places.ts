import type { Random } from './random'

export const STREET_CODE = '310106022'
export const STREET_NAME = '芷江西路街道'

/** Residents' committee: 12-digit code, short name, and its share of the street's firms (relative weight). */
export interface Committee { readonly code: string; readonly short: string; readonly unionId: string; readonly weight: number }

/** The one committee that is truly worse at settling disputes at the grassroots. */
export const WORSE_COMMITTEE = '光华坊'

const shortNames: readonly (readonly [string, number])[] = [
  ['大统', 1.3], ['共和新路', 1.2], ['南山', 0.8], ['洪南山宅', 0.8], ['新赵家宅', 0.9], ['芷江西路一二三弄', 0.7],
  ['芷江新村', 1], ['永太', 0.9], ['苏家巷', 0.8], ['交通公园', 1.2], ['复元坊', 0.8], ['中兴路一二三三弄', 0.8],
  [WORSE_COMMITTEE, 1.4], ['三兴大楼', 0.9], ['灵光', 0.9], ['城上城', 1.2], ['普善', 0.9], ['协和', 0.9],
]

export const committees: readonly Committee[] = shortNames.map(([short, weight], i) => {
  const code = STREET_CODE + String(i + 1).padStart(3, '0')
  return { code, short, weight, unionId: `GH${code}` }
})

/** 大统居民区, 大统居委会 or 大统: clerks write all three. */
export const committeeName = (random: Random, { short }: Committee): string =>
  random.weighted([[`${short}居民区`, 5], [`${short}居委会`, 3], [short, 2]])

export interface AreaRow { readonly code: string; readonly name: string; readonly level: string }

export const areaRows: readonly AreaRow[] = [
  { code: '31', name: '上海市', level: 'province' },
  { code: '3101', name: '市辖区', level: 'city' },
  { code: '310106', name: '静安区', level: 'district' },
  { code: STREET_CODE, name: STREET_NAME, level: 'subdistrict' },
  ...committees.map(({ code, short }) => ({ code, name: `${short}居委会`, level: 'committee' })),
]

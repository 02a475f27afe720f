const suffixes = [
  '工会联合会', '联合工会委员会', '联合基层工会', '联合工会', '工会委员会', '工会',
  '社区居民委员会', '社区居委会', '居民委员会', '村民委员会', '居委会', '村委会', '居委', '居民区', '社区',
] as const

const chineseDigits = '〇一二三四五六七八九'

const stripSuffixes = (name: string): string => {
  const suffix = suffixes.find((ending) => name.endsWith(ending) && name.length > ending.length)
  return suffix === undefined ? name : stripSuffixes(name.slice(0, -suffix.length))
}

const foldDigits = (name: string): string =>
  name.replace(/[零〇一二三四五六七八九]/gu, (digit) => String(Math.max(0, chineseDigits.indexOf(digit))))

/**
 * The key under which a residents' committee, its residential area and its joint union meet: 大统居委会, 大统居民区 and
 * 大统居民区联合工会 all give 大统. It is compared, never shown. Full width, spaces and punctuation are folded, a leading
 * …街道 is dropped, and digits meet however written (一二三弄 = 123弄). Blank text gives ''.
 * Matching is always within one street: 普善 names a committee in two of them.
 */
export const normaliseCommitteeName = (text: string): string => {
  const plain = text.normalize('NFKC').toLowerCase().replace(/[\s\p{P}\p{S}\p{Cf}]/gu, '')
  return foldDigits(stripSuffixes(plain.replace(/^.*街道(?:办事处)?(?=.)/u, '')))
}

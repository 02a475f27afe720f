import type { Random } from './random'

const first = [...'恒嘉永鑫瑞祥盛裕和泰宏安福源顺明德兴华锦悦佳美晨星云海天润诚']
const second = [...'丰盛达通源祥茂隆昌荣康宁悦和顺安利泰来成信远辰润佳禾林泽景宜']

/** Pairs of firms whose names differ in one word only. */
export const NEAR_DUPLICATE_PAIRS = 6

export interface NameWish { readonly trade: string; readonly individual: boolean; readonly committee: string }

const companyForms: readonly (readonly [(brand: string, wish: NameWish) => string, number])[] = [
  [(brand, { trade }) => `上海示例${brand}${trade}有限公司`, 58],
  [(brand, { trade }) => `示例${brand}${trade}（上海）有限公司`, 18],
  [(brand, { trade, committee }) => `上海示例·${committee}${brand}${trade}有限公司`, 12],
  [(brand, { trade }) => `上海示例${brand}（静安）${trade}有限公司第2分公司`, 6],
  [(brand, { trade }) => `上海示例${brand}${trade}服务中心`, 6],
]

const compose = (random: Random, wish: NameWish): string => {
  const brand = random.pick(first) + random.pick(second)
  if (wish.individual) return `静安区示例${brand}${wish.trade}${random.pick(['店', '商行', '经营部'])}`
  return random.weighted(companyForms)(brand, wish)
}

const unusedName = (random: Random, wish: NameWish, used: ReadonlySet<string>): string => {
  for (;;) {
    const name = compose(random, wish)
    if (!used.has(name)) return name
  }
}

const nearDuplicateOf = (name: string): string => name.replace(/有限公司/, '管理有限公司')

/** Plainly synthetic firm names (each says 示例), all different; the last few are near-duplicates of earlier ones. */
export const firmNames = (random: Random, wishes: readonly NameWish[]): readonly string[] => {
  const names: string[] = []
  const used = new Set<string>()
  const take = (name: string): void => {
    names.push(name)
    used.add(name)
  }
  const ordinary = wishes.slice(0, wishes.length - NEAR_DUPLICATE_PAIRS)
  for (const wish of ordinary) take(unusedName(random, wish, used))
  const originals = names.filter((name) => name.includes('有限公司') && !used.has(nearDuplicateOf(name)))
  for (const name of originals.slice(0, NEAR_DUPLICATE_PAIRS)) take(nearDuplicateOf(name))
  return names
}

const variants: readonly ((name: string) => string)[] = [
  (name) => name.replace(/（/g, '(').replace(/）/g, ')'),
  (name) => name.replace(/有限公司$/, '(有限公司)'),
  (name) => name.replace(/2/g, '２'),
  (name) => name.replace(/示例/, '示例 '),
]

/** The same firm as a hurried clerk writes it: half-width brackets, (有限公司), full-width digits or a stray space. */
export const spellingVariant = (random: Random, name: string): string => {
  const changed = variants.map((change) => change(name)).filter((spelling) => spelling !== name)
  return random.pick(changed)
}

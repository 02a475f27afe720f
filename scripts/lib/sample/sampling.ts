import type { Random } from './random'

/** The items in a random order. */
export const shuffled = <T>(random: Random, items: readonly T[]): readonly T[] =>
  items.map((item) => ({ item, key: random.next() })).sort((a, b) => a.key - b.key).map(({ item }) => item)

/** `count` different items, or all where there are fewer. */
export const drawn = <T>(random: Random, items: readonly T[], count: number): readonly T[] => shuffled(random, items).slice(0, Math.max(0, count))

/** Items by a key, in the order in which they come. */
export const groupBy = <T, K>(items: readonly T[], key: (item: T) => K): ReadonlyMap<K, readonly T[]> => {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}

export const countBy = <T>(items: readonly T[], key: (item: T) => string): Record<string, number> =>
  Object.fromEntries([...groupBy(items, key)].map(([name, group]) => [name, group.length]))

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

export const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))

/** Gives each planted slip to so many different items that it fits: what an item is, is decided before the slips. */
export const planted = <T, S extends string>(
  random: Random, items: readonly T[], slips: readonly (readonly [S, number])[], fits: (item: T, slip: S) => boolean = () => true,
): ReadonlyMap<T, S> => {
  const given = new Map<T, S>()
  for (const [slip, count] of slips) {
    const free = items.filter((item) => !given.has(item) && fits(item, slip))
    for (const item of drawn(random, free, count)) given.set(item, slip)
  }
  return given
}

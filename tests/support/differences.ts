export const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))

/** Equal, numbers up to their last digits: engines add in different orders. */
export const same = (a: unknown, b: unknown): boolean => (typeof a === 'number' && typeof b === 'number' ? near(a, b) : Object.is(a, b))

/** What differs in two answers to one question: paths in them whose values are not the same. */
export const differences = (a: unknown, b: unknown, path = ''): string[] => {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return same(a, b) ? [] : [path]
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].flatMap((name) => differences(Reflect.get(a, name), Reflect.get(b, name), `${path}/${name}`))
}

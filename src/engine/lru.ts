/** Keeps the values used last. */
export interface Lru<T> {
  get(key: string): T | undefined
  set(key: string, value: T): void
  clear(): void
}

export const createLru = <T>(most: number): Lru<T> => {
  const kept = new Map<string, T>()
  return {
    get(key) {
      const value = kept.get(key)
      if (value !== undefined) {
        kept.delete(key)
        kept.set(key, value)
      }
      return value
    },
    set(key, value) {
      kept.delete(key)
      kept.set(key, value)
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break
        kept.delete(oldest)
      }
    },
    clear: () => kept.clear(),
  }
}

/** Keeps the values used last. */
export interface Lru<T> {
  get(key: string): T | undefined
  set(key: string, value: T): void
  clear(): void
}

/** `dropped` is told of a value that makes way. */
export const createLru = <T>(most: number, dropped: (value: T) => void = () => undefined): Lru<T> => {
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
      for (const [oldest, old] of kept) {
        if (kept.size <= most) break
        kept.delete(oldest)
        dropped(old)
      }
    },
    clear: () => {
      const all = [...kept.values()]
      kept.clear()
      all.forEach(dropped)
    },
  }
}

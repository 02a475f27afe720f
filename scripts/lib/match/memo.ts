const LIMIT = 100_000

/** A text of its own: a cell is a slice of its file's text, and remembering it would keep all of that in memory. */
const detached = (text: string): string => text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le')

/** Remembers answers by text; forgets all of them when there are too many, so that memory stays bounded. */
export const memo = <T>(compute: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const value = compute(text)
    if (known.size >= LIMIT) known.clear()
    known.set(detached(text), value)
    return value
  }
}

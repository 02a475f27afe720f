import type { Cell } from '../read/sheet'
import type { SplitMapping } from './schema'

const atSeparator = (text: string, separator: string, parts: number, from: 'left' | 'right'): readonly string[] => {
  const all = text.split(separator)
  if (all.length <= parts) return all
  return from === 'right'
    ? [all.slice(0, all.length - parts + 1).join(separator), ...all.slice(all.length - parts + 1)]
    : [...all.slice(0, parts - 1), all.slice(parts - 1).join(separator)]
}

const placed = (found: readonly string[], parts: number, from: 'left' | 'right'): readonly Cell[] => {
  const gap = from === 'right' ? Math.max(0, parts - found.length) : 0
  return Array.from({ length: parts }, (_, i) => found[i - gap]?.trim() || null)
}

/**
 * Splits one cell into as many parts as `into` names. From the right the last separators count (`City, State`), and a
 * value with fewer parts fills the last ones; from the left the first. A pattern that does not match leaves every part missing.
 */
export const splitCell = (cell: Cell, split: SplitMapping): readonly Cell[] => {
  const parts = split.into.length
  const text = cell === null ? '' : String(cell)
  if (text.trim() === '') return Array.from({ length: parts }, () => null)
  if (split.pattern !== undefined) {
    const match = new RegExp(split.pattern, 'u').exec(text)
    return Array.from({ length: parts }, (_, i) => match?.[i + 1]?.trim() || null)
  }
  return placed(atSeparator(text, split.separator ?? '', parts, split.from), parts, split.from)
}

import { halfWidth } from './width'

/** How clerks write that there is nothing; compared in half width, lower case, without spaces. 不详 is an answer, not a blank. */
const markers = new Set([
  '', '-', '--', '---', '—', '——', '–', '－', '―', '/', '//', '\\', '无', '空', '暂无', 'n/a', 'na', 'n.a.', 'null', 'none', 'nil', '#n/a',
])
const LONGEST = 6

/** True for a blank text and for the markers of a missing value. */
export function isMissing(text: string): boolean {
  if (text.length > LONGEST && text.trim().length > LONGEST) return false
  return markers.has(halfWidth(text).replace(/\s/g, '').toLowerCase())
}

import { halfWidth } from '../values/width'
import type { Cell } from './sheet'

const invisible = /[\s\u00a0\u200b-\u200d\u2060\ufeff]/g
const plain = /^[\w\u4e00-\u9fff]+$/
const requiredMark = /^\*+|(\*+|\((必填|必填项|选填)\))$/

/**
 * A header in the form in which headers are compared: half width, without spaces, line breaks and byte-order mark, without
 * the marks of a required field. Blank is the empty text. Known headers must go through it too.
 */
export function normaliseHeader(cell: Cell): string {
  if (typeof cell === 'string' && plain.test(cell)) return cell
  let text = halfWidth(String(cell ?? '')).replace(invisible, '')
  while (requiredMark.test(text)) text = text.replace(requiredMark, '')
  return text
}

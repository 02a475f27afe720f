import type { Cell } from '../read/sheet'
import { isMissing } from './missing-marker'
import { nothing, parsed, refused } from './parsed'
import type { Parsed } from './parsed'
import { halfWidth } from './width'

/** Text as written, trimmed. Markers of a missing value are null. */
export function readText(cell: Cell): Parsed<string> {
  if (cell === null) return nothing
  const text = String(cell).trim()
  return isMissing(text) ? nothing : parsed(text)
}

/** A plain code of five characters or more needs no cleaning, and is longer than any marker of a missing value. */
const plainCode = /^[0-9A-Za-z][0-9A-Za-z_()-]{4,}$/

/**
 * A code or case number: half width, without spaces, without Excel's text armour (`="00123"`, a leading apostrophe).
 * A number too long for Excel to have kept is refused, as its last digits are already lost.
 */
export function readCode(cell: Cell): Parsed<string> {
  if (cell === null) return nothing
  if (typeof cell === 'string' && plainCode.test(cell)) return parsed(cell)
  if (typeof cell === 'number' && Math.abs(cell) > Number.MAX_SAFE_INTEGER) return lostDigits(cell)
  const text = halfWidth(String(cell)).replace(/^\s*="(.*)"\s*$/, '$1').replace(/\s/g, '').replace(/^'/, '')
  if (/^\d\.\d+e\+\d+$/i.test(text)) return lostDigits(cell)
  return isMissing(text) ? nothing : parsed(text)
}

const lostDigits = (cell: Cell) =>
  refused(cell, '以文本格式保存的完整编号（Excel 已丢失末几位数字）', 'the whole code stored as text (Excel has lost its last digits)')

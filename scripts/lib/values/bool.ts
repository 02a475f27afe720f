import type { Cell } from '../read/sheet'
import { isMissing } from './missing-marker'
import { memoised } from './memo'
import { nothing, parsed, refused } from './parsed'
import type { Parsed } from './parsed'
import { halfWidth } from './width'

const yes = ['是', '有', '已', '对', '真', 'y', 'yes', '1', '1.0', 'true', 't', '√', '✓', '✔', '☑']
const no = ['否', '无', '没有', '未', '不是', '错', '假', 'n', 'no', '0', '0.0', 'false', 'f', '×', 'x', '✗', '✘', '☒']
const words = new Map<string, boolean>([...yes.map((word) => [word, true] as const), ...no.map((word) => [word, false] as const)])

/** Yes or no as clerks write it. 无 means no here, not a missing value; blanks and dashes are null. */
export function readBool(cell: Cell): Parsed<boolean> {
  if (cell === null) return nothing
  return typeof cell === 'boolean' ? parsed(cell) : readWord(String(cell))
}

const readWord = memoised((text: string): Parsed<boolean> => {
  const value = words.get(halfWidth(text).trim().toLowerCase())
  if (value !== undefined) return parsed(value)
  return isMissing(text) ? nothing : refused(text, '是或否', 'yes or no (是 / 否)')
})

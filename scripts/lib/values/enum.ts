import type { EnumValue } from '../../../src/domain/enums'
import { isMissing } from './missing-marker'
import { memoised } from './memo'
import { nothing, parsed, refused } from './parsed'
import type { Parsed, Reader } from './parsed'
import { halfWidth } from './width'

const SHOWN = 8

/**
 * Reader of a closed vocabulary, to its canonical value: by canonical name, Chinese or English label, or as clerks also write
 * it, whatever the case, width, dashes and spaces. A label that is also a missing marker (无) is the label. Throws RangeError
 * when a label stands for two values.
 */
export function enumReader(values: readonly EnumValue[]): Reader<string> {
  const byLabel = labelsOf(values)
  const zh = `下列之一：${listed(values.map((value) => value.zh), '、')}`
  const en = `one of: ${listed(values.map((value) => value.en), ', ')}`
  const readText = memoised((text: string): Parsed<string> => {
    const value = byLabel.get(key(text))
    if (value !== undefined) return parsed(value)
    return isMissing(text) ? nothing : refused(text, zh, en)
  })
  return (cell) => (cell === null ? nothing : readText(String(cell)))
}

function labelsOf(values: readonly EnumValue[]): ReadonlyMap<string, string> {
  const byLabel = new Map<string, string>()
  for (const { value, zh, en, also } of values) {
    for (const label of [value, zh, en, ...(also ?? [])].map(key)) {
      const other = byLabel.get(label)
      if (other !== undefined && other !== value) throw new RangeError(`label "${label}" stands for ${other} and ${value}`)
      byLabel.set(label, value)
    }
  }
  return byLabel
}

const key = (label: string): string => halfWidth(label).replace(/\s/g, '').replace(/[–—−]/g, '-').toLowerCase()

function listed(labels: readonly string[], mark: string): string {
  return labels.length > SHOWN ? `${labels.slice(0, SHOWN).join(mark)}…` : labels.join(mark)
}

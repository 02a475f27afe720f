import { textWidth } from '../charts/measure'
import type { Twin } from '../domain/table-twin/twin'

/** Width of a panel on a phone, and the space after each column, in pixels. */
const phone = 336
const gap = 12

/** Chinese breaks anywhere, other words only between them: what a heading or a name cannot be narrower than. */
const longestWord = (text: string): number => Math.max(0, ...text.split(/[\s-]|(?=[\u2e80-\u9fff（])/u).map((word) => textWidth(word)))

/** Whether a table's columns stand side by side on a phone without being cut or broken into single characters. */
export const fitsPhone = ({ columns, rows }: Twin): boolean => {
  const least = columns.map(({ label, kind }, i) => {
    const texts = rows.map(({ cells }) => cells[i]?.text ?? '')
    // Numbers and dates stay on one line; a name takes five characters before it breaks.
    return kind === 'text' ? Math.max(60, longestWord(label), ...texts.map(longestWord)) : Math.max(40, longestWord(label), ...texts.map((text) => textWidth(text)))
  })
  return least.reduce((sum, width) => sum + width + gap, -gap) <= phone
}

/** Ids, codes and dates: Latin letters and digits without a space, which must not be broken. */
export const isCode = (text: string): boolean => /^(?=.*\d)[\w./-]+$/.test(text)

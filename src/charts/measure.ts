/** Smallest text of any chart, in pixels. */
export const textSize = 12
export const lineHeight = 18

/** Widths as a fraction of the text size, a little generous, for the system sans-serif fonts that are in use. */
// Chinese fonts draw the ellipsis as wide as a character.
const wide = /[…\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\ud800-\udbff][\udc00-\udfff]/
const narrow = /[ .,:;!|'ijlIft()[\]\-·]/
const broad = /[mwMW%@—]/

const advance = (letter: string): number => {
  if (wide.test(letter)) return 1
  if (narrow.test(letter)) return 0.35
  if (broad.test(letter)) return 0.92
  return /[A-Z]/.test(letter) ? 0.68 : 0.58
}

/**
 * Width of a line of text in pixels, the same in Node and in every browser: a baked chart and a live one are laid out alike.
 * An estimate from letter classes, never from a canvas.
 */
export const textWidth = (text: string, size = textSize, bold = false): number =>
  Math.ceil([...text].reduce((sum, letter) => sum + advance(letter), 0) * size * (bold ? 1.04 : 1))

/** The text, or as much of it as fits before an ellipsis. */
export const fitText = (text: string, width: number, size = textSize, bold = false): string => {
  if (textWidth(text, size, bold) <= width) return text
  const letters = [...text]
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size, bold) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** The text on one line or on two, broken between words; what still does not fit ends in an ellipsis. */
export const wrapText = (text: string, width: number, bold = false): string[] => {
  if (textWidth(text, textSize, bold) <= width) return [text]
  const words = text.split(' ')
  const first: string[] = []
  while (words.length > 1 && textWidth([...first, words[0]].join(' '), textSize, bold) <= width) first.push(words.shift() ?? '')
  return first.length === 0 ? [fitText(text, width, textSize, bold)] : [first.join(' '), fitText(words.join(' '), width, textSize, bold)]
}

/** Words of Latin letters stay whole; Chinese breaks after any character but before no closing mark. */
const pieces = /[\x21-\x7e]+[，。；：、）》”]* ?|[^\x21-\x7e][，。；：、）》”]*/g

/** The whole text on as many lines as it needs: what must never be cut. */
export const breakText = (text: string, width: number): string[] => {
  const lines: string[] = ['']
  for (const piece of text.match(pieces) ?? []) {
    const line = (lines.at(-1) ?? '') + piece
    if (lines.at(-1) === '' || textWidth(line.trimEnd()) <= width) lines[lines.length - 1] = line
    else lines.push(piece.trimStart())
  }
  return lines.map((line) => line.trimEnd())
}

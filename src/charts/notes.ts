import type { Reference } from '../domain/references'
import type { Language } from '../domain/text'
import { breakText, fitText, lineHeight, textWidth } from './measure'
import type { Shape } from './scene'
import { colon, word } from './words'

/** Lines of parts that fit the width, broken between parts only. */
export const noteLines = (parts: readonly string[], width: number): string[] => {
  const lines: string[] = []
  for (const part of parts) {
    const longer = lines.length > 0 ? `${lines.at(-1)} · ${part}` : part
    if (lines.length > 0 && textWidth(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(fitText(part, width))
  }
  return lines
}

/** Where the published figures that are drawn come from, each source once. */
export const sourceLines = (references: readonly Reference[], width: number, language: Language): string[] =>
  [...new Set(references.flatMap(({ source }) => source?.[language] ?? []))].flatMap((source) => breakText(word('published', language) + colon(language) + source, width))

/** The lines one below the other, the first with its middle at `y`. */
export const noteShapes = (lines: readonly string[], y: number): Shape[] =>
  lines.map((text, i): Shape => ({ kind: 'text', x: 0, y: y + i * lineHeight, text, fill: 'mute' }))

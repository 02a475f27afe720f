import { fitText, textWidth } from './measure'
import type { PaletteName } from './palette'
import type { Shape } from './scene'

export interface Key {
  readonly shapes: readonly Shape[]
  readonly height: number
}

interface Named {
  readonly name: string
  readonly colour: PaletteName
}

/** Names beside their colours, in drawing order, broken into lines that fit: where there is no room for names at the marks themselves. */
export const keyOf = (entries: readonly Named[], width: number): Key => {
  const shapes: Shape[] = []
  let [x, line] = [0, 0]
  for (const entry of entries) {
    const text = fitText(entry.name, width - 18)
    const w = textWidth(text) + 18
    if (x > 0 && x + w > width) [x, line] = [0, line + 1]
    shapes.push({ kind: 'rect', x, y: line * 20 + 4, w: 12, h: 12, fill: entry.colour }, { kind: 'text', x: x + 18, y: line * 20 + 10, text, fill: 'ink2' })
    x += w + 16
  }
  return { shapes, height: (line + 1) * 20 }
}

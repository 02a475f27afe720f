import type { Filter } from '../domain/question'
import type { PaletteName } from './palette'
import { tenth } from './scale'
import type { Tip } from './tooltip'

type Point = readonly [x: number, y: number]

interface Paint {
  readonly fill?: PaletteName
  readonly stroke?: PaletteName
  readonly width?: number
  readonly dash?: readonly number[]
  readonly opacity?: number
}

/** What is drawn, in pixels of the chart. */
export type Shape =
  | ({ readonly kind: 'rect'; readonly x: number; readonly y: number; readonly w: number; readonly h: number } & Paint)
  | ({ readonly kind: 'line'; readonly points: readonly Point[] } & Paint)
  | ({ readonly kind: 'area'; readonly points: readonly Point[] } & Paint)
  | ({ readonly kind: 'path'; readonly d: string } & Paint)
  | ({ readonly kind: 'dot'; readonly x: number; readonly y: number; readonly r: number } & Paint)
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly text: string; readonly fill: PaletteName; readonly align?: 'left' | 'center' | 'right'; readonly bold?: boolean; readonly size?: number }
  /** Invisible, catches the pointer. */
  | { readonly kind: 'hit'; readonly x: number; readonly y: number; readonly w: number; readonly h: number }

/** Shapes that belong together. One with neither a tip nor a pick takes no pointer. */
export interface Mark {
  readonly name: string
  readonly shapes: readonly Shape[]
  /** What is said of it when it is pointed at; put into words only then. */
  readonly tip?: () => Tip
  /** The filter that a click on it means. */
  readonly pick?: Filter | null
}

/** Marks drawn one above the other, in order; layers are too. */
export interface Layer {
  readonly id: string
  readonly marks: readonly Mark[]
}

/** A layer of one mark that only shows something. */
export const still = (id: string, shapes: readonly Shape[]): Layer => ({ id, marks: [{ name: id, shapes }] })

/** Diagonal strokes inside a rectangle, every `gap` pixels: waiting, missing. Drawn as lines, since patterns cannot hold CSS variables. */
export const hatch = (x: number, y: number, w: number, h: number, stroke: PaletteName, gap = 5): Shape => {
  const parts: string[] = []
  for (let offset = gap; offset < w + h; offset += gap) {
    const [x1, y1] = offset <= h ? [x, y + offset] : [x + offset - h, y + h]
    const [x2, y2] = offset <= w ? [x + offset, y] : [x + w, y + offset - w]
    parts.push(`M${tenth(x1)} ${tenth(y1)}L${tenth(x2)} ${tenth(y2)}`)
  }
  return { kind: 'path', d: parts.join('') || `M${tenth(x)} ${tenth(y + h)}L${tenth(x + w)} ${tenth(y)}`, stroke, width: 1.5 }
}

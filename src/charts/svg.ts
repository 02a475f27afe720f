import { textSize } from './measure'
import { colour } from './palette'
import { tenth } from './scale'
import type { Shape } from './scene'

/** One element of a drawing. Names and values are written here alone; a text is only ever a text. */
export interface SvgElement {
  readonly tag: 'rect' | 'polyline' | 'polygon' | 'path' | 'circle' | 'text'
  readonly attributes: Readonly<Record<string, string | number>>
  readonly text: string | null
}

type Painted = Exclude<Shape, { readonly kind: 'text' | 'hit' }>

const paint = ({ fill, stroke, width, dash, opacity }: Painted): Record<string, string | number> => ({
  fill: fill ? colour(fill) : 'none',
  ...(stroke ? { stroke: colour(stroke), 'stroke-width': width ?? 1 } : {}),
  ...(dash ? { 'stroke-dasharray': dash.join(' ') } : {}),
  ...(opacity === undefined ? {} : { opacity }),
})

const box = ({ x, y, w, h }: { x: number; y: number; w: number; h: number }) => ({ x: tenth(x), y: tenth(y), width: tenth(Math.max(0, w)), height: tenth(Math.max(0, h)) })
const pointList = (points: readonly (readonly [number, number])[]): string => points.map(([x, y]) => `${tenth(x)},${tenth(y)}`).join(' ')

const anchors = { left: {}, center: { 'text-anchor': 'middle' }, right: { 'text-anchor': 'end' } } as const

/** From the middle of a line of text down to where its letters stand, as a part of its size: what every viewer draws alike. */
const baseline = 0.35

const textElement = ({ x, y, text, fill, align = 'left', bold, size = textSize }: Extract<Shape, { readonly kind: 'text' }>): SvgElement => ({
  tag: 'text',
  attributes: { x: tenth(x), y: tenth(y + size * baseline), fill: colour(fill), ...anchors[align], ...(bold ? { 'font-weight': 600 } : {}), ...(size === textSize ? {} : { 'font-size': size }) },
  text,
})

/** A shape as an element of SVG: colours stay CSS variables, and no style, class or id is needed. */
export const svgElement = (shape: Shape): SvgElement => {
  switch (shape.kind) {
    case 'rect': return { tag: 'rect', attributes: { ...box(shape), ...paint(shape) }, text: null }
    case 'hit': return { tag: 'rect', attributes: { ...box(shape), fill: 'none', 'pointer-events': 'all' }, text: null }
    case 'line': return { tag: 'polyline', attributes: { points: pointList(shape.points), ...paint(shape) }, text: null }
    case 'area': return { tag: 'polygon', attributes: { points: pointList(shape.points), ...paint(shape) }, text: null }
    case 'path': return { tag: 'path', attributes: { d: shape.d, ...paint(shape) }, text: null }
    case 'dot': return { tag: 'circle', attributes: { cx: tenth(shape.x), cy: tenth(shape.y), r: shape.r, ...paint(shape) }, text: null }
    case 'text': return textElement(shape)
  }
}

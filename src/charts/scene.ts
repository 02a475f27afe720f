import type { CustomSeriesOption } from 'echarts/charts'
import { colour, type PaletteName } from './palette'
import { lineHeight, textSize } from './measure'
import { tenth } from './scale'

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

/** Shapes that belong together: one item of a series. */
export interface Mark {
  readonly name: string
  readonly shapes: readonly Shape[]
}

type Element = NonNullable<ReturnType<NonNullable<Extract<CustomSeriesOption['renderItem'], (...all: never[]) => unknown>>>>

const paint = (shape: Paint) => ({
  fill: shape.fill ? colour(shape.fill) : 'none',
  ...(shape.stroke ? { stroke: colour(shape.stroke), lineWidth: shape.width ?? 1 } : {}),
  ...(shape.dash ? { lineDash: [...shape.dash] } : {}),
  ...(shape.opacity === undefined ? {} : { opacity: shape.opacity }),
})

const rounded = (points: readonly Point[]) => points.map(([x, y]) => [tenth(x), tenth(y)])
const box = (shape: { x: number; y: number; w: number; h: number }) => ({ x: tenth(shape.x), y: tenth(shape.y), width: tenth(shape.w), height: tenth(shape.h) })

const textElement = (shape: Extract<Shape, { kind: 'text' }>) => ({
  type: 'text' as const,
  silent: true,
  style: {
    text: shape.text, x: tenth(shape.x), y: tenth(shape.y), fill: colour(shape.fill), align: shape.align ?? 'left' as const, verticalAlign: 'middle' as const,
    fontSize: shape.size ?? textSize, fontWeight: shape.bold ? 600 : 400, fontFamily: 'inherit', lineHeight,
  },
})

/** Without this the pointer makes the library compute a lighter colour, which no CSS variable has, and the shape vanishes. */
const steady = { emphasisDisabled: true }

const element = (shape: Shape) => {
  switch (shape.kind) {
    case 'rect': return { type: 'rect' as const, shape: box(shape), style: paint(shape) }
    case 'hit': return { type: 'rect' as const, shape: box(shape), style: { fill: 'transparent' } }
    case 'line': return { type: 'polyline' as const, shape: { points: rounded(shape.points) }, style: paint(shape) }
    case 'area': return { type: 'polygon' as const, shape: { points: rounded(shape.points) }, style: paint(shape) }
    case 'path': return { type: 'path' as const, shape: { pathData: shape.d }, style: paint(shape) }
    case 'dot': return { type: 'circle' as const, shape: { cx: tenth(shape.x), cy: tenth(shape.y), r: shape.r }, style: paint(shape) }
    case 'text': return textElement(shape)
  }
}

/** A series that draws marks where they say, outside any axis. `silent` marks neither show a tooltip nor take a click. */
export const sceneSeries = (id: string, marks: readonly Mark[], options: { z?: number; silent?: boolean } = {}): CustomSeriesOption => ({
  type: 'custom',
  id,
  coordinateSystem: 'none',
  animation: false,
  z: options.z ?? 2,
  silent: options.silent ?? false,
  cursor: options.silent ? 'default' : 'pointer',
  data: marks.map((mark) => ({ name: mark.name, value: [], shapes: mark.shapes })) as CustomSeriesOption['data'],
  renderItem: (params) => ({ type: 'group', ...steady, children: (marks[params.dataIndex]?.shapes ?? []).map((shape) => ({ ...element(shape), ...steady })) }) as Element,
})

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

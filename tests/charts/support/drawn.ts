import type { BuiltChart } from '../../../src/charts/context'
import type { Mark, Shape } from '../../../src/charts/scene'
import type { Tip } from '../../../src/charts/tooltip'

/** Marks of a layer. */
export const marksOf = (built: BuiltChart, id: string): readonly Mark[] => built.layers.find((layer) => layer.id === id)?.marks ?? []

export const markOf = (built: BuiltChart, id: string, name: string): Mark => {
  const found = marksOf(built, id).find((mark) => mark.name === name)
  if (!found) throw new Error(`${id} has no mark ${name}`)
  return found
}

export const shapesOf = (built: BuiltChart): readonly Shape[] => built.layers.flatMap(({ marks }) => marks.flatMap(({ shapes }) => shapes))

export const textsOf = (built: BuiltChart): string[] => shapesOf(built).flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))

type Kind = Shape['kind']
export const ofKind = <K extends Kind>(shapes: readonly Shape[], kind: K): Extract<Shape, { readonly kind: K }>[] =>
  shapes.filter((shape): shape is Extract<Shape, { readonly kind: K }> => shape.kind === kind)

/** A tip on one line: the title, then name and value of each row. */
export const told = (tip: Tip | undefined): string => (tip ? [tip.title, ...tip.rows.map(({ name, value, strong }) => `${name}${strong ? '!' : ''} ${value}`)].join(' | ') : '')

const rounded = (value: unknown): unknown => (typeof value === 'number' ? Math.round(value * 10) / 10 : value)

/** A shape on one line, in tenths of a pixel. */
const line = (shape: Shape): string => Object.entries(shape).map(([key, value]) => (key === 'kind' ? String(value) : `${key}=${JSON.stringify(value, (_, inner: unknown) => rounded(inner))}`)).join(' ')

const readable = ({ name, shapes, tip, pick }: Mark) => ({ name, ...(tip ? { tip: told(tip()) } : {}), ...(pick ? { pick: `${pick.dimension} ${pick.members.join()}` } : {}), shapes: shapes.map(line) })

/** The chart as JSON: what a reviewer reads, a shape on a line, with what is said of each mark. */
export const golden = ({ width, height, summary, layers }: BuiltChart): string =>
  `${JSON.stringify({ width, height, summary, layers: Object.fromEntries(layers.map(({ id, marks }) => [id, marks.map(readable)])) }, null, 1)}\n`

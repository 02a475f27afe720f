import { h, type FunctionalComponent, type VNode } from 'vue'
import type { BuiltChart } from '../charts/context'
import { textSize } from '../charts/measure'
import type { Mark } from '../charts/scene'
import { svgElement } from '../charts/svg'

const takesPointer = ({ tip, pick }: Mark): boolean => tip !== undefined || Boolean(pick)

const group = (mark: Mark, layer: number, at: number): VNode =>
  h('g', { ...(takesPointer(mark) ? { 'data-mark': `${layer}.${at}` } : {}), ...(mark.pick ? { cursor: 'pointer' } : {}) }, mark.shapes.map((shape) => {
    const { tag, attributes, text } = svgElement(shape)
    return h(tag, attributes, text ?? undefined)
  }))

/** A chart as SVG, the same from a server and in a browser, and kept up to date mark by mark. */
export const ChartDrawing: FunctionalComponent<{ built: BuiltChart }> = ({ built: { width, height, summary, layers } }) =>
  h('svg', { class: 'drawing', width, height, viewBox: `0 0 ${width} ${height}`, 'font-size': textSize, role: 'img', 'aria-label': summary },
    layers.flatMap(({ marks }, layer) => marks.flatMap((mark, at) => (mark.shapes.length > 0 ? [group(mark, layer, at)] : []))))

ChartDrawing.props = ['built']

/** The mark that an event on a drawing is about; null where it is about none. */
export const markAt = ({ layers }: BuiltChart, target: EventTarget | null): Mark | null => {
  const place = target instanceof Element ? target.closest('[data-mark]')?.getAttribute('data-mark') : null
  const [layer = -1, at = -1] = place?.split('.').map(Number) ?? []
  return layers[layer]?.marks[at] ?? null
}

import type { BuiltChart } from './context'
import { startChart } from './register'
import { escapeText } from './tooltip'

/** Leaves out what only a live chart needs: hover rules, their classes, and the clip of a line's entrance, which frames the whole plot anyway. */
const withoutHover = (svg: string): string => svg
  .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
  .replace(/<defs ?>[\s\S]*?<\/defs>/g, '')
  .replace(/ clip-path="[^"]*"/g, '')
  .replace(/ class="zr\d+-cls-\d+"/g, '')
  .replace(/ (?:ecmeta_[a-z_]+|pointer-events)="[^"]*"/g, '')

/** `style` attributes as presentation attributes: a page with a strict policy for styles shows them all the same. */
const withoutStyles = (svg: string): string => svg.replace(/ style="([^"]*)"/g, (_, css: string) =>
  css.split(';').filter(Boolean).map((rule) => {
    const at = rule.indexOf(':')
    return ` ${rule.slice(0, at).trim()}="${rule.slice(at + 1).trim()}"`
  }).join(''))

/**
 * The chart as SVG text, `width` pixels wide; the same text for the same chart in Node and in the browser.
 * Colours stay CSS variables. It holds no ids, so that any number of charts may share a page.
 */
export const toSvg = (built: BuiltChart, width: number): string => {
  const chart = startChart(null, null, { renderer: 'svg', ssr: true, width, height: built.height })
  try {
    chart.setOption({ ...built.option, animation: false })
    const svg = withoutStyles(withoutHover(chart.renderToSVGString()))
    return svg.replace('<svg ', `<svg role="img" aria-label="${escapeText(built.summary)}" `)
  } finally {
    chart.dispose()
  }
}

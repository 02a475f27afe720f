import type { BuiltChart } from '../charts/context'
import { breakText, fitText, textSize, textWidth } from '../charts/measure'
import { colour, paletteColours } from '../charts/palette'
import type { Shape } from '../charts/scene'
import { svgElement } from '../charts/svg'
import type { Stamp } from './stamp'

/** Colours of the page's light looks, by name. */
export type Colours = Readonly<Record<string, string>>

const margin = 24
const titleSize = 18
const lineHeight = 18

/** Fonts of the page, by the names that macOS, Windows and Linux know them by. */
const fonts = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif'

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** What XML has no place for: control characters and halves of pairs. */
const withoutControls = (text: string): string => [...text].filter((letter) => letter >= ' ' && !/^[\ud800-\udfff\ufffe\uffff]$/.test(letter)).join('')

const element = (shape: Shape): string => {
  const { tag, attributes, text } = svgElement(shape)
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`).join('')
  return text === null ? `<${tag}${written}/>` : `<${tag}${written}>${escaped(withoutControls(text))}</${tag}>`
}

const wrapped = (text: string, width: number, size: number): string[] => breakText(text, (width * textSize) / size)

interface Placed {
  readonly shapes: readonly Shape[]
  readonly height: number
}

const above = ({ title, subtitle, mark, lines }: Stamp, width: number): Placed => {
  const filters = lines.filter(({ id }) => id === 'filters').map(({ text }) => text)
  let y = margin
  const shapes: Shape[] = []
  const write = (text: string, size: number, look: { readonly fill: 'ink' | 'ink2' | 'warn'; readonly bold?: boolean }, step: number): void => {
    shapes.push({ kind: 'text', x: margin, y: y + step / 2, text, size, ...look })
    y += step
  }
  for (const text of wrapped(title, width, titleSize)) write(text, titleSize, { fill: 'ink', bold: true }, 26)
  for (const text of [...wrapped(subtitle, width, textSize), ...filters.flatMap((words) => wrapped(words, width, textSize))]) write(text, textSize, { fill: 'ink2' }, lineHeight)
  if (mark !== null) for (const text of wrapped(mark, width, textSize)) write(text, textSize, { fill: 'warn', bold: true }, lineHeight)
  return { shapes, height: y + 10 }
}

const below = ({ lines }: Stamp, width: number, from: number): Placed => {
  const said = lines.filter(({ id }) => id !== 'filters' && id !== 'nature')
  let y = from + 12
  const shapes: Shape[] = [{ kind: 'line', points: [[margin, y], [margin + width, y]], stroke: 'line' }]
  y += 8
  for (const { name, text } of said) {
    const head = `${name}  `
    const indent = textWidth(head)
    for (const [i, part] of breakText(text, width - indent).entries()) {
      if (i === 0) shapes.push({ kind: 'text', x: margin, y: y + lineHeight / 2, text: name, fill: 'ink', bold: true })
      shapes.push({ kind: 'text', x: margin + indent, y: y + lineHeight / 2, text: fitText(part, width - indent), fill: 'ink2' })
      y += lineHeight
    }
  }
  return { shapes, height: y + margin - from }
}

/** A picture's own size, in pixels. */
export interface DrawnFile {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/**
 * A chart as an SVG file that stands by itself: what is said of it is drawn in, its colours are values and its texts are
 * only texts.
 *
 * @throws RangeError when a colour has no value
 */
export const drawingFile = (built: BuiltChart, stamp: Stamp, colours: Colours): DrawnFile => {
  const inner = built.width
  const head = above(stamp, inner)
  const foot = below(stamp, inner, head.height + built.height)
  const [width, height] = [inner + 2 * margin, head.height + built.height + foot.height]
  const chart = built.layers.flatMap(({ marks }) => marks.flatMap(({ shapes }) => shapes)).filter(({ kind }) => kind !== 'hit').map(element).join('')
  const drawn = `<rect width="${width}" height="${height}" fill="${colour('ground')}"/>${head.shapes.map(element).join('')}<g transform="translate(${margin} ${head.height})">${chart}</g>${foot.shapes.map(element).join('')}`
  const painted = paletteColours.reduce((svg, name) => {
    if (!svg.includes(colour(name))) return svg
    const value = colours[name]
    if (!value) throw new RangeError(`The colour ${name} has no value`)
    return svg.replaceAll(colour(name), value)
  }, drawn)
  const title = `<title>${escaped(withoutControls(stamp.title))}</title><desc>${escaped(withoutControls(built.summary))}</desc>`
  return { width, height, svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(fonts)}" font-size="${textSize}">${title}${painted}</svg>` }
}

import { h, type VNode } from 'vue'

/** Everything a drawing may consist of: none of it runs code or loads anything. */
const elements = new Set(['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'defs', 'clipPath', 'pattern', 'linearGradient', 'radialGradient', 'stop', 'title', 'desc'])
const token = /<(\/?)([A-Za-z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)|</g
const attribute = /([\w:-]+)="([^"]*)"/g
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'", nbsp: '\u00A0', '#160': '\u00A0' }

const decoded = (text: string): string => text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(attribute)].flatMap(([, name = '', value = '']) => (/^on|href$/i.test(name) ? [] : [[name, decoded(value)]])))

interface Open {
  readonly tag: string
  readonly attributes: Record<string, string>
  readonly children: (VNode | string)[]
}

/**
 * SVG text as nodes of the page, so that a text in it can only ever be a text. Event handlers and links are left out.
 * Throws when the text holds anything that is not part of a drawing or is not well formed.
 */
export const svgNodes = (svg: string): VNode[] => {
  const root: Open = { tag: '', attributes: {}, children: [] }
  const stack: Open[] = [root]
  for (const [whole, closing, tag, attributes = '', empty, text] of svg.matchAll(token)) {
    const parent = stack[stack.length - 1] ?? root
    if (text !== undefined) parent.children.push(decoded(text))
    else if (tag === undefined || !elements.has(tag)) throw new TypeError(`Not part of a drawing: ${whole.slice(0, 40)}`)
    else if (!closing) stack.push({ tag, attributes: attributesOf(attributes), children: [] })
    if (tag === undefined || (!closing && !empty)) continue
    const done = stack.pop()
    if (!done || done.tag !== tag) throw new TypeError(`Not well formed at ${whole.slice(0, 40)}`)
    ;(stack[stack.length - 1] ?? root).children.push(h(done.tag, done.attributes, done.children))
  }
  if (stack.length !== 1) throw new TypeError('A drawing ends too early')
  return root.children.filter((child): child is VNode => typeof child !== 'string')
}

import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { embeddedPolicy } from './content-policy.mjs'

/**
 * What a page holds that needs nothing beside it.
 * @typedef {object} Parts
 * @property {string} shell the page's source, with its links to other files
 * @property {string} script a module without imports
 * @property {string} style
 * @property {string} icon an SVG
 * @property {(template: string) => Promise<string>} bake writes the numbers into the page
 * @property {ReadonlyMap<string, Uint8Array>} files what the page reads at once, by its address elsewhere
 * @property {ReadonlyMap<string, Uint8Array>} facts what only the engine reads, likewise
 * @property {ReadonlyMap<string, string>} workers scripts of workers, by name
 * @property {ReadonlyMap<string, Buffer>} modules wasm of workers, by name, packed with gzip
 */

/**
 * A script as it may stand in a page: no text of it ends it, or hides its end. What begins that way in a string or a pattern
 * means the same written otherwise.
 * @param {string} code
 */
export const scriptText = (code) => lineEnds(code).replace(/<(?=\/script|script|!--)/gi, '\\x3c')

/** A page's lines end one way, whatever was written; a hash is of what is read. */
const lineEnds = (/** @type {string} */ text) => text.replace(/\r\n?/g, '\n')

/** @param {string} css */
function styleText(css) {
  if (/<\/style/i.test(css)) throw new Error('The style has its own end in it')
  return lineEnds(css)
}

/** Text as JSON in which nothing begins like markup. @param {string} text */
const inertText = (text) => JSON.stringify(text).replace(/</g, '\\u003c')

const mostPacked = { level: 9 }

/** @param {Uint8Array} data */
const packed = (data) => gzipSync(data, mostPacked).toString('base64')

/** @param {string} text */
const attribute = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')

/** @param {string} name @param {string} type @param {string} text */
const block = (name, type, text) => `<script type="${type}" data-file="${attribute(name)}">${text}</script>\n`

/** @param {string} text */
export const hashOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`

/**
 * @param {string} html
 * @param {RegExp} part
 * @param {string} by
 */
function exchange(html, part, by) {
  if (!part.test(html)) throw new Error(`The page lacks ${String(part)}`)
  return html.replace(part, () => by)
}

/**
 * The page with its style and its policy in it and no link to another file; its script and data come after it is baked.
 * @param {Pick<Parts, 'shell' | 'icon'> & { script: string, style: string }} parts as they will stand
 */
function template({ shell, icon, script, style }) {
  const policy = embeddedPolicy({ scripts: [hashOf(script)], styles: [hashOf(style)] })
  const own = exchange(shell, /<meta charset="utf-8">/, `<meta charset="utf-8">\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`)
  const drawn = exchange(own, /<link rel="icon"[^>]*>/, `<link rel="icon" href="data:image/svg+xml;base64,${Buffer.from(icon).toString('base64')}">\n    <style>${style}</style>`)
  return ['apple-touch-icon', 'manifest'].reduce((html, rel) => exchange(html, new RegExp(`\\s*<link rel="${rel}"[^>]*>`), ''), exchange(drawn, /\s*<script type="module"[^>]*><\/script>/, ''))
}

/**
 * The whole page as one text: first what is read by people, then what the script needs at once, then the script, which
 * does not wait for the rest: data for the engine, the largest last.
 * @param {Parts} parts
 */
export async function singlePage({ shell, icon, bake, files, facts, workers, modules, ...parts }) {
  const [script, style] = [scriptText(parts.script), styleText(parts.style)]
  const baked = await bake(template({ shell, icon, script, style }))
  const gzip = 'application/gzip'
  const first = [
    ...[...files].map(([name, data]) => block(name, gzip, packed(data))),
    ...[...workers].map(([name, text]) => block(`workers/${name}.js`, 'application/json', inertText(text)))
  ]
  const rest = [
    ...[...facts].map(([name, data]) => block(name, gzip, packed(data))),
    ...[...modules].map(([name, data]) => block(`workers/${name}.wasm`, gzip, data.toString('base64')))
  ]
  const end = baked.lastIndexOf('</body>')
  return [baked.slice(0, end), ...first, `<script type="module" async>${script}</script>\n`, ...rest, baked.slice(end)].join('')
}

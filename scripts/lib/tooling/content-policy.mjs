/** What a document and a worker may do: wasm may run, nothing foreign may load, and nothing written into a page is code or style. */
const directives = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'"
]

/** Pages of the site that others may show in a frame; no other page is. */
export const framedPages = ['embed.html']

/** For the `<meta>` of a built page, which binds it where a host sends no header; framing cannot be said there. */
export const metaPolicy = directives.join('; ')

const ownPolicy = [...directives, "frame-ancestors 'none'"].join('; ')
const framedPolicy = [...directives, 'frame-ancestors *'].join('; ')

/**
 * For the `<meta>` of a file that holds everything itself: it loads nothing, runs the scripts and styles of these hashes alone,
 * and starts workers from its own text.
 * @param {{ scripts: readonly string[], styles: readonly string[] }} hashes as `sha256-…`
 */
export function embeddedPolicy({ scripts, styles }) {
  const quoted = (/** @type {readonly string[]} */ hashes) => hashes.map((hash) => `'${hash}'`).join(' ')
  return [
    "default-src 'none'",
    `script-src ${quoted(scripts)} 'wasm-unsafe-eval'`,
    'worker-src blob:',
    `style-src ${quoted(styles)}`,
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'"
  ].join('; ')
}

/**
 * For the header of every response: a worker's file is bound by its own response's policy, not by the page's.
 * @param {string} path within the served folder, with "/"
 */
export function contentSecurityPolicy(path) {
  return framedPages.includes(path) ? framedPolicy : ownPolicy
}

import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from './files.mjs'

/**
 * What lies in a site beside its pages.
 * @typedef {object} Contents
 * @property {string} site
 * @property {readonly string[]} built files of the build, which carry a hash in their name
 * @property {readonly string[]} fromPublic
 * @property {import('./publish-extracts.mjs').Versions} versions
 */

const idDigits = 16

/** @param {string | Buffer} data */
const sha256 = (data) => createHash('sha256').update(data).digest('hex')

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

/** The engines' own parts, several megabytes each; a browser uses one engine or the other. */
const ofEngine = (/** @type {string} */ path) => /^assets\/duckdb-(?:browser-)?(eh|mvp)[.-]/.exec(path)?.[1]

/**
 * Files of the extracts as the site shows them: their manifests, and those of the version that stands.
 * @param {Pick<Contents, 'site' | 'versions'>} contents
 */
function extractFiles({ site, versions }) {
  return Object.entries(versions).flatMap(([id, { now }]) => {
    const folder = `extracts/${id}`
    const held = listFiles(join(site, folder, now)).filter((path) => !/\.(br|gz)$/.test(path) && path !== 'manifest.json')
    return [`${folder}/manifest.json`, ...held.map((path) => `${folder}/${now}/${path}`)]
  })
}

/** @param {string} site */
function defaultExtract(site) {
  const index = join(site, 'extracts', 'index.json')
  const id = existsSync(index) ? readJson(index).extracts[0]?.id : undefined
  return id === undefined ? null : { id, manifest: readJson(join(site, 'extracts', id, 'manifest.json')) }
}

/**
 * @param {Record<string, string>} files
 * @param {string} site
 */
function describe(files, site) {
  const shown = defaultExtract(site)
  const folder = shown && `extracts/${shown.id}/`
  const paths = Object.keys(files)
  /** @type {Record<string, string[]>} */
  const engines = {}
  for (const path of paths) {
    const name = ofEngine(path)
    if (name) engines[name] = [...(engines[name] ?? []), path]
  }
  return {
    content: shown?.manifest.content ?? null,
    asOf: shown?.manifest.asOf ?? null,
    files,
    facts: folder === null ? [] : paths.filter((path) => path.startsWith(folder) && path.endsWith('.parquet')),
    engines,
    others: paths.filter((path) => path.startsWith('extracts/') && path.split('/').length > 2 && !path.endsWith('/manifest.json') && !(folder && path.startsWith(folder)))
  }
}

/**
 * Says in a page which publication it is of, and by which content.
 * @param {string} html
 * @param {{ id: string, content: string | null }} publication
 */
function mark(html, { id, content }) {
  return html.replace(/<title>/, (title) => `<meta name="publication" content="${id}"${content === null ? '' : ` data-content="${content}"`}>\n    ${title}`)
}

/**
 * Everything a site puts before readers in one go, by path and hash, and its pages with its name in them. The name follows
 * from all that is in it. It is written last, so that whoever reads it finds what it names.
 * @param {Contents & { pages: ReadonlyMap<string, string> }} contents pages as they are without that name
 */
export function publicationOf({ site, built, fromPublic, versions, pages }) {
  const index = existsSync(join(site, 'extracts', 'index.json')) ? ['extracts/index.json'] : []
  const beside = Object.fromEntries([...built, ...fromPublic, ...index, ...extractFiles({ site, versions })].sort().map((path) => [path, sha256(readFileSync(join(site, path)))]))
  const plain = [...pages].map(([file, html]) => [file, sha256(html)])
  const id = sha256(JSON.stringify([beside, plain])).slice(0, idDigits)
  const described = describe(beside, site)
  const marked = new Map([...pages].map(([file, html]) => [file, mark(html, { id, content: described.content })]))
  const files = { ...beside, ...Object.fromEntries([...marked].map(([file, html]) => [file, sha256(html)])) }
  return { pages: marked, publication: `${JSON.stringify({ schema: 1, id, ...described, files })}\n` }
}

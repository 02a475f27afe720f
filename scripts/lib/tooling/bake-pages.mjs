import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * What the built server bundle offers.
 * @typedef {object} Baker
 * @property {readonly { id: string, file: string }[]} pages
 * @property {(baked: { template: string, page: string, manifest: object, answers: object }) => Promise<string>} bakePage
 */

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

/**
 * The site's default extract: folder and manifest; null where it holds none.
 * @param {string} site
 */
function defaultExtract(site) {
  const index = join(site, 'extracts', 'index.json')
  if (!existsSync(index)) return null
  const [first] = readJson(index).extracts
  if (!first) return null
  const folder = join(site, 'extracts', first.id)
  return { folder, manifest: readJson(join(folder, 'manifest.json')) }
}

/**
 * Writes every page of a built site with the default view of its default extract in it: readable before any script runs,
 * and without one. A page the extract has no answers for, and every page of a site without extracts, stays as it was built.
 * @param {{ site: string, server: string }} folders the served folder, and that of the server bundle with the page as built
 */
export async function bakePages({ site, server }) {
  const template = readFileSync(join(server, 'template.html'), 'utf8')
  // A bundle of another build has another address, else Node would answer with the one it knows.
  const bundle = pathToFileURL(join(server, 'server.js'))
  bundle.search = String(Date.now())
  /** @type {Baker} */
  const { pages, bakePage } = await import(bundle.href)
  const extract = defaultExtract(site)
  for (const { id, file } of pages) {
    const answers = extract?.manifest.answers[id]?.file
    const html = extract && answers
      ? await bakePage({ template, page: id, manifest: extract.manifest, answers: readJson(join(extract.folder, answers)).answers })
      : template
    const path = join(site, file)
    if (!existsSync(path) || readFileSync(path, 'utf8') !== html) writeFileSync(path, html)
  }
}

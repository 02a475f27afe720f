import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * What the built server bundle offers.
 * @typedef {object} Baker
 * @property {readonly { id: string, file: string }[]} pages
 * @property {(baked: { template: string, page: string, manifest: object, answers: object, base?: string }) => Promise<string>} bakePage
 */

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

/**
 * The default one of some extracts: folder and manifest; null where there is none.
 * @param {string} extracts
 */
export function defaultExtract(extracts) {
  const index = join(extracts, 'index.json')
  if (!existsSync(index)) return null
  const [first] = readJson(index).extracts
  if (!first) return null
  const folder = join(extracts, first.id)
  return { folder, manifest: readJson(join(folder, 'manifest.json')) }
}

/**
 * @param {string} server folder of the bundle
 * @returns {Promise<Baker>}
 */
export function openBaker(server) {
  // A bundle of another build has another address, else Node would answer with the one it knows.
  const bundle = pathToFileURL(join(server, 'server.js'))
  bundle.search = String(Date.now())
  return import(bundle.href)
}

/**
 * Every page of a site with the default view of its default extract in it, by its file: readable before any script runs,
 * and without one. A page the extract has no answers for, and every page of a site without extracts, is as it was built.
 * @param {{ extracts: string, server: string }} folders that of the extracts, and that of the server bundle with the page as built
 * @returns {Promise<Map<string, string>>}
 */
export async function bakedPages({ extracts, server }) {
  const template = readFileSync(join(server, 'template.html'), 'utf8')
  const { pages, bakePage } = await openBaker(server)
  const extract = defaultExtract(extracts)
  const baked = new Map()
  for (const { id, file } of pages) {
    const answers = extract?.manifest.answers[id]?.file
    baked.set(file, extract && answers
      ? await bakePage({ template, page: id, manifest: extract.manifest, answers: readJson(join(extract.folder, answers)).answers })
      : template)
  }
  return baked
}

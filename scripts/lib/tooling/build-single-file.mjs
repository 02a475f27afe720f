import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { defaultExtract, openBaker } from './bake-pages.mjs'
import { ensureBuilt, runVite } from './build-app.mjs'
import { readStamp } from './build-stamp.mjs'
import { listFiles } from './files.mjs'
import { replaceFile } from './replace-file.mjs'
import { Failure } from './say.mjs'
import { singlePage } from './single-page.mjs'

/** @param {string} path */
const text = (path) => readFileSync(path, 'utf8')

/** @param {string} path */
const packed = (path) => (existsSync(`${path}.gz`) ? readFileSync(`${path}.gz`) : gzipSync(readFileSync(path)))

/**
 * Script and style of the one file, built once for each build of the site, which empties the folder they lie in.
 * @param {string} root
 */
async function ensureScripts(root) {
  const folder = join(root, 'dist-server', 'single')
  if (existsSync(join(folder, 'page.js'))) return folder
  const config = ['--config', join(import.meta.dirname, 'single-file.config.ts'), '--outDir', folder]
  await runVite(root, [...config, '--mode', 'worker'])
  await runVite(root, [...config, '--mode', 'page'])
  return folder
}

/**
 * Files of one extract under the addresses a page asks them by.
 * @param {{ folder: string, manifest: { id: string } }} extract
 * @param {string} extracts
 */
function extractFiles({ folder, manifest: { id } }, extracts) {
  const first = text(join(extracts, 'index.json'))
  const index = JSON.stringify({ ...JSON.parse(first), extracts: JSON.parse(first).extracts.slice(0, 1) })
  const held = listFiles(folder).filter((path) => !/\.(br|gz)$/.test(path))
  const address = (/** @type {string} */ path) => `extracts/${[id, ...path.split('/')].map(encodeURIComponent).join('/')}`
  const read = (/** @type {string} */ path) => /** @type {const} */ ([address(path), readFileSync(join(folder, path))])
  const isFact = (/** @type {string} */ path) => path.endsWith('.parquet')
  return {
    files: new Map([['extracts/index.json', Buffer.from(index)], ...held.filter((path) => !isFact(path)).map(read)]),
    facts: new Map(held.filter(isFact).map(read))
  }
}

/**
 * The file of the built worker of that name.
 * @param {string} site
 * @param {RegExp} name
 */
function builtFile(site, name) {
  const found = readStamp(site).built.find((path) => name.test(path))
  if (found === undefined) throw new Error(`The build has no ${String(name)}`)
  return join(site, found)
}

/**
 * What computes: scripts that run beside the page, and the engine's module.
 * @param {string} site
 * @param {string} scripts
 */
function engineParts(site, scripts) {
  const begin = text(join(scripts, 'duckdb-eh.js'))
  const engine = text(builtFile(site, /\/duckdb-browser-eh\.worker-[^/]*\.js$/))
  return {
    workers: new Map([['parquet', text(builtFile(site, /\/parquet\.worker-[^/]*\.js$/))], ['duckdb-eh', `${begin}\n${engine}`]]),
    modules: new Map([['duckdb-eh', packed(builtFile(site, /\/duckdb-eh-[^/]*\.wasm$/))]])
  }
}

/**
 * The page of an extract as one text that needs nothing beside it.
 * @param {string} root
 * @param {{ extracts?: string, engine?: boolean }} [options]
 */
export async function singleFile(root, { extracts = join(root, 'public', 'extracts'), engine = true } = {}) {
  await ensureBuilt(root)
  const [site, scripts] = [join(root, 'dist'), await ensureScripts(root)]
  const extract = defaultExtract(extracts)
  const answers = extract?.manifest.answers.overview?.file
  if (!extract || !answers) throw new Failure('没有带总览数字的数据包。', 'There is no extract with numbers of the overview.')
  const { bakePage } = await openBaker(join(root, 'dist-server'))
  const { files, facts } = extractFiles(extract, extracts)
  const computing = engine ? engineParts(site, scripts) : { workers: new Map(), modules: new Map() }
  return singlePage({
    shell: text(join(root, 'index.html')),
    script: text(join(scripts, 'page.js')),
    style: text(join(scripts, 'style.css')),
    icon: text(join(root, 'public', 'icons', 'icon.svg')),
    bake: (template) => bakePage({ template, page: 'overview', base: '#', manifest: extract.manifest, answers: JSON.parse(text(join(extract.folder, answers))).answers }),
    files,
    facts: engine ? facts : new Map(),
    workers: new Map([['ranks', text(builtFile(site, /\/ranks\.worker-[^/]*\.js$/))], ...computing.workers]),
    modules: computing.modules
  })
}

/**
 * Leaves in dist-single/ the page as one file.
 * @param {string} root
 * @param {{ engine?: boolean }} [options]
 * @returns {Promise<{ path: string, bytes: number }>}
 */
export async function buildSingleFile(root, options) {
  const path = join(root, 'dist-single', 'xieshang.html')
  await replaceFile(path, await singleFile(root, options))
  return { path, bytes: statSync(path).size }
}

import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fingerprint, listFiles } from './files.mjs'
import { precompress, removeCompressed, replacePacked } from './precompress.mjs'

/**
 * Which version of each extract stands, and which stood before it, by the extract's name.
 * @typedef {Record<string, { now: string, before: string | null }>} Versions
 * @typedef {{ file: string }} Listed
 * @typedef {{ facts?: Record<string, Listed>, answers?: Record<string, Listed>, results?: Record<string, Listed> }} Files of a manifest
 */

const versionDigits = 16

/** A version that is put back brings its packed forms along. */
const isPacked = (/** @type {string} */ path) => /\.(br|gz)$/.test(path)

/** @param {string} folder */
const extractsIn = (folder) => (existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [])
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && existsSync(join(folder, entry.name, 'manifest.json')))
  .map((entry) => entry.name)

/**
 * Brings a version of an extract into the site: a folder named after its content, whole or not there, and never changed again.
 * @param {string} source
 * @param {string} target
 * @param {string} cache
 */
async function bringVersion(source, target, cache) {
  if (existsSync(target)) return
  const fresh = join(dirname(target), `.${process.pid}.new`)
  await rm(fresh, { recursive: true, force: true })
  try {
    for (const path of listFiles(source).filter((one) => !isPacked(one))) {
      await mkdir(dirname(join(fresh, path)), { recursive: true })
      await copyFile(join(source, path), join(fresh, path))
      await precompress(join(fresh, path), cache)
    }
    await rename(fresh, target)
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

/**
 * The manifest as the site shows it: it alone is asked for again, and says in which version its files lie.
 * @param {string} source
 * @param {string} version
 */
function publishedManifest(source, version) {
  /** @type {Files} */
  const manifest = JSON.parse(readFileSync(join(source, 'manifest.json'), 'utf8'))
  /** @param {Record<string, Listed> | undefined} files */
  const within = (files) => files && Object.fromEntries(Object.entries(files).map(([id, one]) => [id, { ...one, file: `${version}/${one.file}` }]))
  return `${JSON.stringify({ ...manifest, facts: within(manifest.facts), answers: within(manifest.answers), results: within(manifest.results), checksFile: `${version}/checks.json` })}\n`
}

/**
 * Puts the versions of extracts into a site, each beside the one that stands, and then points the site to them in one go.
 * A page that was opened before finds the files it knows: the version before stays until the next one comes.
 * @param {{ from: string, to: string, cache: string, earlier: Versions }} places
 * @returns {Promise<{ versions: Versions, change: () => Promise<void> }>} nothing shows before `change`
 */
export async function publishExtracts({ from, to, cache, earlier }) {
  /** @type {Versions} */
  const versions = {}
  for (const id of extractsIn(from)) {
    const now = fingerprint(join(from, id), ['.'], (path) => !isPacked(path)).slice(0, versionDigits)
    const last = earlier[id]
    versions[id] = { now, before: last && last.now !== now ? last.now : (last?.before ?? null) }
    await mkdir(join(to, id), { recursive: true })
    await bringVersion(join(from, id), join(to, id, now), cache)
  }
  const change = async () => {
    for (const [id, { now }] of Object.entries(versions)) await replacePacked(join(to, id, 'manifest.json'), publishedManifest(join(from, id), now), cache)
    const index = join(from, 'index.json')
    if (existsSync(index)) await replacePacked(join(to, 'index.json'), readFileSync(index), cache)
    await removeFormer(to, versions)
  }
  return { versions, change }
}

/**
 * @param {string} site
 * @param {Versions} versions
 */
async function removeFormer(site, versions) {
  for (const id of extractsIn(site)) {
    const held = versions[id]
    if (!held) {
      // The manifest goes first: an extract without one is none.
      await rm(join(site, id, 'manifest.json'))
      await removeCompressed(join(site, id, 'manifest.json'))
      await rm(join(site, id), { recursive: true })
      continue
    }
    const gone = readdirSync(join(site, id)).filter((name) => /^[0-9a-f]{16}$/.test(name) && name !== held.now && name !== held.before)
    for (const name of gone) await rm(join(site, id, name), { recursive: true })
  }
}

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { runNpm } from './child.mjs'
import { Failure, say } from './say.mjs'
import { untar } from './untar.mjs'

/**
 * A package of the npm registry at one version, with the hash of its archive; `called` is what a person knows it by.
 * @typedef {{ name: string, version: string, integrity: string, called?: string }} Package
 */

/** @param {Buffer} archive */
const integrityOf = (archive) => `sha512-${createHash('sha512').update(archive).digest('base64')}`

/**
 * The files of a package by their path, without the folder `package/` they all lie in. It is fetched once and kept.
 * @param {Package} wanted
 * @param {string} folder where archives are kept
 * @param {typeof runNpm} [npm]
 * @returns {Promise<Map<string, Buffer>>}
 * @throws {Failure} where it cannot be had or is not what it should be
 */
export async function fetchPackage(wanted, folder, npm = runNpm) {
  const kept = join(folder, `${wanted.name.replace(/[@/]/g, '-')}-${wanted.version}.tgz`)
  const known = existsSync(kept) ? readFileSync(kept) : null
  const archive = known && integrityOf(known) === wanted.integrity ? known : await fetch(wanted, kept, npm)
  return new Map([...untar(gunzipSync(archive))].map(([path, content]) => [path.replace(/^[^/]+\//, ''), content]))
}

/**
 * @param {Package} wanted
 * @param {string} kept
 * @param {typeof runNpm} npm
 */
async function fetch({ name, version, integrity, called }, kept, npm) {
  const named = `${name}@${version}`
  const fresh = `${kept}.${process.pid}.new`
  say(`正在取得 ${called ?? named}`, `fetching ${called ?? named}`)
  mkdirSync(fresh, { recursive: true })
  try {
    const code = await npm(['pack', named, '--pack-destination', fresh, '--silent'], fresh)
    const [packed] = readdirSync(fresh).filter((file) => file.endsWith('.tgz'))
    const long = called ? { zh: `${named}（${called}）`, en: `${named} (${called})` } : { zh: named, en: named }
    if (code !== 0 || packed === undefined) throw new Failure(`未能从 npm 软件源取得 ${long.zh}。`, `${long.en} could not be had from the npm registry.`)
    const archive = readFileSync(join(fresh, packed))
    if (integrityOf(archive) !== integrity) throw new Failure(`${named} 的校验值不符，不予使用。`, `${named} has not the hash it should have and is not used.`)
    mkdirSync(dirname(kept), { recursive: true })
    renameSync(join(fresh, packed), kept)
    return archive
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

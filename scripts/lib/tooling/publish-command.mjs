import { createHash } from 'node:crypto'
import { copyFile, mkdir } from 'node:fs/promises'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from './build-app.mjs'
import { readStamp, writeStamp } from './build-stamp.mjs'
import { listFiles } from './files.mjs'
import { isInside } from './is-inside.mjs'
import { ensureInstalled } from './install.mjs'
import { publishSite, placesOf } from './publish-site.mjs'
import { root } from './root.mjs'
import { Failure, say } from './say.mjs'

const usage = 'npm run publish -- --profile public --out <文件夹 folder> [--extracts public-extracts]'

/** @param {string} path */
const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Failure(`${path} 读不出来。`, `${path} cannot be read.`, error)
  }
}

/**
 * Manifests anywhere in a folder that are not of a public extract, and facts that no manifest beside them names.
 * @param {string} folder
 */
export function internalIn(folder) {
  const files = listFiles(folder)
  const manifests = files.filter((path) => /(^|\/)manifest\.json$/.test(path))
  const internal = manifests.filter((path) => readJson(join(folder, path)).profile !== 'public')
  const known = new Set(manifests.flatMap((path) => Object.values(readJson(join(folder, path)).facts ?? {}).map((/** @type {{ file: string }} */ { file }) => join(dirname(path), file))))
  const loose = files.filter((path) => path.endsWith('.parquet') && !known.has(path))
  const ledgers = files.filter((path) => /\.(xlsx?|csv|key)$/i.test(path) || isLedgerOfPublications(join(folder, path)))
  return [...internal, ...loose, ...ledgers]
}

/**
 * What was published before is told there case by case.
 * @param {string} path
 */
function isLedgerOfPublications(path) {
  if (!path.endsWith('.json') || /(^|\/)(manifest|checks|index)\.json$/.test(path)) return false
  const head = readFileSync(path, 'utf8')
  return head.includes('"releases"') && head.includes('"told"')
}

/**
 * What of a folder of public extracts is not as their manifests list it: files that none of them names, that are missing, or
 * that are others than those that passed the audit.
 * @param {string} folder
 */
export function unlistedIn(folder) {
  const files = listFiles(folder, '', true)
  /** @type {Map<string, string | null>} */
  const listed = new Map([['index.json', null]])
  for (const path of files.filter((one) => /^[^/]+\/manifest\.json$/.test(one))) {
    const { facts = {}, answers = {}, results = {} } = readJson(join(folder, path))
    const inside = (/** @type {string} */ file) => join(dirname(path), file)
    listed.set(path, null).set(inside('checks.json'), null)
    for (const { file, sha256 } of [facts, answers, results].flatMap((/** @type {Record<string, { file: string, sha256: string }>} */ one) => Object.values(one))) listed.set(inside(file), sha256)
  }
  const changed = [...listed].filter(([path, sha256]) => sha256 !== null && (!existsSync(join(folder, path)) || createHash('sha256').update(readFileSync(join(folder, path))).digest('hex') !== sha256))
  return [...files.filter((path) => !listed.has(path)), ...changed.map(([path]) => path)]
}

/**
 * Writes a site of public extracts alone into a folder of its own, from the build that is there.
 * @param {string} base of the repository
 * @param {{ out: string, extracts: string }} folders
 * @returns {Promise<{ pages: string[], extracts: string[] }>}
 */
export async function publishPublic(base, { out, extracts }) {
  if (!existsSync(join(extracts, 'index.json'))) throw new Failure(`${extracts} 里没有公开数据包；先运行 npm run extract -- <台账文件夹> --profile public --ledger <公开台账>。`, `${extracts} holds no public extract: run npm run extract -- <ledger folder> --profile public --ledger <ledger of publications> first.`)
  for (const folder of [extracts, out]) refuseInternal(folder)
  const [unlisted, ...others] = unlistedIn(extracts)
  if (unlisted !== undefined) throw new Failure(`${extracts} 中的 ${unlisted}${others.length > 0 ? ` 等 ${others.length + 1} 个文件` : ''} 与清单不符（多出、缺少或内容被换过），没有发布。请重新生成公开数据包。`, `${unlisted}${others.length > 0 ? ` and ${others.length} more` : ''} in ${extracts} is not what its manifest lists (added, missing or another file); nothing was published. Make the public extract anew.`)
  const places = placesOf(base)
  if (isInside(places.site, out) || isInside(out, places.site)) throw new Failure(`${out} 与内部页面的文件夹 ${places.site} 相连，不能用作公开页面。`, `${out} and the folder of the internal site, ${places.site}, lie in one another: it cannot hold the public one.`)
  const { built, fromPublic } = readStamp(places.site)
  for (const path of [...built, ...fromPublic]) await bring(join(places.site, path), join(out, path))
  const earlier = readStamp(out).extracts
  const { pages, versions } = await publishSite({ site: out, server: places.server, extracts, cache: places.cache }, { built, fromPublic, earlier })
  writeStamp(out, { ...readStamp(places.site), pages, extracts: versions })
  refuseInternal(out)
  return { pages, extracts: Object.keys(versions) }
}

/** @param {string} folder */
function refuseInternal(folder) {
  const [first, ...more] = internalIn(folder)
  if (first === undefined) return
  throw new Failure(`${folder} 里有内部数据：${first}${more.length > 0 ? ` 等 ${more.length + 1} 个文件` : ''}，没有发布。`, `${folder} holds internal data: ${first}${more.length > 0 ? ` and ${more.length} more` : ''}; nothing was published.`)
}

/**
 * With its packed forms, if there are some.
 * @param {string} from
 * @param {string} to
 */
async function bring(from, to) {
  await mkdir(dirname(to), { recursive: true })
  for (const suffix of ['', '.br', '.gz']) if (existsSync(from + suffix)) await copyFile(from + suffix, to + suffix)
}

/** `npm run publish` with the arguments of the command line. */
export async function publish() {
  const { help, profile, out, extracts } = options(process.argv.slice(2))
  if (help) return say(`用法：${usage}`, `usage: ${usage}`)
  if (profile !== 'public') throw new Failure('请写明 --profile public：内部页面由 npm run build 生成，不经此命令。', 'Say --profile public: the internal site is made by npm run build, not by this command.')
  if (out === undefined) throw new Failure('请用 --out 写明放公开页面的文件夹。', 'Name the folder for the public site with --out.')
  await ensureInstalled(root)
  await ensureBuilt(root)
  const written = await publishPublic(root, { out: resolve(out), extracts: resolve(root, extracts) })
  say(`已就绪：${out}，数据包 ${written.extracts.join('、')}，${written.pages.length} 个页面`, `done: ${out}, extracts ${written.extracts.join(', ')}, ${written.pages.length} pages`)
}

/** @param {string[]} args */
function options(args) {
  try {
    return parseArgs({ args, options: { help: { type: 'boolean' }, profile: { type: 'string' }, out: { type: 'string' }, extracts: { type: 'string', default: 'public-extracts' } } }).values
  } catch (error) {
    throw new Failure(`npm run publish 没有这样的选项：${args.join(' ')}。`, `npm run publish has no such option: ${args.join(' ')}.`, error)
  }
}

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { replaceFile } from './replace-file.mjs'

export const compressedExtensions = ['.bin', '.css', '.csv', '.html', '.js', '.json', '.mjs', '.svg', '.txt', '.wasm']
const leastBytes = 1024
const cachedFromBytes = 256 * 1024

/** The engine that nearly every browser takes, 34 MB: at 10 it is 9 % smaller than at 9, and takes 40 s instead of 5. */
const engine = /^duckdb-eh\b.*\.wasm$/

/** @param {string} path */
const brotliQuality = (path) => (engine.test(basename(path)) ? 10 : 9)
const gzipQuality = () => 7

/** @type {{ suffix: string, qualityOf: (path: string) => number, pack: (data: Buffer, quality: number) => Promise<Buffer> }[]} */
const encodings = [
  {
    suffix: '.br',
    qualityOf: brotliQuality,
    pack: (data, quality) => promisify(brotliCompress)(data, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: data.length
      }
    })
  },
  { suffix: '.gz', qualityOf: gzipQuality, pack: (data, quality) => promisify(gzip)(data, { level: quality }) }
]

/** @param {string} path */
export function isCompressible(path) {
  return compressedExtensions.includes(extname(path).toLowerCase())
}

/**
 * Writes .br and .gz beside a file, where they are missing or older than it and save anything.
 * @param {string} path
 * @param {string} cacheFolder keeps what was compressed from large files, by content
 */
export async function precompress(path, cacheFolder) {
  if (!isCompressible(path)) return
  const source = await stat(path)
  if (source.size < leastBytes) return removeCompressed(path)
  const stale = await Promise.all(encodings.map(async ({ suffix }) => !(await sameTime(path + suffix, source.mtimeMs))))
  if (stale.includes(true)) await writePacked(path, await readFile(path), source.mtime, cacheFolder)
}

/**
 * Puts a file and its packed forms in place of others, each whole: the packed ones first, which are as new as the file to come.
 * @param {string} path
 * @param {string | Buffer} content
 * @param {string} cacheFolder
 */
export async function replacePacked(path, content, cacheFolder) {
  const data = Buffer.from(content)
  if (existsSync(path) && data.equals(await readFile(path))) return precompress(path, cacheFolder)
  const now = new Date()
  if (isCompressible(path) && data.length >= leastBytes) await writePacked(path, data, now, cacheFolder)
  else await removeCompressed(path)
  await replaceFile(path, data, now)
}

/**
 * @param {string} path
 * @param {Buffer} data
 * @param {Date} time
 * @param {string} cacheFolder
 */
async function writePacked(path, data, time, cacheFolder) {
  for (const encoding of encodings) {
    const { suffix } = encoding
    const packed = await cached(data, path, cacheFolder, encoding)
    if (packed.length >= data.length) await rm(path + suffix, { force: true })
    else await replaceFile(path + suffix, packed, time)
  }
}

/** @param {string} path */
export async function removeCompressed(path) {
  for (const { suffix } of encodings) await rm(path + suffix, { force: true })
}

/**
 * @param {string} path
 * @param {number} mtimeMs
 */
async function sameTime(path, mtimeMs) {
  // Copied times lose what the file system cannot hold; a second edit within 2 ms does not happen.
  return existsSync(path) && Math.abs((await stat(path)).mtimeMs - mtimeMs) < 2
}

/** What is being packed, by where it will be kept: whoever wants it as well waits for it. @type {Map<string, Promise<Buffer>>} */
const packing = new Map()

/**
 * @param {Buffer} data
 * @param {string} path
 * @param {string} folder
 * @param {typeof encodings[number]} encoding
 */
function cached(data, path, folder, { suffix, qualityOf, pack }) {
  const quality = qualityOf(path)
  if (data.length < cachedFromBytes) return pack(data, quality)
  const key = createHash('sha256').update(data).digest('hex')
  const kept = join(folder, `${key}-${quality}${suffix}`)
  const known = packing.get(kept)
  if (known) return known
  const packed = bring(kept, () => pack(data, quality)).finally(() => packing.delete(kept))
  packing.set(kept, packed)
  return packed
}

/**
 * @param {string} kept
 * @param {() => Promise<Buffer>} make
 */
async function bring(kept, make) {
  if (existsSync(kept)) return readFile(kept)
  const packed = await make()
  await replaceFile(kept, packed)
  return packed
}

/**
 * Packs the engine into the cache: what takes longest needs nothing of what is built, and can begin before it.
 * @param {string} root
 * @param {string} cacheFolder
 */
export async function packEngine(root, cacheFolder) {
  const path = join(root, 'node_modules', '@duckdb', 'duckdb-wasm', 'dist', 'duckdb-eh.wasm')
  if (!existsSync(path)) return
  const data = await readFile(path)
  await Promise.all(encodings.map((encoding) => cached(data, path, cacheFolder, encoding)))
}

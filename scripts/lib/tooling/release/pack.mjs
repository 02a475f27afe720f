import { createWriteStream, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { listFiles } from '../files.mjs'

/** What is packed already does not get smaller. */
const isPacked = (/** @type {string} */ path) => /\.(br|gz|parquet|png|xlsx)$/.test(path)

/**
 * One zip of a folder, under the folder's own name, with the marks of what may be run.
 * @param {string} parent
 * @param {string} name of the folder
 * @param {string} target
 */
export async function pack(parent, name, target) {
  const zip = new ZipFile()
  const mtime = new Date()
  for (const path of listFiles(join(parent, name), '', true)) {
    const file = join(parent, name, path)
    zip.addFile(file, `${name}/${path}`, { mtime, mode: 0o100000 | (statSync(file).mode & 0o777), compress: !isPacked(path) })
  }
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(target))
}

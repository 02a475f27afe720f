import { existsSync } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { listFiles } from './files.mjs'
import { removeCompressed } from './precompress.mjs'
import { replaceFile } from './replace-file.mjs'

/**
 * Brings public/ into the built page, but for the extracts, which are published by version: copies what is new or changed,
 * removes what is gone.
 * @param {string} from
 * @param {string} to
 * @param {readonly string[]} earlier what the last call brought there
 * @returns {Promise<string[]>} every file that came from public/, relative to it
 */
export async function syncPublic(from, to, earlier) {
  const files = listFiles(from).filter((path) => !path.startsWith('extracts/'))
  const kept = new Set(files)
  for (const gone of earlier.filter((path) => !kept.has(path))) {
    await rm(join(to, gone), { force: true })
    await removeCompressed(join(to, gone))
  }
  for (const path of files) await copyIfChanged(join(from, path), join(to, path))
  return files
}

/**
 * @param {string} from
 * @param {string} to
 */
async function copyIfChanged(from, to) {
  const source = await stat(from)
  if (existsSync(to)) {
    const copy = await stat(to)
    if (copy.size === source.size && Math.abs(copy.mtimeMs - source.mtimeMs) < 2) return
  }
  await replaceFile(to, await readFile(from), source.mtime)
}

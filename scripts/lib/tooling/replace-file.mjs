import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Puts a file in its place whole: who reads meanwhile gets the one before or this one, never a part of either.
 * @param {string} path
 * @param {string | Uint8Array} data
 * @param {Date} [time] of its last change; now where absent
 * @param {number} [mode] who may read it; everybody where absent
 */
export async function replaceFile(path, data, time, mode) {
  const fresh = join(dirname(path), `.${basename(path)}.${process.pid}.new`)
  await mkdir(dirname(path), { recursive: true })
  try {
    await writeFile(fresh, data, mode === undefined ? {} : { mode })
    if (time) await utimes(fresh, time, time)
    await rename(fresh, path)
  } catch (error) {
    await rm(fresh, { force: true })
    throw error
  }
}

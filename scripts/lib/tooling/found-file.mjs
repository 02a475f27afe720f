import { open, realpath } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { acceptedEncodings } from './negotiation.mjs'
import { isCompressible } from './precompress.mjs'
import { isPlainName } from './requested-path.mjs'

/**
 * An open file: what is told of it and what is sent are of the same one, also where another takes its name meanwhile.
 * @typedef {{ file: import('node:fs/promises').FileHandle, size: number, modified: Date, encoding?: string }} Found
 */

/** What the disk says where there is nothing to show. */
const absent = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EACCES', 'EPERM', 'EINVAL', 'EISDIR'])

/**
 * @param {string} root
 * @param {readonly string[]} names
 * @param {import('node:http').IncomingHttpHeaders} headers of the request
 * @returns {Promise<Found | null>} to be closed by whoever asked; null where there is no such file within root
 */
export async function findFile(root, names, headers) {
  const path = join(root, ...names)
  const plain = await openWithin(root, path)
  if (!plain) return null
  // A range counts bytes of the plain file.
  if (headers.range !== undefined || !isCompressible(path)) return plain
  for (const { name, suffix } of acceptedEncodings(String(headers['accept-encoding'] ?? ''))) {
    const packed = await openWithin(root, path + suffix)
    if (!packed) continue
    // An older one was packed from what stood here before.
    const isCurrent = packed.modified.getTime() >= plain.modified.getTime() - 2
    await (isCurrent ? plain : packed).file.close()
    if (isCurrent) return { ...packed, encoding: name }
  }
  return plain
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {Promise<Found | null>}
 */
async function openWithin(root, path) {
  try {
    const real = await realpath(path)
    if (!isWithin(await realpath(root), real)) return null
    // Opened by its real name, or a link put there since would be followed after all.
    const file = await open(real, 'r')
    const stats = await file.stat()
    if (stats.isFile()) return { file, size: stats.size, modified: stats.mtime }
    await file.close()
    return null
  } catch (error) {
    if (error instanceof Error && 'code' in error && absent.has(String(error.code))) return null
    throw error
  }
}

/**
 * A link may lead out of the folder, or to a file that is hidden in it.
 * @param {string} root
 * @param {string} path
 */
function isWithin(root, path) {
  const inside = relative(root, path)
  return inside !== '' && inside.split(sep).every(isPlainName)
}

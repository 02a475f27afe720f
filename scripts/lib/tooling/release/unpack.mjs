import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import yauzl from 'yauzl'

/**
 * Unpacks a zip as a reader's system would, marks of what may be run included.
 * @param {string} file
 * @param {string} folder
 * @returns {Promise<void>}
 */
export function unpack(file, folder) {
  return new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      zip.on('error', reject).on('end', () => resolve())
      zip.on('entry', (entry) => {
        const path = join(folder, entry.fileName)
        mkdirSync(dirname(path), { recursive: true })
        zip.openReadStream(entry, (failed, content) => {
          if (failed) return reject(failed)
          pipeline(content, createWriteStream(path, { mode: (entry.externalFileAttributes >>> 16) & 0o777 })).then(() => zip.readEntry(), reject)
        })
      })
      zip.readEntry()
    })
  })
}

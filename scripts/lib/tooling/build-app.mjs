import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runQuietly, toolScript } from './child.mjs'
import { fingerprint, listFiles } from './files.mjs'
import { precompress } from './precompress.mjs'
import { Failure, say } from './say.mjs'
import { syncPublic } from './sync-public.mjs'

const stampName = '.xieshang-build.json'
const inputs = [
  'src', 'data', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json', 'scripts/lib/tooling'
]

/** @param {string} root */
function inputsHash(root) {
  return fingerprint(root, inputs, (path) => !path.startsWith('data/sample/'))
}

/**
 * @param {string} root
 * @returns {{ inputs: string, fromPublic: string[] }} empty where there is no finished build
 */
function readStamp(root) {
  const path = join(root, 'dist', stampName)
  if (!existsSync(path)) return { inputs: '', fromPublic: [] }
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** @param {string} root */
export function buildIsCurrent(root) {
  return readStamp(root).inputs === inputsHash(root)
}

/**
 * Leaves in dist/ the page built from the present sources, with public/ and precompressed files.
 * @param {string} root
 * @param {{ force?: boolean }} [options] force builds even where nothing changed
 */
export async function ensureBuilt(root, { force = false } = {}) {
  const hash = inputsHash(root)
  const earlier = readStamp(root)
  const stale = force || earlier.inputs !== hash
  if (stale) await buildPage(root)
  const dist = join(root, 'dist')
  const fromPublic = await syncPublic(join(root, 'public'), dist, stale ? [] : earlier.fromPublic)
  const cache = join(root, 'node_modules', '.cache', 'xieshang', 'compressed')
  await Promise.all(listFiles(dist).map((path) => precompress(join(dist, path), cache)))
  writeFileSync(join(dist, stampName), JSON.stringify({ inputs: hash, fromPublic }))
}

/** @param {string} root */
async function buildPage(root) {
  say('正在构建页面', 'building the page')
  rmSync(join(root, 'dist', stampName), { force: true })
  const args = [toolScript(root, 'vite'), 'build', '--logLevel', 'warn']
  const { code, output } = await runQuietly(process.execPath, args, { cwd: root })
  if (output.trim() !== '') console.error(output.trimEnd())
  if (code !== 0) throw new Failure('页面构建失败。', 'Building the page failed.')
}

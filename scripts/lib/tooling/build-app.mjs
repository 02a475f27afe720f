import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bakePages } from './bake-pages.mjs'
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
  const stale = force || earlier.inputs !== hash || !existsSync(join(root, 'dist-server', 'server.js'))
  if (stale) await buildPage(root)
  const dist = join(root, 'dist')
  const fromPublic = await syncPublic(join(root, 'public'), dist, stale ? [] : earlier.fromPublic)
  await bakePages({ site: dist, server: join(root, 'dist-server') })
  const cache = join(root, 'node_modules', '.cache', 'xieshang', 'compressed')
  await Promise.all(listFiles(dist).map((path) => precompress(join(dist, path), cache)))
  writeFileSync(join(dist, stampName), JSON.stringify({ inputs: hash, fromPublic }))
}

/** @param {string} root */
async function buildPage(root) {
  say('正在构建页面', 'building the page')
  rmSync(join(root, 'dist', stampName), { force: true })
  await runVite(root, [])
  // The same page for the command line, which writes an extract's numbers into it; and the page as it is without any.
  await runVite(root, ['--ssr', 'src/app/server.ts', '--outDir', 'dist-server'])
  copyFileSync(join(root, 'dist', 'index.html'), join(root, 'dist-server', 'template.html'))
}

/**
 * @param {string} root
 * @param {string[]} args
 */
async function runVite(root, args) {
  const { code, output } = await runQuietly(process.execPath, [toolScript(root, 'vite'), 'build', '--logLevel', 'warn', ...args], { cwd: root })
  if (output.trim() !== '') console.error(output.trimEnd())
  if (code !== 0) throw new Failure('页面构建失败。', 'Building the page failed.')
}

import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readStamp, writeStamp } from './build-stamp.mjs'
import { runQuietly, toolScript } from './child.mjs'
import { fingerprint, listFiles } from './files.mjs'
import { packEngine, precompress, removeCompressed } from './precompress.mjs'
import { placesOf, publishSite } from './publish-site.mjs'
import { ensureExtract } from './sample-extract.mjs'
import { Failure, say } from './say.mjs'
import { syncPublic } from './sync-public.mjs'
import { writeServerConfigs } from './web-servers/write.mjs'

const inputs = [
  'src', 'data', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json', 'scripts/lib/tooling'
]

/** @param {string} root */
function inputsHash(root) {
  return fingerprint(root, inputs, (path) => !path.startsWith('data/sample/'))
}

/** @param {string} root */
export function buildIsCurrent(root) {
  return readStamp(placesOf(root).site).inputs === inputsHash(root)
}

/**
 * Leaves in dist/ the page built from the present sources, with public/ and precompressed files. Whoever reads the site
 * meanwhile has the one before until the new one is whole; a page opened before finds what it asks for later.
 * @param {string} root
 * @param {{ force?: boolean }} [options] force builds even where nothing changed
 */
export async function ensureBuilt(root, { force = false } = {}) {
  const { site, server, extracts, cache } = placesOf(root)
  const hash = inputsHash(root)
  const earlier = readStamp(site)
  const isWhole = ['server.js', 'sw.js'].every((name) => existsSync(join(server, name))) && earlier.built.every((path) => existsSync(join(site, path)))
  const isStale = force || earlier.inputs !== hash || !isWhole
  const files = isStale ? await bringBuild(root, earlier) : earlier
  const fromPublic = await syncPublic(join(root, 'public'), site, earlier.fromPublic)
  await Promise.all([...files.built, ...fromPublic].map((path) => precompress(join(site, path), cache)))
  const { pages, versions } = await publishSite({ site, server, extracts, cache }, { built: files.built, fromPublic, earlier: earlier.extracts })
  const known = new Set([...files.built, ...files.builtBefore, ...pages])
  await takeAway(site, [...earlier.built, ...earlier.builtBefore, ...earlier.pages].filter((path) => !known.has(path)))
  writeServerConfigs({ site, deploy: join(root, 'deploy') })
  writeStamp(site, { inputs: hash, fromPublic, pages, built: files.built, builtBefore: files.builtBefore, extracts: versions })
}

/**
 * Makes the extract of the sample street where there is none, and the page, while the engine is packed.
 * @param {string} root
 * @param {{ fresh?: boolean }} [options] fresh makes the sample's extract again where it is older than the code
 */
export async function ensureSite(root, options) {
  const site = async () => {
    await ensureExtract(root, options)
    await ensureBuilt(root)
  }
  await Promise.all([packEngine(root, placesOf(root).cache), site()])
}

/**
 * Builds beside the site and brings over what no page refers to yet.
 * @param {string} root
 * @param {import('./build-stamp.mjs').Stamp} earlier
 */
async function bringBuild(root, earlier) {
  const { site, server } = placesOf(root)
  const fresh = join(site, '.next')
  say('正在构建页面', 'building the page')
  mkdirSync(site, { recursive: true })
  writeStamp(site, { ...earlier, inputs: '' })
  try {
    await runVite(root, ['--outDir', fresh, '--emptyOutDir'])
    // The same page for the command line, which writes an extract's numbers into it; and the page as it is without any.
    await runVite(root, ['--ssr', 'src/app/server.ts', '--outDir', server, '--emptyOutDir'])
    await runVite(root, ['--config', join(import.meta.dirname, 'service-worker.config.ts'), '--outDir', server])
    copyFileSync(join(fresh, 'index.html'), join(server, 'template.html'))
    const built = listFiles(fresh).filter((path) => path.startsWith('assets/'))
    for (const path of built) bring(join(fresh, path), join(site, path))
    const same = built.join() === earlier.built.join()
    return { built, builtBefore: same ? earlier.builtBefore : earlier.built.filter((path) => !built.includes(path)) }
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/**
 * A name that carries a hash is there already where nothing changed, with its packed forms.
 * @param {string} from
 * @param {string} to
 */
function bring(from, to) {
  if (existsSync(to)) return
  mkdirSync(dirname(to), { recursive: true })
  renameSync(from, to)
}

/**
 * @param {string} site
 * @param {readonly string[]} paths
 */
async function takeAway(site, paths) {
  for (const path of paths) {
    await rm(join(site, path), { force: true })
    await removeCompressed(join(site, path))
  }
}

/**
 * @param {string} root
 * @param {string[]} args
 */
export async function runVite(root, args) {
  const { code, output } = await runQuietly(process.execPath, [toolScript(root, 'vite'), 'build', '--logLevel', 'warn', ...args], { cwd: root })
  if (output.trim() !== '') console.error(output.trimEnd())
  if (code !== 0) throw new Failure('页面构建失败。', 'Building the page failed.')
}

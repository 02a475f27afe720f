import { existsSync, readFileSync } from 'node:fs'
import { run, runQuietly } from './child.mjs'
import { findChromium } from './chromium.mjs'
import { Failure, say } from './say.mjs'

/**
 * @typedef {object} Machine
 * @property {() => string | null} find the installed browser
 * @property {(path: string) => Promise<boolean>} starts
 * @property {() => Promise<boolean>} hasChineseFont
 * @property {() => boolean} canInstall
 * @property {(packages: string[]) => Promise<void>} install
 */

/** @type {Machine} */
const thisMachine = { find: () => findChromium(), starts, hasChineseFont, canInstall, install }

/**
 * Finds the browser for the tests and installs one, with a Chinese font, where the machine lets it.
 * @param {Machine} [machine]
 * @returns {Promise<string>} the browser's path
 * @throws {Failure} saying what to install where there is none and none can be had
 */
export async function ensureBrowser(machine = thisMachine) {
  const missing = [
    ...(await usable(machine) === null ? ['chromium'] : []),
    ...(await machine.hasChineseFont() ? [] : ['fonts-noto-cjk'])
  ]
  if (missing.length > 0 && machine.canInstall()) await machine.install(missing)
  const path = await usable(machine)
  if (path === null) {
    throw new Failure(
      '浏览器测试需要 Chrome 或 Chromium：请安装 chromium 与 fonts-noto-cjk（Debian/Ubuntu：apt-get install chromium fonts-noto-cjk），或用 CHROME_PATH 指明其位置。',
      'The browser tests need Chrome or Chromium: install chromium and fonts-noto-cjk (Debian/Ubuntu: apt-get install chromium fonts-noto-cjk), or name it in CHROME_PATH.'
    )
  }
  if (!(await machine.hasChineseFont())) {
    say('未找到中文字体，截图中的汉字会显示为方框，请安装 fonts-noto-cjk', 'no Chinese font found, text in screenshots will show as boxes; install fonts-noto-cjk')
  }
  return path
}

/** @param {Machine} machine */
async function usable(machine) {
  const path = machine.find()
  return path !== null && await machine.starts(path) ? path : null
}

/** Whether Chinese text has a font; only Linux machines are known to come without one. */
async function hasChineseFont() {
  if (process.platform !== 'linux') return true
  const { code, output } = await runQuietly('fc-list', [':lang=zh', 'family'])
  return code === 0 && output.trim() !== ''
}

function canInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && isDebian()
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

/** @param {string[]} packages */
async function install(packages) {
  say(`正在安装 ${packages.join('、')}`, `installing ${packages.join(', ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const updated = await run('apt-get', ['update', '-q'], { env })
  if (updated === 0) await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env })
}

/**
 * Some systems ship a placeholder that only tells how to install the browser.
 * @param {string} path
 */
async function starts(path) {
  if (process.platform === 'win32') return true
  const { code } = await runQuietly(path, ['--version'])
  return code === 0
}

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Failure } from './say.mjs'

const names = [
  'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge', 'microsoft-edge'
]

/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const usualPaths = {
  linux: ['/opt/google/chrome/chrome', '/usr/lib/chromium/chromium', '/opt/microsoft/msedge/msedge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
  ]
}
const windowsPaths = [
  'Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'
]

/**
 * The first installed Chrome, Chromium or Edge: CHROME_PATH, then PATH, then the usual places.
 * @param {{ env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform, exists?: (path: string) => boolean }} [machine]
 * @returns {string | null} null where there is none
 * @throws {Failure} where CHROME_PATH names a file that is not there
 */
export function findChromium({ env = process.env, platform = process.platform, exists = existsSync } = {}) {
  const chosen = env['CHROME_PATH']
  if (chosen) {
    if (exists(chosen)) return chosen
    throw new Failure(`CHROME_PATH 指向的文件不存在：${chosen}`, `CHROME_PATH names a file that is not there: ${chosen}`)
  }
  return [...onPath(env, platform), ...(usualPaths[platform] ?? []), ...onWindows(env, platform)].find(exists) ?? null
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
function onPath(env, platform) {
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(Boolean)
  const suffix = platform === 'win32' ? '.exe' : ''
  return names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)))
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
function onWindows(env, platform) {
  if (platform !== 'win32') return []
  const bases = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((base) => base !== undefined)
  return bases.flatMap((base) => windowsPaths.map((path) => join(base, path)))
}

import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'
import { findChromium } from '../../../scripts/lib/tooling/chromium.mjs'

function machine(files: string[], env: NodeJS.ProcessEnv = {}, platform: NodeJS.Platform = 'linux') {
  return { env, platform, exists: (path: string) => files.includes(path) }
}

const path = ['/usr/local/bin', '/usr/bin'].join(delimiter)

test('CHROME_PATH goes first', () => {
  expect(findChromium(machine(['/my/chrome', '/usr/bin/chromium'], { CHROME_PATH: '/my/chrome', PATH: path }))).toBe('/my/chrome')
})

test('a CHROME_PATH that leads nowhere is said, never replaced by another browser', () => {
  expect(() => findChromium(machine(['/usr/bin/chromium'], { CHROME_PATH: '/my/chrome', PATH: path }))).toThrow('/my/chrome')
})

test.each(['chromium', 'google-chrome', 'chrome', 'msedge'])('%s on PATH', (name) => {
  const file = join('/usr/bin', name)
  expect(findChromium(machine([file], { PATH: path }))).toBe(file)
})

test('chromium goes before edge, wherever on PATH they are', () => {
  expect(findChromium(machine([join('/usr/local/bin', 'msedge'), join('/usr/bin', 'chromium')], { PATH: path }))).toBe(join('/usr/bin', 'chromium'))
})

test('the usual place on a Mac', () => {
  const file = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  expect(findChromium(machine([file], { PATH: path }, 'darwin'))).toBe(file)
})

test('the usual place on Windows', () => {
  const base = 'C:\\Program Files'
  const file = join(base, 'Google\\Chrome\\Application\\chrome.exe')
  expect(findChromium(machine([file], { PROGRAMFILES: base }, 'win32'))).toBe(file)
})

test('a machine without a browser', () => {
  expect(findChromium(machine([], { PATH: path }))).toBeNull()
})

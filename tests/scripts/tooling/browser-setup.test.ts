import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ensureBrowser } from '../../../scripts/lib/tooling/browser-setup.mjs'

interface State { browser: string | null, font: boolean, root: boolean, works?: boolean, delivers?: boolean }

/** A machine on which installing delivers what was asked for, unless said otherwise. */
function machine(state: State) {
  const installed: string[][] = []
  return {
    installed,
    find: () => state.browser,
    starts: () => Promise.resolve(state.works ?? true),
    hasChineseFont: () => Promise.resolve(state.font),
    canInstall: () => state.root,
    install: (packages: string[]) => {
      installed.push(packages)
      if (state.delivers === false) return Promise.resolve()
      if (packages.includes('chromium')) Object.assign(state, { browser: '/usr/bin/chromium', works: true })
      if (packages.includes('fonts-noto-cjk')) state.font = true
      return Promise.resolve()
    }
  }
}

const said = vi.spyOn(console, 'log')

beforeEach(() => { said.mockReset().mockReturnValue(undefined) })
afterEach(() => { said.mockReset() })

test('what is there is used and nothing installed', async () => {
  const here = machine({ browser: '/usr/bin/google-chrome', font: true, root: true })
  expect(await ensureBrowser(here)).toBe('/usr/bin/google-chrome')
  expect(here.installed).toEqual([])
})

test('a bare machine gets both', async () => {
  const here = machine({ browser: null, font: false, root: true })
  expect(await ensureBrowser(here)).toBe('/usr/bin/chromium')
  expect(here.installed).toEqual([['chromium', 'fonts-noto-cjk']])
})

test('only the font is missing', async () => {
  const here = machine({ browser: '/usr/bin/chromium', font: false, root: true })
  await ensureBrowser(here)
  expect(here.installed).toEqual([['fonts-noto-cjk']])
})

test('a placeholder that does not start is no browser', async () => {
  const here = machine({ browser: '/usr/bin/chromium-browser', works: false, font: true, root: true })
  expect(await ensureBrowser(here)).toBe('/usr/bin/chromium')
})

test.each([
  ['without the right to install', { browser: null, font: true, root: false }],
  ['where installing brings nothing', { browser: null, font: true, root: true, delivers: false }],
  ['where the browser does not start', { browser: '/snap/chromium', works: false, font: true, root: false }]
])('%s it stops and says what to install', async (_name, state: State) => {
  await expect(ensureBrowser(machine(state))).rejects.toThrow('apt-get install chromium fonts-noto-cjk')
})

test('a missing font that cannot be had is said', async () => {
  expect(await ensureBrowser(machine({ browser: '/usr/bin/chromium', font: false, root: false }))).toBe('/usr/bin/chromium')
  expect(said).toHaveBeenCalledWith(expect.stringContaining('fonts-noto-cjk'))
})

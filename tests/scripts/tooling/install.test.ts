import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ensureInstalled, installIsCurrent, stampInstall } from '../../../scripts/lib/tooling/install.mjs'

const vue = { version: '3.5.45', integrity: 'sha512-a' }
const windowsOnly = { version: '1.0.0', integrity: 'sha512-b', optional: true }
let root: string

function write(path: string, packages: Record<string, object>) {
  writeFileSync(join(root, path), JSON.stringify({ lockfileVersion: 3, packages }))
}

function lock(packages: Record<string, object>) {
  write('package-lock.json', { '': { name: 'xieshang' }, ...packages })
}

function installed(packages: Record<string, object>) {
  mkdirSync(join(root, 'node_modules'), { recursive: true })
  write('node_modules/.package-lock.json', packages)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'xieshang-install-'))
  vi.spyOn(console, 'log').mockReturnValue(undefined)
  lock({ 'node_modules/vue': vue, 'node_modules/binding-win32': windowsOnly })
})

afterEach(() => {
  vi.restoreAllMocks()
  rmSync(root, { recursive: true })
})

test('nothing installed is not current', () => {
  expect(installIsCurrent(root)).toBe(false)
})

test('a tree npm installed by itself is current; a package for another platform may be absent', () => {
  installed({ 'node_modules/vue': vue })
  expect(installIsCurrent(root)).toBe(true)
})

test.each([
  ['another version', { 'node_modules/vue': { ...vue, version: '3.5.44' } }],
  ['another content', { 'node_modules/vue': { ...vue, integrity: 'sha512-x' } }],
  ['a missing package', {}],
  ['a package too many', { 'node_modules/vue': vue, 'node_modules/left': vue }]
])('%s is stale', (_name, packages) => {
  installed(packages)
  expect(installIsCurrent(root)).toBe(false)
})

test('an interrupted installation, which has no list of its own, is stale', () => {
  mkdirSync(join(root, 'node_modules', 'vue'), { recursive: true })
  expect(installIsCurrent(root)).toBe(false)
})

test('the stamp of this lock is enough, and a changed lock makes it stale', () => {
  mkdirSync(join(root, 'node_modules'))
  stampInstall(root)
  expect(installIsCurrent(root)).toBe(true)
  lock({ 'node_modules/vue': { ...vue, version: '3.6.0' } })
  expect(installIsCurrent(root)).toBe(false)
})

test('a tree carried over from another platform is stale though its lock is the same', () => {
  installed({ 'node_modules/vue': vue })
  stampInstall(root)
  const platform = vi.spyOn(process, 'platform', 'get').mockReturnValue(process.platform === 'win32' ? 'linux' : 'win32')
  expect(installIsCurrent(root)).toBe(false)
  platform.mockRestore()
  expect(installIsCurrent(root)).toBe(true)
})

test('installs once, with the development tools, and not again', async () => {
  const npm = vi.fn((_args: string[], cwd: string) => {
    mkdirSync(join(cwd, 'node_modules'))
    return Promise.resolve(0)
  })
  await ensureInstalled(root, npm)
  await ensureInstalled(root, npm)
  expect(npm.mock.calls.map(([args]) => args.slice(0, 2))).toEqual([['ci', '--include=dev']])
})

test('a failed installation says so and leaves no stamp', async () => {
  await expect(ensureInstalled(root, () => Promise.resolve(1))).rejects.toThrow('依赖安装失败')
  expect(existsSync(join(root, 'node_modules', '.xieshang-lock'))).toBe(false)
})

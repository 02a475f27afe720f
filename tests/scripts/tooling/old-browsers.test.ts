import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bringOldBrowsers, oldBrowsers, placeOf } from '../../../scripts/lib/tooling/old-browsers.mjs'
import { untar } from '../../../scripts/lib/tooling/untar.mjs'

const linux = { platform: 'linux-x64' }

/** A package as the registry would send it, with a script for a browser. */
const packed = (): Buffer => {
  const place = mkdtempSync(join(tmpdir(), 'package-'))
  mkdirSync(join(place, 'package', 'bin'), { recursive: true })
  mkdirSync(join(place, 'lib'))
  writeFileSync(join(place, 'lib', 'libold.so'), 'library')
  execFileSync('tar', ['cf', 'aws.tar', 'lib'], { cwd: place })
  writeFileSync(join(place, 'package', 'bin', 'aws.tar.br'), brotliCompressSync(readFileSync(join(place, 'aws.tar'))))
  writeFileSync(join(place, 'package', 'bin', 'chromium.br'), brotliCompressSync(Buffer.from('#!/bin/sh\n')))
  execFileSync('tar', ['czf', 'old.tgz', 'package'], { cwd: place })
  return readFileSync(join(place, 'old.tgz'))
}

const archive = packed()
const asked: string[][] = []
const npm = async (args: string[], cwd: string): Promise<number> => {
  asked.push(args)
  writeFileSync(join(cwd, 'old-1.0.0.tgz'), archive)
  return 0
}
const browser = { chromium: 80, name: 'old', version: '1.0.0', integrity: `sha512-${createHash('sha512').update(archive).digest('base64')}` }

test('a browser is fetched by name and version, unpacked once, and can be run', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'old-'))
  const { program, libraries } = placeOf(folder, browser)
  await bringOldBrowsers(folder, { ...linux, npm, browsers: [browser] })
  await bringOldBrowsers(folder, { ...linux, npm, browsers: [browser] })
  expect(asked.map(([, name]) => name)).toEqual(['old@1.0.0'])
  expect(statSync(program).mode & 0o111).not.toBe(0)
  expect(readFileSync(join(libraries, 'libold.so'), 'utf8')).toBe('library')
})

test('one of another content is not used', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'old-'))
  const other = { ...browser, integrity: 'sha512-AAAA' }
  await expect(bringOldBrowsers(folder, { ...linux, npm, browsers: [other] })).rejects.toThrow('校验值不符')
  expect(existsSync(placeOf(folder, other).own)).toBe(false)
})

test('what cannot be had is said, never passed over', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'old-'))
  await expect(bringOldBrowsers(folder, { ...linux, npm: async () => 1, browsers: [browser] })).rejects.toThrow('old@1.0.0 (Chromium 80) could not be had')
  await expect(bringOldBrowsers(folder, { platform: 'win32-x64', npm, browsers: [browser] })).rejects.toThrow('win32-x64')
})

test('four generations are tried, each with its hash', () => {
  expect(oldBrowsers.map(({ chromium }) => chromium)).toEqual([86, 92, 103, 108])
  expect(oldBrowsers.every(({ integrity }) => /^sha512-[\w+/]{86}==$/.test(integrity))).toBe(true)
})

test('an archive that ends within a file is refused', () => {
  const place = mkdtempSync(join(tmpdir(), 'tar-'))
  writeFileSync(join(place, 'long'), 'x'.repeat(3000))
  execFileSync('tar', ['cf', 'one.tar', 'long'], { cwd: place })
  const whole = readFileSync(join(place, 'one.tar'))
  expect(untar(whole).get('long')?.length).toBe(3000)
  expect(() => untar(whole.subarray(0, 1024))).toThrow('ends too early')
})

import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { setup } from './support/temporary'

test('what tests make for the moment lies in one folder of the run', () => {
  expect(basename(tmpdir())).toMatch(/^xieshang-tests-/)
})

test('that folder goes with the run and all that was left in it, and the system has its own again', () => {
  const before = tmpdir()
  const end = setup()
  const left = mkdtempSync(join(tmpdir(), 'left-'))
  writeFileSync(join(left, 'file'), 'x')
  expect(left.startsWith(before)).toBe(true)
  end()
  expect([existsSync(left), tmpdir()]).toEqual([false, before])
})

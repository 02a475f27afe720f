import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { failuresIn, readTotals } from '../../../scripts/lib/tooling/test-report.mjs'

let folder: string

beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'xieshang-report-')) })
afterEach(() => { rmSync(folder, { recursive: true }) })

interface Result {
  readonly status: string
  readonly name?: string
  readonly message?: string
  readonly assertionResults: readonly { readonly status: string, readonly fullName?: string, readonly failureMessages?: readonly string[] }[]
}

function report(testResults: readonly Result[]) {
  const path = join(folder, 'report.json')
  writeFileSync(path, JSON.stringify({ testResults }))
  return path
}

const passed = { status: 'passed' }
const failed = { status: 'failed' }

test('counts tests over files', () => {
  const path = report([
    { status: 'passed', assertionResults: [passed, passed, { status: 'skipped' }] },
    { status: 'failed', assertionResults: [passed, failed] }
  ])
  expect(readTotals(path, 1)).toEqual({ passed: 3, failed: 1, skipped: 1 })
})

test('a file that could not be loaded is one failure', () => {
  expect(readTotals(report([{ status: 'failed', assertionResults: [] }]), 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('a run that ended badly is never all passed', () => {
  expect(readTotals(report([{ status: 'passed', assertionResults: [passed] }]), 1)).toEqual({ passed: 1, failed: 1, skipped: 0 })
})

test.each([0, 1])('without a report nothing has passed (exit code %i)', (code) => {
  expect(readTotals(join(folder, 'absent.json'), code)).toEqual({ passed: 0, failed: code, skipped: 0 })
})

test('names what failed, and a file that could not be loaded', () => {
  const path = report([
    { status: 'failed', name: 'a.test.ts', assertionResults: [passed, { status: 'failed', fullName: 'sums', failureMessages: ['expected 1 to be 2\n    at a.test.ts:3'] }] },
    { status: 'failed', name: 'b.test.ts', message: 'No such module\nat b', assertionResults: [] },
    { status: 'passed', name: 'c.test.ts', assertionResults: [passed] },
  ])
  expect(failuresIn(path)).toEqual(['a.test.ts > sums: expected 1 to be 2', 'b.test.ts: No such module'])
})

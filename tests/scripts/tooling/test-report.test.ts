import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readTotals } from '../../../scripts/lib/tooling/test-report.mjs'

let folder: string

beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'xieshang-report-')) })
afterEach(() => { rmSync(folder, { recursive: true }) })

function report(testResults: { status: string, assertionResults: { status: string }[] }[]) {
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

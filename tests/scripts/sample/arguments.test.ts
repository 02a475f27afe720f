import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { sampleOptions, UsageError } from '../../../scripts/lib/sample/arguments'

const command = fileURLToPath(new URL('../../../scripts/sample.ts', import.meta.url))

describe('command line of the sample', () => {
  it('has defaults and takes every option', () => {
    expect(sampleOptions([])).toEqual({ seed: 2025, out: 'data/sample', scenario: 'effect' })
    expect(sampleOptions(['--seed', '7', '--out', 'x/y', '--scenario', 'none'])).toEqual({ seed: 7, out: 'x/y', scenario: 'none' })
    expect(sampleOptions(['--seed=4294967295']).seed).toBe(4_294_967_295)
  })

  it.each([
    [['--seed', 'abc']], [['--seed', '-1']], [['--seed', '1.5']], [['--seed', '']], [['--seed', '4294967296']],
    [['--seed']], [['--out', ' ']], [['--sead', '1']], [['extra']],
    [['--scenario', 'miracle']], [['--scenario']],
  ])('refuses %j', (args) => {
    expect(() => sampleOptions(args)).toThrow(UsageError)
  })

  it('ends with one line and code 2', () => {
    const run = spawnSync(process.execPath, ['--import', 'tsx', command, '--seed', 'abc'], { encoding: 'utf8' })
    expect(run.status).toBe(2)
    expect(run.stdout).toBe('')
    expect(run.stderr.trimEnd().split('\n')).toEqual([
      '--seed 须为 0 至 4294967295 的整数，现为“abc” / --seed must be a whole number from 0 to 4294967295',
    ])
  })
})

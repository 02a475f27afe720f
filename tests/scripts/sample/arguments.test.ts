import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { sampleOptions } from '../../../scripts/lib/sample/arguments'

const command = fileURLToPath(new URL('../../../scripts/sample.ts', import.meta.url))

describe('command line of the sample', () => {
  it('has defaults and takes every option', () => {
    expect(sampleOptions([])).toEqual({ seed: 2025, out: 'data/sample', scenario: 'effect' })
    expect(sampleOptions(['--seed', '7', '--out', 'x/y', '--scenario', 'none'])).toEqual({ seed: 7, out: 'x/y', scenario: 'none' })
    expect(sampleOptions(['--seed=4294967295'])?.seed).toBe(4_294_967_295)
  })

  it.each([
    [['--seed', 'abc']], [['--seed', '-1']], [['--seed', '1.5']], [['--seed', '']], [['--seed', '4294967296']],
    [['--seed']], [['--out', ' ']], [['--sead', '1']], [['extra']],
    [['--scenario', 'miracle']], [['--scenario']],
  ])('refuses %j', (args) => {
    expect(() => sampleOptions(args)).toThrow(/--|extra/)
  })

  const run = (...args: string[]) => spawnSync(process.execPath, ['--import', 'tsx', command, ...args], { encoding: 'utf8' })
  const usage = 'npm run sample -- [--seed N] [--scenario effect|none|confounded] [--out data/sample]'

  it('ends with a sentence in each language and code 2', () => {
    const { status, stdout, stderr } = run('--seed', 'abc')
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr.trimEnd().split('\n')).toEqual([
      `错误：--seed 须为 0 至 4294967295 的整数，现为“abc”。用法：${usage}`,
      'Error: --seed must be a whole number from 0 to 4294967295, not "abc". See the usage above.',
    ])
  })

  it('says which option is unknown or lacks its value, and how it is used', () => {
    expect(run('--sead', '1').stderr).toBe('错误：没有“--sead”这个选项。用 --help 查看用法。\nError: There is no option "--sead". See --help.\n')
    expect(run('--seed').stderr).toBe('错误：选项“--seed”后面要写一个值。用 --help 查看用法。\nError: The option "--seed" needs a value. See --help.\n')
    expect(run('extra').stderr).toBe('错误：多了“extra”。用 --help 查看用法。\nError: "extra" is too much. See --help.\n')
    expect(run('--help=1').stderr).toBe('错误：选项“--help”后面不写值。用 --help 查看用法。\nError: The option "--help" takes no value. See --help.\n')
    expect(run('--help').stdout).toBe(`${usage}\n`)
  })

  it('says so where the folder cannot be written', () => {
    const { status, stderr } = run('--out', command)
    expect(status).toBe(1)
    expect(stderr).toContain('无法读写')
    expect(stderr).not.toContain('    at ')
  })
})

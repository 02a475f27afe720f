import { parseArgs } from 'node:util'
import { scenarios, type Scenario } from './scenario'

export interface SampleOptions { readonly seed: number; readonly out: string; readonly scenario: Scenario }

/** What is wrong with the command line, in one line; the command ends with code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const USAGE = 'npm run sample -- [--seed N] [--scenario effect|none|confounded] [--out data/sample]'
const LARGEST_SEED = 4_294_967_295

const parsed = (args: readonly string[]): { seed?: string; out?: string; scenario?: string } => {
  try {
    return parseArgs({ args: [...args], options: { seed: { type: 'string' }, out: { type: 'string' }, scenario: { type: 'string' } } }).values
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new UsageError(`参数有误：${reason}。用法 / Usage: ${USAGE}`, { cause })
  }
}

const seedOf = (text: string): number => {
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (seed <= LARGEST_SEED) return seed
  throw new UsageError(`--seed 须为 0 至 ${LARGEST_SEED} 的整数，现为“${text}” / --seed must be a whole number from 0 to ${LARGEST_SEED}`)
}

const scenarioOf = (text: string): Scenario => {
  const scenario = scenarios.find((one) => one === text)
  if (scenario !== undefined) return scenario
  throw new UsageError(`--scenario 须为 ${scenarios.join('、')} 之一，现为“${text}” / --scenario must be one of ${scenarios.join(', ')}`)
}

/** Reads the command line. Throws UsageError for an unknown option or scenario, a bad seed or an empty folder name. */
export const sampleOptions = (args: readonly string[]): SampleOptions => {
  const { seed = '2025', out = 'data/sample', scenario = 'effect' } = parsed(args)
  if (out.trim() === '') throw new UsageError('--out 须为文件夹名 / --out must name a folder')
  return { seed: seedOf(seed), out, scenario: scenarioOf(scenario) }
}

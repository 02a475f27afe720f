import { parseArgs } from 'node:util'
import { CommandError } from '../command/command-error'
import { scenarios, type Scenario } from './scenario'

export interface SampleOptions { readonly seed: number; readonly out: string; readonly scenario: Scenario }

export const sampleUsage = 'npm run sample -- [--seed N] [--scenario effect|none|confounded] [--out data/sample]\n'
const LARGEST_SEED = 4_294_967_295

const options = { seed: { type: 'string' }, out: { type: 'string' }, scenario: { type: 'string' }, help: { type: 'boolean' } } as const

const wrong = (zh: string, en: string): CommandError => new CommandError({ zh, en }, { zh: `用法：${sampleUsage.trim()}`, en: 'See the usage above.' })

const seedOf = (text: string): number => {
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (seed <= LARGEST_SEED) return seed
  throw wrong(`--seed 须为 0 至 ${LARGEST_SEED} 的整数，现为“${text}”。`, `--seed must be a whole number from 0 to ${LARGEST_SEED}, not "${text}".`)
}

const scenarioOf = (text: string): Scenario => {
  const scenario = scenarios.find((one) => one === text)
  if (scenario !== undefined) return scenario
  throw wrong(`--scenario 须为 ${scenarios.join('、')} 之一，现为“${text}”。`, `--scenario must be one of ${scenarios.join(', ')}, not "${text}".`)
}

/**
 * Reads the command line; null where only the usage is asked for. Throws CommandError for an unknown scenario, a bad seed
 * or an empty folder name, and what parseArgs throws for an unknown option.
 */
export const sampleOptions = (args: readonly string[]): SampleOptions | null => {
  const { seed = '2025', out = 'data/sample', scenario = 'effect', help } = parseArgs({ args: [...args], options }).values
  if (help) return null
  if (out.trim() === '') throw wrong('--out 须为文件夹名。', '--out must name a folder.')
  return { seed: seedOf(seed), out, scenario: scenarioOf(scenario) }
}

import { parseArgs } from 'node:util'

export interface SampleOptions { readonly seed: number; readonly out: string }

/** What is wrong with the command line, in one line; the command ends with code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const USAGE = 'npm run sample -- [--seed N] [--out data/sample]'
const LARGEST_SEED = 4_294_967_295

const parsed = (args: readonly string[]): { seed?: string; out?: string } => {
  try {
    return parseArgs({ args: [...args], options: { seed: { type: 'string' }, out: { type: 'string' } } }).values
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

/** Reads the command line. Throws UsageError for an unknown option, a bad seed or an empty folder name. */
export const sampleOptions = (args: readonly string[]): SampleOptions => {
  const { seed = '2025', out = 'data/sample' } = parsed(args)
  if (out.trim() === '') throw new UsageError('--out 须为文件夹名 / --out must name a folder')
  return { seed: seedOf(seed), out }
}

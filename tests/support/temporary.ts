import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What the systems call the folder for what need not be kept. */
const names = ['TMPDIR', 'TEMP', 'TMP'] as const

/**
 * One temporary folder for everything a run of the tests makes, in this process and in those it starts: it goes with the
 * run, whatever a test leaves behind and however a worker ends.
 */
export function setup(): () => void {
  const before = names.map((name) => [name, process.env[name]] as const)
  const folder = mkdtempSync(join(tmpdir(), 'xieshang-tests-'))
  for (const name of names) process.env[name] = folder
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name)
      else process.env[name] = value
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

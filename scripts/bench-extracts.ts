import { parseArgs } from 'node:util'
import { benchExtracts } from './lib/bench/extracts'
import { runCommand } from './lib/command/run-command'

const usage = 'npm run bench:extracts -- [s] [m] [l]\n'

await runCommand(async () => {
  const { positionals, values } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true })
  if (values.help) return void process.stdout.write(usage)
  const start = performance.now()
  const folders = await benchExtracts((line) => { process.stderr.write(`${Math.round((performance.now() - start) / 1000)} s ${line}\n`) }, positionals.length > 0 ? positionals : undefined)
  process.stdout.write(`${Object.entries(folders).map(([id, folder]) => `${id} ${folder}`).join('\n')}\n`)
})

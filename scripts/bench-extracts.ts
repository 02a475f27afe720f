import { benchExtracts } from './lib/bench/extracts'
import { runCommand } from './lib/command/run-command'

await runCommand(async () => {
  const start = performance.now()
  const folders = await benchExtracts((line) => { process.stderr.write(`${Math.round((performance.now() - start) / 1000)} s ${line}\n`) }, process.argv.length > 2 ? process.argv.slice(2) : undefined)
  process.stdout.write(`${Object.entries(folders).map(([id, folder]) => `${id} ${folder}`).join('\n')}\n`)
})

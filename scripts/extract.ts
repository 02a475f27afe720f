import { runCommand } from './lib/command/run-command'
import { runExtract } from './lib/extract-cli'

await runCommand(() => runExtract(process.argv.slice(2)))

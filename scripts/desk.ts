import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runCommand } from './lib/command/run-command'
import { openDesk } from './lib/desk/desk'
import { showInBrowser } from './lib/desk/show-in-browser'
import { runExtract } from './lib/extract-cli'
import { root } from './lib/tooling/root.mjs'
import { say } from './lib/tooling/say.mjs'
import { serve } from './lib/tooling/server.mjs'
import { portOf } from './lib/tooling/start-options.mjs'

const usage = 'npm run desk -- [--port 4173] [--reports reports] [--no-open]'

const options = {
  port: { type: 'string', default: '4173' },
  reports: { type: 'string', default: 'reports' },
  'no-open': { type: 'boolean', default: false },
  help: { type: 'boolean' },
} as const

/** Serves the page and the desk beside it until the desk is closed or the command is interrupted. */
const openBoth = async (args: string[]): Promise<void> => {
  const { values } = parseArgs({ args, options })
  if (values.help) return void process.stdout.write(`用法 usage: ${usage}\n`)
  const port = portOf(values.port)
  const site = await serve({ root: join(root, 'dist'), port })
  const self = process.argv[1] ?? ''
  const desk = await openDesk({
    root,
    site: site.url,
    port: port === 0 ? 0 : site.port + 1,
    reports: resolve(values.reports),
    extract: [process.execPath, ...process.execArgv, self, 'extract'],
  })
  say(`看板 ${site.url}`, `the dashboard is at ${site.url}`)
  say(`更新数据 ${desk.url}（关闭本窗口即停止）`, `its data is brought up to date at ${desk.url} (closing this window ends both)`)
  const end = () => void Promise.all([site.close(), desk.close()]).then(() => process.exit(0))
  process.on('SIGINT', end).on('SIGTERM', end)
  void desk.closed.then(end)
  if (!values['no-open']) showInBrowser(desk.url)
}

// The desk starts this very program again to make an extract, so that nothing an extract needs outlives it.
await runCommand(() => process.argv[2] === 'extract' ? runExtract(process.argv.slice(3)) : openBoth(process.argv.slice(2)))

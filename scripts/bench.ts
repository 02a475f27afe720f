import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { benchExtracts } from './lib/bench/extracts'
import { measureSize, type SizeFigures } from './lib/bench/measure'
import { makeSite } from './lib/bench/site'
import { benchSizes } from './lib/bench/sizes'
import { markdownOf } from './lib/bench/table'
import { runCommand } from './lib/command/run-command'
import { ensureSite } from './lib/tooling/build-app.mjs'
import { findChromium } from './lib/tooling/chromium.mjs'
import { root } from './lib/tooling/root.mjs'

const usage = 'npm run bench -- [--size s|m|l]… [--pairs 30] [--engines 10] [--changes 500] [--out 文件夹 folder]\n'

const machine = (): string => `${String(cpus().length)} × ${cpus()[0]?.model.trim() ?? '?'}, ${String(Math.round(totalmem() / 2 ** 30))} GB`

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', multiple: true }, pairs: { type: 'string', default: '30' }, engines: { type: 'string', default: '10' },
      changes: { type: 'string', default: '500' }, out: { type: 'string', default: join(root, '.cache', 'bench') }, help: { type: 'boolean' },
    },
  })
  if (values.help) return void process.stdout.write(usage)
  const say = (line: string) => void process.stderr.write(`${line}\n`)
  const counts = { pairs: Number(values.pairs), engines: Number(values.engines), changes: Number(values.changes) }
  const ids = values.size ?? benchSizes.map(({ id }) => id)
  await ensureSite(root)
  const extracts = await benchExtracts(say, ids)
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: ['--no-sandbox', '--disable-gpu'], headless: true })
  try {
    const sizes: Record<string, SizeFigures> = {}
    for (const [id, folder] of Object.entries(extracts)) {
      const site = await makeSite(join(root, '.cache', 'bench', 'sites', id), { root, extracts: folder })
      sizes[id] = await measureSize(browser, site, counts, (line) => { say(`${id}: ${line}`) })
    }
    const run = { date: new Date().toISOString().slice(0, 10), machine: machine(), browser: `Chromium ${browser.version()}`, pairs: counts.pairs, sizes }
    mkdirSync(values.out, { recursive: true })
    writeFileSync(join(values.out, 'results.json'), `${JSON.stringify(run, null, 1)}\n`)
    writeFileSync(join(values.out, 'results.md'), markdownOf(run))
    process.stdout.write(markdownOf(run))
  } finally {
    await browser.close()
  }
})

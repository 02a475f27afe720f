import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser } from 'playwright-core'
import { dashboards } from '../src/domain/dashboards/index'
import type { Manifest } from '../src/domain/manifest'
import { mayShow } from '../src/domain/navigation'
import { changesFor } from './lib/bench/changes'
import { engineStands, quiet, refresh, watchWorkers, type Refresh } from './lib/bench/in-page'
import { heading, line } from './lib/bench/summary'
import { runCommand } from './lib/command/run-command'
import { findChromium } from './lib/tooling/chromium.mjs'
import { root } from './lib/tooling/root.mjs'
import { serve } from './lib/tooling/server.mjs'

/** What a refresh may take, in milliseconds. */
const limit = 150

const usage = 'npm run bench -- [--dist 文件夹 folder] [--page 页面 page]…\n'

const manifestAt = async (url: string): Promise<Manifest> => {
  const { extracts } = await (await fetch(`${url}extracts/index.json`)).json() as { extracts: { id: string }[] }
  return (await fetch(`${url}extracts/${extracts[0]?.id ?? ''}/manifest.json`)).json() as Promise<Manifest>
}

const measure = async (browser: Browser, url: string, page: string, manifest: Manifest): Promise<{ ready: number; runs: Refresh[] }> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', locale: 'zh-CN' })
  try {
    const tab = await context.newPage()
    // The runner names functions through this helper, which the page lacks.
    await tab.addInitScript('globalThis.__name = (named) => named')
    await tab.addInitScript(watchWorkers)
    const start = performance.now()
    await tab.goto(new URL(page === 'overview' ? 'index.html' : `${page}.html`, url).href)
    await tab.waitForFunction(engineStands)
    const ready = performance.now() - start
    await tab.evaluate(quiet)
    const runs: Refresh[] = []
    for (const change of changesFor(manifest)) runs.push(await tab.evaluate(refresh, change))
    return { ready, runs }
  } finally {
    await context.close()
  }
}

await runCommand(async () => {
  const { values } = parseArgs({ options: { dist: { type: 'string' }, page: { type: 'string', multiple: true }, help: { type: 'boolean' } } })
  if (values.help) return void process.stdout.write(usage)
  const server = await serve({ root: values.dist ?? join(root, 'dist'), port: 0 })
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: ['--no-sandbox', '--disable-gpu'], headless: true })
  try {
    const manifest = await manifestAt(server.url)
    const all: Refresh[] = []
    process.stdout.write(heading)
    for (const { id } of dashboards.filter(({ id }) => mayShow(id, manifest) && (values.page?.includes(id) ?? true))) {
      const { ready, runs } = await measure(browser, server.url, id, manifest)
      all.push(...runs)
      process.stdout.write(line(id, ready, runs))
    }
    const under = (time: 'whole' | 'drawn') => all.filter((run) => run[time] < limit).length
    process.stdout.write(`${line('all', NaN, all)}of ${all.length} under ${limit} ms: ${under('drawn')} panels, ${under('whole')} with hidden tables; load ${loadavg().map((load) => load.toFixed(1)).join(' ')}\n`)
  } finally {
    await browser.close()
    await server.close()
  }
})

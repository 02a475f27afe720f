import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDesk, type Desk } from '../../scripts/lib/desk/desk'
import { root } from '../../scripts/lib/tooling/root.mjs'

/** A bundle whose only page names the extract it was made from. */
const bundle = `export const pages = [{ id: 'overview', file: 'index.html' }]
export const bakePage = async ({ template, manifest }) => template.replace('-', manifest.title.zh)`

export interface DeskPlace {
  readonly root: string
  readonly reports: string
  readonly desk: Desk
}

/** The command that makes extracts, with a key of its own. */
const extractTool = (key: string): readonly string[] => {
  const start = `import(${JSON.stringify(join(root, 'scripts', 'lib', 'extract-cli.ts'))}).then(async ({ runExtract }) => { const { runCommand } = await import(${JSON.stringify(join(root, 'scripts', 'lib', 'command', 'run-command.ts'))}); await runCommand(() => runExtract([...process.argv.slice(1), '--key', ${JSON.stringify(key)}])) })`
  return [process.execPath, '--import', createRequire(import.meta.url).resolve('tsx'), '--eval', start, '--']
}

/** A desk over a site that holds one page and no extract yet. */
export const openDeskPlace = async ({ extract, site = 'http://127.0.0.1:1/' }: { readonly extract?: readonly string[]; readonly site?: string } = {}): Promise<DeskPlace> => {
  const place = mkdtempSync(join(tmpdir(), 'xieshang-desk-'))
  for (const folder of ['dist', 'dist-server', 'scripts/lib/desk', 'public/extracts']) mkdirSync(join(place, folder), { recursive: true })
  writeFileSync(join(place, 'dist-server', 'package.json'), '{"type":"module"}')
  writeFileSync(join(place, 'dist-server', 'server.js'), bundle)
  writeFileSync(join(place, 'dist-server', 'template.html'), '<main>-</main>')
  cpSync(join(root, 'scripts', 'lib', 'desk', 'page'), join(place, 'scripts', 'lib', 'desk', 'page'), { recursive: true })
  const key = join(place, 'id.key')
  writeFileSync(key, 'k'.repeat(32))
  const reports = join(place, 'reports')
  return { root: place, reports, desk: await openDesk({ root: place, site, port: 0, reports, extract: extract ?? extractTool(key) }) }
}

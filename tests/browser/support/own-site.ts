import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { extract } from '../../../scripts/lib/extract-command'
import { listFiles } from '../../../scripts/lib/tooling/files.mjs'
import { publishSite } from '../../../scripts/lib/tooling/publish-site.mjs'
import { root } from '../../../scripts/lib/tooling/root.mjs'
import { serve } from '../../../scripts/lib/tooling/server.mjs'
import { miniLedger } from '../../support/mini-ledger'
import { built } from './built'

/** Two states of the ledgers of one street. */
const ledgers = { first: { seed: 11, asOf: '2025-05-31' }, second: { seed: 12, asOf: '2025-06-18' } } as const
export type State = keyof typeof ledgers
export const asOfState = (state: State): string => ledgers[state].asOf

const makeExtract = async (state: State): Promise<string> => {
  const { seed, asOf } = ledgers[state]
  const parent = mkdtempSync(join(tmpdir(), `xieshang-${state}-`))
  const [folder, out, keyFile] = [join(parent, 'street'), join(parent, 'out'), join(parent, 'key')]
  cpSync(await miniLedger(seed, 60), folder, { recursive: true })
  writeFileSync(keyFile, '0123456789abcdef'.repeat(4))
  await extract({ folder, out, asOf, keyFile, detail: 'case', maxRejected: 1, reports: join(parent, 'reports') })
  return out
}

const made = new Map<State, Promise<string>>()
const extractOf = (state: State): Promise<string> => {
  const known = made.get(state) ?? makeExtract(state)
  made.set(state, known)
  return known
}

/** Names of built files with another hash in them, as another build would give them. */
const otherName = (path: string): string => path.replace(/-([\w-]{8})(\.\w+)$/, (_all, hash: string, end: string) => `-${[...hash].reverse().join('')}${end}`)

const renameBuild = (site: string, server: string): void => {
  const files = listFiles(join(site, 'assets')).filter((path) => !/\.(br|gz)$/.test(path))
  const renamed = files.filter((path) => otherName(path) !== path)
  const rewrite = (path: string) => {
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, renamed.reduce((all, name) => all.replaceAll(basename(name), basename(otherName(name))), text))
  }
  for (const path of files) if (/\.(js|css)$/.test(path)) rewrite(join(site, 'assets', path))
  rewrite(join(server, 'template.html'))
  for (const name of readdirSync(join(site, 'assets'))) if (/\.(br|gz)$/.test(name)) rmSync(join(site, 'assets', name))
  for (const path of renamed) renameSync(join(site, 'assets', path), join(site, 'assets', otherName(path)))
}

export interface OwnSite {
  readonly folder: string
  /** Where it is served; the same after it was cut off and is back. */
  readonly url: string
  publish(state: State): Promise<void>
  /** Puts another build in the place of this one, with nothing left of it or of its extract's versions. */
  replace(state: State): Promise<void>
  cut(): Promise<void>
  back(): Promise<void>
  remove(): Promise<void>
}

/** The built page as a site of its own, which a test may change, cut off and bring back. */
export const ownSite = async (state: State): Promise<OwnSite> => {
  const place = mkdtempSync(join(tmpdir(), 'xieshang-own-'))
  const [folder, server, cache] = [join(place, 'site'), join(place, 'server'), join(place, 'cache')]
  // The page of the tests' own build: what its stamp names, and nothing an earlier build left.
  const stamp = JSON.parse(readFileSync(join(built, '.xieshang-build.json'), 'utf8')) as { built: string[]; fromPublic: string[] }
  for (const path of [...stamp.built, ...stamp.fromPublic]) cpSync(join(built, path), join(folder, path))
  cpSync(join(root, 'dist-server'), server, { recursive: true })
  writeFileSync(join(server, 'package.json'), '{"type":"module"}')
  let versions = {}
  const publish = async (shown: State) => {
    const files = listFiles(join(folder, 'assets')).filter((path) => !/\.(br|gz)$/.test(path)).map((path) => `assets/${path}`)
    const told = await publishSite({ site: folder, server, extracts: await extractOf(shown), cache }, { built: files, fromPublic: stamp.fromPublic, earlier: versions })
    versions = told.versions
  }
  await publish(state)
  let served = await serve({ root: folder, port: 0 })
  const { url, port } = served
  return {
    folder, url, publish,
    replace: async (shown) => {
      rmSync(join(folder, 'extracts'), { recursive: true })
      versions = {}
      renameBuild(folder, server)
      await publish(shown)
    },
    cut: () => served.close(),
    back: async () => { served = await serve({ root: folder, port }) },
    remove: async () => {
      await served.close()
      rmSync(place, { recursive: true, force: true })
    },
  }
}

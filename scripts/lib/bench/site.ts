import { cp, link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { bakedPages } from '../tooling/bake-pages.mjs'
import { listFiles } from '../tooling/files.mjs'
import { precompress, replacePacked } from '../tooling/precompress.mjs'
import { publishExtracts } from '../tooling/publish-extracts.mjs'

export interface Site {
  /** Folder of the page with an extract, as it would be published. */
  readonly product: string
  /** Folder of the same documents without their scripts: as fast as these numbers can be shown. */
  readonly floor: string
}

const scriptTag = /<script\b[^>]*>[\s\S]*?<\/script>|<link\b[^>]*rel="?modulepreload"?[^>]*>/g

/** What was built, by name: nothing of it changes. */
const linkBuilt = async (dist: string, to: string): Promise<void> => {
  for (const path of listFiles(dist).filter((one) => !one.startsWith('extracts/') && !/\.html(\.br|\.gz)?$/.test(one))) {
    await mkdir(dirname(join(to, path)), { recursive: true })
    await link(join(dist, path), join(to, path)).catch(() => cp(join(dist, path), join(to, path)))
  }
}

/** A page that does nothing but start the engine's own files, as fast as this machine can. */
const writeBareEngine = async (assets: string, floor: string): Promise<void> => {
  const named = async (pattern: RegExp): Promise<string> => (await readdir(assets)).find((name) => pattern.test(name)) ?? ''
  const [script, module] = [await named(/^duckdb-browser-eh\.worker-.*\.js$/), await named(/^duckdb-eh-.*\.wasm$/)]
  for (const name of [script, module]) for (const packed of ['', '.br']) await link(join(assets, name + packed), join(floor, 'assets', name + packed)).catch(() => undefined)
  const files = {
    'bare-engine.html': '<!doctype html><script src="bare-engine.js"></script>',
    'bare-engine.js': `const worker = new Worker('bare-worker.js')
worker.onmessage = ({ data }) => { if (data.type === 'OK') globalThis.bareEngine = performance.now() }
worker.postMessage({ messageId: 1, type: 'INSTANTIATE', data: [new URL('assets/${module}', location.href).href, null] })`,
    'bare-worker.js': `importScripts('assets/${script}')`,
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(floor, name), text)
}

/** Publishes an extract with the page that is built, twice: as it is, and without any script. */
export const makeSite = async (folder: string, { root, extracts }: { readonly root: string; readonly extracts: string }): Promise<Site> => {
  const [product, floor, cache] = [join(folder, 'product'), join(folder, 'floor'), join(folder, 'packed')]
  await rm(product, { recursive: true, force: true })
  await rm(floor, { recursive: true, force: true })
  await linkBuilt(join(root, 'dist'), product)
  const published = await publishExtracts({ from: extracts, to: join(product, 'extracts'), cache, earlier: {} })
  await published.change()
  for (const [file, html] of await bakedPages({ extracts, server: join(root, 'dist-server') })) {
    await replacePacked(join(product, file), html, cache)
    await mkdir(floor, { recursive: true })
    await replacePacked(join(floor, file), html.replace(scriptTag, ''), cache)
  }
  await mkdir(join(floor, 'assets'), { recursive: true })
  for (const name of (await readdir(join(product, 'assets'))).filter((one) => one.endsWith('.css'))) {
    await writeFile(join(floor, 'assets', name), await readFile(join(product, 'assets', name)))
    await precompress(join(floor, 'assets', name), cache)
  }
  await writeBareEngine(join(product, 'assets'), floor)
  return { product, floor }
}

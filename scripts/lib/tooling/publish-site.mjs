import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bakedPages } from './bake-pages.mjs'
import { replacePacked } from './precompress.mjs'
import { publicationOf } from './publication.mjs'
import { readStamp, writeStamp } from './build-stamp.mjs'
import { publishExtracts } from './publish-extracts.mjs'

/**
 * Where a site, what makes its pages, and its extracts lie.
 * @param {string} root of the repository, or of a release's program
 */
export const placesOf = (root) => ({
  site: join(root, 'dist'),
  server: join(root, 'dist-server'),
  extracts: join(root, 'public', 'extracts'),
  cache: join(root, 'node_modules', '.cache', 'xieshang', 'compressed')
})

/**
 * Puts extracts and pages before readers: first everything that nothing leads to yet, then what leads there, and last what
 * says that all of it is there.
 * @param {{ site: string, server: string, extracts: string, cache: string }} places
 * @param {{ built: readonly string[], fromPublic: readonly string[], earlier: import('./publish-extracts.mjs').Versions }} standing
 */
export async function publishSite({ site, server, extracts, cache }, { built, fromPublic, earlier }) {
  const published = await publishExtracts({ from: extracts, to: join(site, 'extracts'), cache, earlier })
  const plain = await bakedPages({ extracts, server })
  const worker = join(server, 'sw.js')
  if (existsSync(worker)) await replacePacked(join(site, 'sw.js'), readFileSync(worker), cache)
  await published.change()
  const { pages, publication } = publicationOf({ site, built, fromPublic, versions: published.versions, pages: plain })
  for (const [file, html] of pages) await replacePacked(join(site, file), html, cache)
  await replacePacked(join(site, 'publication.json'), publication, cache)
  return { pages: [...pages.keys()], versions: published.versions }
}

/**
 * Brings the extracts and pages of a site that is built up to date; the program in it stays as it is.
 * @param {{ site: string, server: string, extracts: string, cache: string }} places
 */
export async function republish(places) {
  const stamp = readStamp(places.site)
  const { pages, versions } = await publishSite(places, { built: stamp.built, fromPublic: stamp.fromPublic, earlier: stamp.extracts })
  writeStamp(places.site, { ...stamp, pages, extracts: versions })
}

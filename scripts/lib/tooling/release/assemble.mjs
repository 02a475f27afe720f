import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { runVite } from '../build-app.mjs'
import { readStamp, writeStamp } from '../build-stamp.mjs'
import { runQuietly, toolScript } from '../child.mjs'
import { fetchPackage } from '../fetch-package.mjs'
import { placesOf, publishSite } from '../publish-site.mjs'
import { Failure } from '../say.mjs'
import { writeServerConfigs } from '../web-servers/write.mjs'
import { licences } from './licences.mjs'
import { bindingOf } from './platforms.mjs'
import { startFiles } from './start-files.mjs'

/** Depth at which the program finds the folders beside it, as its sources do. */
const programPlace = join('scripts', 'lib', 'desk')

/** What the database's loader is made of, beside its part in machine code. */
const loaderPackages = ['@duckdb/node-api', '@duckdb/node-bindings', 'detect-libc']

/**
 * Puts together everything a release holds: the site with synthetic extracts, the desk, its runtimes, files to start it.
 * @param {{ root: string, folder: string, version: string, platforms: readonly import('./platforms.mjs').Platform[], here: string | null }} of
 *   here: the platform of this machine where its own Node and binding are to be taken and nothing fetched
 */
export async function assemble({ root, folder, version, platforms, here }) {
  const program = join(folder, 'program')
  mkdirSync(program, { recursive: true })
  for (const name of ['reference', 'mappings']) cpSync(join(root, 'data', name), join(program, 'data', name), { recursive: true })
  for (const name of ['template.html', 'sw.js']) cpSync(join(root, 'dist-server', name), join(program, 'dist-server', name))
  await runVite(root, ['--config', join(import.meta.dirname, 'server.config.ts'), '--ssr', 'src/app/server.ts', '--outDir', join(program, 'dist-server')])
  cpSync(join(root, programPlace, 'page'), join(program, programPlace, 'page'), { recursive: true })
  writeFileSync(join(program, 'package.json'), `${JSON.stringify({ name: 'xieshang', version, private: true, type: 'module' })}\n`)
  await runVite(root, ['--config', join(import.meta.dirname, 'desk.config.ts'), '--outDir', join(program, programPlace)])
  await bringSite(root, program)
  for (const name of loaderPackages) cpSync(join(root, 'node_modules', name), join(program, 'node_modules', name), { recursive: true })
  for (const platform of platforms) await bringRuntime(root, program, platform, platform.id === here)
  await writeTemplates(root, join(folder, '空白台账'))
  for (const file of startFiles({ version, platforms: platforms.map(({ id }) => id) })) {
    writeFileSync(join(folder, file.name), file.text, { mode: file.runs ? 0o755 : 0o644 })
  }
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
  writeFileSync(join(folder, 'THIRD-PARTY.txt'), licences(root))
}

/**
 * The program of the page as built, and what of this machine's extracts is synthetic: a release goes to others.
 * @param {string} root
 * @param {string} program
 */
async function bringSite(root, program) {
  const { site: from, extracts: all, cache } = placesOf(root)
  const { site, server, extracts } = placesOf(program)
  const stamp = readStamp(from)
  for (const path of [...stamp.built, ...stamp.fromPublic]) {
    for (const packed of ['', '.br', '.gz'].filter((suffix) => existsSync(join(from, path + suffix)))) {
      await mkdir(dirname(join(site, path)), { recursive: true })
      cpSync(join(from, path + packed), join(site, path + packed), { preserveTimestamps: true })
    }
  }
  const index = JSON.parse(readFileSync(join(all, 'index.json'), 'utf8'))
  const synthetic = index.extracts.filter((/** @type {{ synthetic: boolean }} */ one) => one.synthetic)
  for (const { id } of synthetic) cpSync(join(all, id), join(extracts, id), { recursive: true })
  mkdirSync(extracts, { recursive: true })
  writeFileSync(join(extracts, 'index.json'), `${JSON.stringify({ ...index, extracts: synthetic })}\n`)
  const { pages, versions } = await publishSite({ site, server, extracts, cache }, { built: stamp.built, fromPublic: stamp.fromPublic, earlier: {} })
  writeServerConfigs({ site, deploy: join(program, 'deploy') })
  writeStamp(site, { inputs: stamp.inputs, fromPublic: stamp.fromPublic, built: stamp.built, builtBefore: [], pages, extracts: versions })
}

/**
 * @param {string} root
 * @param {string} program
 * @param {import('./platforms.mjs').Platform} platform
 * @param {boolean} own
 */
async function bringRuntime(root, program, platform, own) {
  const runtime = join(program, 'runtime', platform.id)
  const binding = bindingOf(root, platform.id)
  const modules = join(program, 'node_modules', binding.name)
  mkdirSync(runtime, { recursive: true })
  if (own) {
    cpSync(join(root, 'node_modules', binding.name), modules, { recursive: true })
    await copyFile(process.execPath, join(runtime, basename(platform.program)))
    return
  }
  const archives = join(root, 'node_modules', '.cache', 'xieshang', 'packages')
  const node = await fetchPackage({ ...platform.node, called: `Node ${platform.node.version} ${platform.id}` }, archives)
  const binary = node.get(platform.program)
  if (!binary) throw new Failure(`${platform.node.name} 里没有 ${platform.program}。`, `${platform.node.name} has no ${platform.program}.`)
  writeFileSync(join(runtime, basename(platform.program)), binary, { mode: 0o755 })
  const licence = node.get('LICENSE')
  if (licence) writeFileSync(join(runtime, 'LICENSE'), licence)
  for (const [path, content] of await fetchPackage({ ...binding, called: `DuckDB ${platform.id}` }, archives)) {
    mkdirSync(dirname(join(modules, path)), { recursive: true })
    writeFileSync(join(modules, path), content)
  }
}

/**
 * @param {string} root
 * @param {string} folder
 */
async function writeTemplates(root, folder) {
  const { code, output } = await runQuietly(process.execPath, [toolScript(root, 'tsx'), join(root, 'scripts', 'templates.ts'), '--out', folder], { cwd: root })
  if (code !== 0 || readdirSync(folder).length === 0) throw new Failure(`空白台账没有写出：${output}`, `The empty ledgers were not written: ${output}`)
}

import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureSite } from '../build-app.mjs'
import { ensureInstalled } from '../install.mjs'
import { root } from '../root.mjs'
import { Failure, say } from '../say.mjs'
import { platformsNamed, usualPlatforms } from './platforms.mjs'

const megabyte = 1e6
const usage = 'npm run release -- [--platforms win32-x64,linux-x64] [--this-machine]'

/** Makes one zip of site, desk, runtimes and start files, and tries it out here where it holds this platform. */
export async function release() {
  const options = optionsOf(process.argv.slice(2))
  if (!options) return
  await ensureInstalled(root)
  await ensureSite(root)
  // Only once the dependencies are there.
  const [{ assemble }, { pack }, { unpack }, { tryOut }] = await Promise.all([import('./assemble.mjs'), import('./pack.mjs'), import('./unpack.mjs'), import('./try-out.mjs')])
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const name = `xieshang-${version}`
  const work = mkdtempSync(join(tmpdir(), 'xieshang-release-'))
  try {
    await assemble({ root, folder: join(work, name), version, platforms: options.platforms, here: options.here })
    say('正在压缩', 'packing')
    await pack(work, name, join(work, `${name}.zip`))
    const place = `${process.platform}-${process.arch}`
    const isTried = process.platform === 'linux' && options.platforms.some(({ id }) => id === place)
    if (isTried) {
      say('正在试用', 'trying it out')
      await unpack(join(work, `${name}.zip`), join(work, 'unpacked'))
      await tryOut(join(work, 'unpacked', name))
    }
    const target = join(root, 'release', `${name}.zip`)
    mkdirSync(join(root, 'release'), { recursive: true })
    rmSync(target, { force: true })
    move(join(work, `${name}.zip`), target)
    const size = (statSync(target).size / megabyte).toFixed(0)
    const untried = options.platforms.map(({ id }) => id).filter((id) => !(isTried && id === place))
    say(`已就绪 release/${name}.zip，${size} MB${isTried ? '，已在本机解压、打开、更新、查看' : ''}`, `done: release/${name}.zip, ${size} MB${isTried ? ', unpacked, opened, updated and looked at here' : ''}`)
    if (untried.length > 0) say(`没有在真机上试过：${untried.join('、')}`, `not tried on such a machine: ${untried.join(', ')}`)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** The folder for temporary files may lie on another disk. @param {string} from @param {string} to */
function move(from, to) {
  try {
    renameSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}

/** @param {string[]} args */
function optionsOf(args) {
  try {
    const { values } = parseArgs({ args, options: { platforms: { type: 'string' }, 'this-machine': { type: 'boolean' }, help: { type: 'boolean' } } })
    if (values.help) return void say(`用法：${usage}，写出 release/ 里的一个 zip；--this-machine 只含本机平台，不取任何东西`, `usage: ${usage}, writes a zip into release/; --this-machine: this platform alone, nothing fetched`)
    const here = values['this-machine'] ? `${process.platform}-${process.arch}` : null
    return { platforms: platformsNamed(here ?? values.platforms ?? usualPlatforms.join()), here }
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure(`无法识别的参数。用法：${usage}`, 'Unknown argument; see the usage.', error)
  }
}

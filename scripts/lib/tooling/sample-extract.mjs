import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run, toolScript } from './child.mjs'
import { fingerprint, listFiles } from './files.mjs'
import { Failure, say } from './say.mjs'

/**
 * @param {string} root
 * @returns {boolean} whether there is any extract to show
 */
export function hasExtract(root) {
  return listFiles(join(root, 'public', 'extracts')).some((path) => /(^|\/)manifest\.json$/.test(path))
}

const sample = 'zhijiang-xilu-sample'
const inputs = ['data', 'scripts', 'src/domain']

/** @param {string} root */
const stampOf = (root) => join(root, 'node_modules', '.cache', 'xieshang', 'sample-extract.txt')

/** @param {string} root */
const inputsHash = (root) => fingerprint(root, inputs, (path) => !path.startsWith('data/templates/') && !path.startsWith('scripts/lib/tooling/'))

/**
 * @param {string} root
 * @returns {boolean} whether the sample is the only extract and was made from other ledgers or by other code than those of now
 */
export function isStaleSample(root) {
  const others = listFiles(join(root, 'public', 'extracts')).filter((path) => path.includes('/') && !path.startsWith(`${sample}/`))
  if (others.length > 0 || listFiles(join(root, 'data', 'sample')).length === 0) return false
  return !existsSync(stampOf(root)) || readFileSync(stampOf(root), 'utf8') !== inputsHash(root)
}

/** @param {string} root */
export function stampSample(root) {
  mkdirSync(dirname(stampOf(root)), { recursive: true })
  writeFileSync(stampOf(root), inputsHash(root))
}

/**
 * Makes the sample street and its extract where there is no extract at all; one of the user's own is never touched.
 * @param {string} root
 * @param {{ fresh?: boolean }} [options] fresh makes the sample's extract again where it is older than the code
 */
export async function ensureExtract(root, { fresh = false } = {}) {
  if (hasExtract(root) && !(fresh && isStaleSample(root))) return
  if (listFiles(join(root, 'data', 'sample')).length === 0) {
    say('正在生成示例街道', 'making the sample street')
    await runScript(root, 'sample.ts', [])
  }
  say('正在生成示例数据包', 'making the extract of the sample street')
  await runScript(root, 'extract.ts', [join('data', 'sample')])
  stampSample(root)
  if (hasExtract(root)) return
  throw new Failure('示例数据包没有生成。', 'The extract of the sample street was not made.')
}

/**
 * @param {string} root
 * @param {string} name
 * @param {string[]} args
 */
async function runScript(root, name, args) {
  const script = join('scripts', name)
  if (!existsSync(join(root, script))) throw new Failure(`缺少 ${script}。`, `${script} is missing.`)
  const code = await run(process.execPath, [toolScript(root, 'tsx'), script, ...args], { cwd: root })
  if (code !== 0) throw new Failure(`${script} 运行失败。`, `${script} failed.`)
}

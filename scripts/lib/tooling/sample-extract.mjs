import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { run, toolScript } from './child.mjs'
import { listFiles } from './files.mjs'
import { Failure, say } from './say.mjs'

/**
 * @param {string} root
 * @returns {boolean} whether there is any extract to show
 */
export function hasExtract(root) {
  return listFiles(join(root, 'public', 'extracts')).some((path) => /(^|\/)manifest\.json$/.test(path))
}

/**
 * Makes the sample street and its extract where there is no extract at all; one of the user's own is never touched.
 * @param {string} root
 */
export async function ensureExtract(root) {
  if (hasExtract(root)) return
  if (listFiles(join(root, 'data', 'sample')).length === 0) {
    say('正在生成示例街道', 'making the sample street')
    await runScript(root, 'sample.ts', [])
  }
  say('正在生成示例数据包', 'making the extract of the sample street')
  await runScript(root, 'extract.ts', [join('data', 'sample')])
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

import { parseArgs } from 'node:util'
import { ensureSite } from './build-app.mjs'
import { buildSingleFile } from './build-single-file.mjs'
import { ensureInstalled } from './install.mjs'
import { root } from './root.mjs'
import { ensureExtract } from './sample-extract.mjs'
import { Failure, say } from './say.mjs'

const megabyte = 1e6

/**
 * Makes dist/, ready to be put on any static web server, from the present sources and extracts; or beside it one file that
 * needs no server.
 */
export async function build() {
  const { help, 'single-file': single, 'no-engine': plain } = options(process.argv.slice(2))
  if (help) {
    return say('用法：npm run build，写出 dist/ 和 deploy/；npm run build -- --single-file [--no-engine]，写出 dist-single/xieshang.html（--no-engine 不含计算引擎）',
      'usage: npm run build, writes dist/ and deploy/; npm run build -- --single-file [--no-engine], writes dist-single/xieshang.html (--no-engine: without the engine)')
  }
  await ensureInstalled(root)
  if (!single) {
    await ensureSite(root)
    return say('已就绪，页面在 dist/，nginx 的设置在 deploy/', 'done: the page is in dist/, settings for nginx in deploy/')
  }
  await ensureExtract(root)
  const { bytes } = await buildSingleFile(root, { engine: !plain })
  const size = (bytes / megabyte).toFixed(1)
  say(`已就绪，单个文件 dist-single/xieshang.html，${size} MB`, `done: one file, dist-single/xieshang.html, ${size} MB`)
}

/** @param {string[]} args */
function options(args) {
  try {
    const { values } = parseArgs({ args, options: { help: { type: 'boolean' }, 'single-file': { type: 'boolean' }, 'no-engine': { type: 'boolean' } } })
    if (!values['no-engine'] || values['single-file']) return values
  } catch (error) {
    throw new Failure(`npm run build 没有这样的选项：${args.join(' ')}。`, `npm run build has no such option: ${args.join(' ')}.`, error)
  }
  throw new Failure('--no-engine 只与 --single-file 同用。', '--no-engine goes with --single-file only.')
}

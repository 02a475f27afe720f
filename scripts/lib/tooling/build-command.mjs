import { ensureBuilt } from './build-app.mjs'
import { ensureInstalled } from './install.mjs'
import { root } from './root.mjs'
import { ensureExtract } from './sample-extract.mjs'
import { Failure, say } from './say.mjs'

/** Makes dist/, ready to be put on any static web server, from the present sources and extracts. */
export async function build() {
  const [word] = process.argv.slice(2)
  if (word === '--help') return say('用法：npm run build，写出 dist/ 和 deploy/', 'usage: npm run build, writes dist/ and deploy/')
  if (word !== undefined) throw new Failure(`npm run build 没有“${word}”这个选项。`, `npm run build has no option "${word}".`)
  await ensureInstalled(root)
  await ensureExtract(root)
  await ensureBuilt(root)
  say('已就绪，页面在 dist/，nginx 的设置在 deploy/', 'done: the page is in dist/, settings for nginx in deploy/')
}

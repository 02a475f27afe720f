import { ensureBuilt } from './build-app.mjs'
import { ensureInstalled } from './install.mjs'
import { root } from './root.mjs'
import { ensureExtract } from './sample-extract.mjs'
import { say } from './say.mjs'

/** Makes dist/, ready to be put on any static web server, from the present sources. */
export async function build() {
  await ensureInstalled(root)
  await ensureExtract(root)
  await ensureBuilt(root, { force: true })
  say('构建完成，页面在 dist/', 'built, the page is in dist/')
}

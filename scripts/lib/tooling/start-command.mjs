import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { ensureSite } from './build-app.mjs'
import { ensureInstalled } from './install.mjs'
import { root } from './root.mjs'
import { say } from './say.mjs'
import { serve } from './server.mjs'
import { startOptions } from './start-options.mjs'

/** Installs, makes the sample, builds – each only where needed – and serves the page until interrupted. */
export async function start() {
  const options = startOptions(process.argv.slice(2))
  if (!options) return
  const { port, host } = options
  await ensureInstalled(root)
  await ensureSite(root)
  const server = await serve({ root: join(root, 'dist'), port, host })
  if (port !== 0 && server.port !== port) {
    say(`端口 ${port} 已被占用，改用 ${server.port}`, `port ${port} is taken, using ${server.port}`)
  }
  say(`页面已就绪 ${server.url}`, `ready at ${server.url}`)
  if (host === '0.0.0.0' || host === '::') announceNetwork(server.port)
  closeOnSignal(server)
}

/** @param {number} port */
function announceNetwork(port) {
  const outside = Object.values(networkInterfaces()).flatMap((entries) => entries ?? [])
    .filter((entry) => !entry.internal && entry.family === 'IPv4')
  for (const { address } of outside) say(`局域网地址 http://${address}:${port}/`, `on the network at http://${address}:${port}/`)
}

/** @param {{ close: () => Promise<void> }} server */
function closeOnSignal(server) {
  // npm passes on the signal that the terminal has already sent, so the second one must find a listener too.
  const stop = () => { server.close().then(() => process.exit(0), () => process.exit(1)) }
  process.on('SIGINT', stop).on('SIGTERM', stop)
}

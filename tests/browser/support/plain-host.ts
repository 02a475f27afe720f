import { createServer, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { AddressInfo } from 'node:net'

export interface Host {
  readonly url: string
  close(): Promise<unknown>
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm' }

const listening = async (server: Server): Promise<Host> => {
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => {
      server.close(resolve)
      server.closeAllConnections()
    }),
  }
}

/** A web server as it comes: types, and no other header of ours. */
export const plainHost = (root: string): Promise<Host> =>
  listening(createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)
    readFile(join(root, path.endsWith('/') ? `${path}index.html` : path)).then(
      (body) => response.writeHead(200, { 'Content-Type': types[extname(path) || '.html'] ?? 'application/octet-stream' }).end(body),
      () => response.writeHead(404).end(),
    )
  }))

/** What the browser asks by itself about forms, whatever page it shows. */
const browsersOwn = 'content-autofill.googleapis.com:443'

/** Where every request to another host would arrive, also one that no page and no test sees; none is let through. */
export const watchfulProxy = async (): Promise<Host & { readonly asked: readonly string[] }> => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(502).end('nobody')
  })
  server.on('connect', (request, socket) => {
    if (request.url !== browsersOwn) asked.push(request.url ?? '')
    socket.destroy()
  })
  return { ...await listening(server), asked }
}

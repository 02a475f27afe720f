import { createServer } from 'node:http'
import { contentSecurityPolicy } from './content-policy.mjs'
import { isNamedHere } from './named-host.mjs'
import { refuse, refuseConnection } from './refusal.mjs'
import { securityHeaders } from './response-headers.mjs'
import { Failure } from './say.mjs'
import { serveFile } from './static-files.mjs'

const portsTried = 50

/** A request is a few lines: whoever takes longer over it, in milliseconds, holds a connection for nothing. */
const patience = { headersTimeout: 10_000, requestTimeout: 20_000, connectionsCheckingInterval: 2_000 }

/** What is wrong with a request that could not be read. */
const unreadable = new Map([['HPE_HEADER_OVERFLOW', 431], ['ERR_HTTP_REQUEST_TIMEOUT', 408]])

const everyResponse = { ...securityHeaders, 'Content-Security-Policy': contentSecurityPolicy('') }

/**
 * Serves a folder of static files until closed. A taken port moves to the next one.
 * @param {{ root: string, port?: number, host?: string }} options port 0 takes any free one
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} url ends with "/"
 * @throws {Failure} where no port is free or the host is not this machine's
 */
export async function serve({ root, port = 4173, host = '127.0.0.1' }) {
  const server = createServer(patience, (request, response) => void answer(root, host, request, response))
  server.on('clientError', (error, socket) => refuseConnection(socket, unreadable.get(String('code' in error ? error.code : '')) ?? 400, everyResponse))
  server.on('connect', (_request, socket) => refuseConnection(socket, 405, { ...everyResponse, Allow: 'GET, HEAD' }))
  const bound = await listen(server, host, port)
  return {
    url: `http://${nameForAddress(host)}:${bound}/`,
    port: bound,
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  }
}

/**
 * @param {string} root
 * @param {string} host
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(root, host, request, response) {
  for (const [name, value] of Object.entries(everyResponse)) response.setHeader(name, value)
  if (!isNamedHere(request.headers.host, host)) return refuse(response, 421)
  try {
    await serveFile(root, request, response)
  } catch {
    // A visitor who left or a file that vanished while it was sent ends this response, never the server.
    if (response.headersSent) response.destroy()
    else refuse(response, 500)
  }
}

/**
 * @param {import('node:http').Server} server
 * @param {string} host
 * @param {number} first
 */
export async function listen(server, host, first) {
  const last = Math.min(first + portsTried - 1, 65535)
  for (let port = first; port <= last; port += 1) {
    const bound = await listenOn(server, host, port)
    if (bound !== null) return bound
  }
  throw new Failure(
    `端口 ${first} 至 ${last} 均被占用，请用 --port 指定其他端口。`,
    `Ports ${first} to ${last} are all taken; choose another with --port.`
  )
}

/**
 * @param {import('node:http').Server} server
 * @param {string} host
 * @param {number} port
 * @returns {Promise<number | null>} null where the port is taken
 */
function listenOn(server, host, port) {
  return new Promise((resolve, reject) => {
    /** @param {NodeJS.ErrnoException} error */
    const failed = (error) => {
      if (error.code === 'EADDRINUSE') return resolve(null)
      reject(new Failure(`无法在 ${host}:${port} 提供服务。`, `Cannot serve at ${host}:${port} (${error.code}).`, error))
    }
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

/** @param {string} host */
function nameForAddress(host) {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

import { pipeline } from 'node:stream/promises'
import { findFile } from './found-file.mjs'
import { byteRange } from './negotiation.mjs'
import { isCompressible } from './precompress.mjs'
import { refuse } from './refusal.mjs'
import { requestedPath } from './requested-path.mjs'
import { contentSecurityPolicy } from './content-policy.mjs'
import { cacheControl, mimeType } from './response-headers.mjs'

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {import('./found-file.mjs').Found} Found
 */

/**
 * Answers one request from a folder. Looks at the disk each time, so that a build underneath a running server is served at once.
 * @param {string} root
 * @param {Request} request
 * @param {Response} response
 */
export async function serveFile(root, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(response, 405, { Allow: 'GET, HEAD', Connection: 'close' })
  }
  const names = requestedPath(request.url ?? '/')
  if (typeof names === 'number') return refuse(response, names)
  const found = await findFile(root, names, request.headers)
  if (!found) return refuse(response, 404)
  try {
    describe(names.join('/'), found, response)
    if (matchesTag(request, response)) response.writeHead(304).end()
    else await send(found, request, response)
  } finally {
    await found.file.close()
  }
}

/**
 * @param {string} path
 * @param {Found} found
 * @param {Response} response
 */
function describe(path, found, response) {
  const tag = [found.size, found.modified.getTime(), found.encoding].filter(Boolean).join('-')
  response.setHeader('Content-Security-Policy', contentSecurityPolicy(path))
  response.setHeader('Content-Type', mimeType(path))
  response.setHeader('Cache-Control', cacheControl(path))
  response.setHeader('ETag', `"${tag}"`)
  response.setHeader('Last-Modified', found.modified.toUTCString())
  response.setHeader('Accept-Ranges', 'bytes')
  if (isCompressible(path)) response.setHeader('Vary', 'Accept-Encoding')
  if (found.encoding) response.setHeader('Content-Encoding', found.encoding)
}

/**
 * @param {Request} request
 * @param {Response} response
 */
function matchesTag(request, response) {
  const asked = request.headers['if-none-match']
  if (!asked) return false
  return asked.split(',').some((tag) => tag.trim().replace(/^W\//, '') === response.getHeader('ETag'))
}

/**
 * @param {Found} found
 * @param {Request} request
 * @param {Response} response
 */
async function send(found, request, response) {
  const range = byteRange(stillValidRange(request, response), found.size)
  if (range === 'unsatisfiable') return refuse(response, 416, { 'Content-Range': `bytes */${found.size}` })
  const part = range === 'whole' ? { start: 0, end: found.size - 1 } : range
  response.setHeader('Content-Length', part.end - part.start + 1)
  if (range !== 'whole') response.setHeader('Content-Range', `bytes ${part.start}-${part.end}/${found.size}`)
  response.statusCode = range === 'whole' ? 200 : 206
  if (request.method === 'HEAD' || found.size === 0) {
    response.end()
    return
  }
  await pipeline(found.file.createReadStream({ ...part, autoClose: false }), response)
}

/**
 * @param {Request} request
 * @param {Response} response
 */
function stillValidRange(request, response) {
  const condition = request.headers['if-range']
  const unchanged = condition === undefined ||
    condition === response.getHeader('ETag') || condition === response.getHeader('Last-Modified')
  return unchanged ? request.headers.range : undefined
}

import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { acceptedEncodings, byteRange, requestedPath } from './negotiation.mjs'
import { isCompressible } from './precompress.mjs'
import { cacheControl, mimeType } from './response-headers.mjs'

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {{ path: string, size: number, modified: Date, encoding?: string }} Found
 */

/**
 * Answers one request from a folder. Looks at the disk each time, so that a build underneath a running server is served at once.
 * @param {string} root
 * @param {Request} request
 * @param {Response} response
 */
export async function serveFile(root, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(response, 405, { Allow: 'GET, HEAD' })
  }
  const names = requestedPath(request.url ?? '/')
  const found = names && await findFile(join(root, ...names), request)
  if (!names || !found) return refuse(response, 404)
  describe(names.join('/'), found, response)
  if (matchesTag(request, response)) {
    response.writeHead(304).end()
    return
  }
  await send(found, request, response)
}

/** @type {Record<number, string>} */
const reasons = {
  404: '服务器上没有这个文件，请核对网址。 / The server has no such file; check the address.',
  405: '只能读取，不能写入。 / Files can be read here, not written.',
  416: '请求的范围超出文件。 / The range asked for lies outside the file.'
}

/**
 * Plain text, never a page: an HTML answer in place of a wasm or a JSON file hides the reason.
 * @param {Response} response
 * @param {number} status
 * @param {Record<string, string>} [headers]
 */
function refuse(response, status, headers = {}) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...headers })
  response.end(`${status} ${reasons[status] ?? ''}\n`)
}

/**
 * @param {string} path
 * @param {Request} request
 * @returns {Promise<Found | null>}
 */
async function findFile(path, request) {
  const plain = await fileAt(path)
  if (!plain) return null
  // A range counts bytes of the plain file.
  if (request.headers.range === undefined && isCompressible(path)) {
    for (const { name, suffix } of acceptedEncodings(String(request.headers['accept-encoding'] ?? ''))) {
      const packed = await fileAt(path + suffix)
      // An older one was packed from what stood here before.
      if (packed && packed.modified.getTime() >= plain.modified.getTime() - 2) return { ...packed, encoding: name }
    }
  }
  return plain
}

/**
 * @param {string} path
 * @returns {Promise<Found | null>}
 */
async function fileAt(path) {
  try {
    const stats = await stat(path)
    return stats.isFile() ? { path, size: stats.size, modified: stats.mtime } : null
  } catch {
    return null
  }
}

/**
 * @param {string} path
 * @param {Found} found
 * @param {Response} response
 */
function describe(path, found, response) {
  const tag = [found.size, found.modified.getTime(), found.encoding].filter(Boolean).join('-')
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
  await pipeline(createReadStream(found.path, part), response)
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

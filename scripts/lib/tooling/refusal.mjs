import { STATUS_CODES } from 'node:http'

/** @type {Readonly<Record<number, string>>} */
const reasons = {
  400: '请求的写法不对。 / The request is malformed.',
  403: '只受理本页自己的操作。 / Only this page itself may ask this.',
  404: '服务器上没有这个文件，请核对网址。 / The server has no such file; check the address.',
  405: '只能读取，不能写入。 / Files can be read here, not written.',
  408: '请求迟迟没有发完。 / The request did not arrive in time.',
  414: '网址过长。 / The address is too long.',
  416: '请求的范围超出文件。 / The range asked for lies outside the file.',
  421: '请用启动时打印的网址打开；要用其他主机名，请以 --host 指明。 / Open the address printed at the start; name another host with --host.',
  431: '请求头过大。 / The headers of the request are too large.',
  500: '文件没有读成。 / The file could not be read.'
}

/** @param {number} status */
const textOf = (status) => `${status} ${reasons[status] ?? STATUS_CODES[status] ?? ''}\n`

const headersOfAll = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }

/**
 * Plain text, never a page: an HTML answer in place of a wasm or a JSON file hides the reason.
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {Record<string, string>} [headers]
 */
export function refuse(response, status, headers = {}) {
  // What was to be told of a file is not true of this answer.
  for (const name of ['Content-Encoding', 'Content-Length', 'Content-Range', 'ETag', 'Last-Modified']) response.removeHeader(name)
  response.writeHead(status, { ...headersOfAll, ...headers })
  response.end(textOf(status))
}

/**
 * Says no on a connection over which no request came that could be read, and ends it.
 * @param {import('node:stream').Duplex} socket
 * @param {number} status
 * @param {Record<string, string>} headers
 */
export function refuseConnection(socket, status, headers) {
  const body = textOf(status)
  const lines = Object.entries({ ...headersOfAll, ...headers, 'Content-Length': String(Buffer.byteLength(body)), 'Connection': 'close' })
    .map(([name, value]) => `${name}: ${value}\r\n`)
  if (socket.writable) socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`)
  else socket.destroy()
}

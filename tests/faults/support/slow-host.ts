import { createServer } from 'node:http'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SlowHost {
  readonly url: string
  readonly close: () => Promise<void>
}

/** How often a piece goes over the line, in milliseconds. */
const beat = 50

/** The server of a site behind a line that carries so many bytes a second, all requests together, whoever makes them. */
export const slowHost = async (site: string, bytesPerSecond: number): Promise<SlowHost> => {
  const waiting: { readonly pieces: Buffer[]; readonly send: (piece: Buffer) => void; readonly end: () => void; isWhole: boolean }[] = []
  const share = Math.floor((bytesPerSecond * beat) / 1000)
  const line = setInterval(() => {
    for (let left = share; left > 0;) {
      const one = waiting[0]
      const piece = one?.pieces.shift()
      if (!one || !piece) {
        if (!one?.isWhole) return
        one.end()
        waiting.shift()
        continue
      }
      one.send(piece.subarray(0, left))
      if (piece.length > left) one.pieces.unshift(piece.subarray(left))
      left -= Math.min(left, piece.length)
      // In turn, as a line shares itself between those who use it.
      waiting.push(...waiting.splice(0, 1))
    }
  }, beat)
  const server = createServer((asked, response) => {
    const { port, hostname } = new URL(site)
    const passed = request({ hostname, port, path: asked.url, method: asked.method, headers: { ...asked.headers, host: new URL(site).host } }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      const one = { pieces: [] as Buffer[], send: (piece: Buffer) => void response.write(piece), end: () => void response.end(), isWhole: false }
      waiting.push(one)
      answer.on('data', (piece: Buffer) => one.pieces.push(piece)).on('end', () => { one.isWhole = true })
    })
    passed.on('error', () => response.destroy())
    asked.pipe(passed)
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    close: () => new Promise((resolve) => {
      clearInterval(line)
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}

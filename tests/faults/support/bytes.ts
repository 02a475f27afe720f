import type { APIResponse, BrowserContext, Route } from 'playwright-core'

export const truncated = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2))

export const flipped = (bytes: Buffer): Buffer => {
  const changed = Buffer.from(bytes)
  const at = Math.floor(bytes.length / 2)
  changed[at] = (changed[at] ?? 0) ^ 1
  return changed
}

type Spoil = (bytes: Buffer, response: APIResponse, route: Route) => Promise<Buffer> | Buffer

/** Serves a changed body in place of a file until it is mended. */
export const changed = (path: string, spoil: Spoil) => (context: BrowserContext, mended: () => boolean): Promise<unknown> =>
  context.route(path, async (route) => {
    if (mended()) return route.continue()
    const response = await route.fetch()
    const { 'content-encoding': _encoding, 'content-length': _length, ...headers } = response.headers()
    return route.fulfill({ status: 200, headers, body: await spoil(await response.body(), response, route) })
  })

/** Answers with something else altogether until it is mended. */
export const answered = (path: string, answer: Parameters<Route['fulfill']>[0]) => (context: BrowserContext, mended: () => boolean): Promise<unknown> =>
  context.route(path, (route) => (mended() ? route.continue() : route.fulfill(answer)))

export const gone = (path: string) => answered(path, { status: 404, contentType: 'text/plain', body: '404' })

/** Changes a JSON file. */
export const rewritten = (path: string, change: (json: Record<string, unknown>) => unknown) =>
  changed(path, (bytes) => Buffer.from(JSON.stringify(change(JSON.parse(bytes.toString('utf8')) as Record<string, unknown>))))

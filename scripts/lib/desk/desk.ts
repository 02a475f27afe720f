import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { isNamedHere } from '../tooling/named-host.mjs'
import { refuse } from '../tooling/refusal.mjs'
import { mimeType, securityHeaders } from '../tooling/response-headers.mjs'
import { listen } from '../tooling/server.mjs'
import { namesOf, openIntake, type Intake } from './intake'
import { update, type Outcome, type Update, type UpdatePlaces } from './update'

/** The page of the desk loads its own script and style and speaks with its own server; nothing else. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const pageFiles = new Set(['index.html', 'desk.css', 'desk.js'])

/** What a clerk may ask of a run, as `max-rejected=0.5&as-of=2025-12-31`, in the words of the command; null where it is something else. */
const argumentsOf = (wishes: string): string[] | null => {
  const asked = [...new URLSearchParams(wishes)]
  const isFit = asked.every(([name, value]) => (name === 'max-rejected' ? /^(0(\.\d{1,4})?|1)$/.test(value) : name === 'as-of' && /^\d{4}-\d{2}-\d{2}$/.test(value)))
  return isFit ? asked.flatMap(([name, value]) => [`--${name}`, value]) : null
}

export interface DeskOptions extends UpdatePlaces {
  /** Address of the dashboard. */
  readonly site: string
  /** 0 takes any free one. */
  readonly port: number
}

export interface Desk {
  /** With a secret in it: whoever does not know it can ask nothing. Ends with "/". */
  readonly url: string
  /** Resolves once the reader has closed the desk from its page. */
  readonly closed: Promise<void>
  readonly close: () => Promise<void>
}

interface Call {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

const json = ({ response }: Call, status: number, value: unknown): void => {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
}

/** What the desk holds between calls. */
interface Held {
  intake: Intake | null
  running: Update | null
  last: Outcome | null
}

const begin = async (held: Held, call: Call, name: string): Promise<void> => {
  const names = namesOf(name)
  if (held.running !== null) return json(call, 409, { why: 'running' })
  if (names?.length !== 1) return json(call, 400, { why: 'name' })
  await held.intake?.discard()
  held.intake = await openIntake(names[0]!)
  json(call, 200, {})
}

const receive = async ({ intake, running }: Held, call: Call, path: string): Promise<void> => {
  const names = namesOf(path)
  if (names === null) return json(call, 400, { why: 'name' })
  if (intake === null || running !== null) return json(call, 409, { why: 'no intake' })
  await intake.add(names, call.request)
  json(call, 200, {})
}

/** Sends each line as it comes, and the outcome as the last one. */
const run = async (options: DeskOptions, held: Held, call: Call, wishes: string): Promise<void> => {
  const { intake } = held
  if (intake === null || held.running !== null) return json(call, 409, { why: 'no intake' })
  const args = argumentsOf(wishes)
  if (args === null) return json(call, 400, { why: 'wishes' })
  const { response } = call
  response.writeHead(200, { 'Content-Type': 'application/x-ndjson; charset=utf-8' })
  const send = (value: unknown) => void (response.writable && response.write(`${JSON.stringify(value)}\n`))
  held.running = update(options, intake.folder, args, (line) => send({ line }))
  try {
    const outcome = await held.running.outcome
    held.last = outcome
    send({ outcome, site: outcome.extract === null ? options.site : `${options.site}?extract=${encodeURIComponent(outcome.extract)}` })
  } catch (error) {
    send({ line: error instanceof Error ? error.message : String(error) })
    send({ outcome: { isDone: false, extract: null, folder: options.reports, reports: [] }, site: options.site })
  } finally {
    held.running = null
    held.intake = null
    await intake.discard()
    response.end()
  }
}

const sendReport = async ({ last }: Held, { response }: Call, file: string): Promise<void> => {
  if (!last?.reports.includes(file)) return refuse(response, 404)
  const content = await readFile(join(last.folder, file))
  const [type, place] = file.endsWith('.csv') ? ['text/csv', 'attachment'] : ['text/plain', 'inline']
  response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'Content-Disposition': `${place}; filename="${file}"` }).end(content)
}

const sendPage = async (root: string, { response }: Call, file: string): Promise<void> => {
  if (!pageFiles.has(file)) return refuse(response, 404)
  response.writeHead(200, { 'Content-Type': mimeType(file) }).end(await readFile(join(root, 'scripts', 'lib', 'desk', 'page', file)))
}

/** What the desk does at each call. */
const deskWork = (options: DeskOptions, end: () => void) => {
  const held: Held = { intake: null, running: null, last: null }
  return {
    read: async (call: Call, path: string): Promise<void> => {
      if (path === 'state') return json(call, 200, { site: options.site, isRunning: held.running !== null })
      return path.startsWith('report/') ? sendReport(held, call, path.slice('report/'.length)) : sendPage(options.root, call, path || 'index.html')
    },
    act: async (call: Call, path: string): Promise<void> => {
      const [, verb = '', rest = ''] = /^([a-z]+)(?:\/(.*))?$/s.exec(path) ?? []
      if (verb === 'begin') return begin(held, call, rest)
      if (verb === 'ledgers') return receive(held, call, rest)
      if (verb === 'run') return run(options, held, call, rest)
      if (verb !== 'cancel' && verb !== 'end') return refuse(call.response, 404)
      if (verb === 'cancel') held.running?.cancel()
      json(call, 200, {})
      if (verb === 'end') end()
    },
    stop: async (): Promise<void> => {
      held.running?.cancel()
      await held.intake?.discard()
    },
  }
}

/**
 * Serves the desk at which a clerk hands in ledgers, on loopback alone. Whatever changes something is taken from the desk's
 * own page only: it needs the secret of the address and the page's own origin.
 */
export const openDesk = async (options: DeskOptions): Promise<Desk> => {
  const secret = randomBytes(16).toString('hex')
  let close: () => void = () => undefined
  const closed = new Promise<void>((resolve) => { close = resolve })
  const work = deskWork(options, () => close())
  const answer = async (call: Call): Promise<void> => {
    const { request, response } = call
    for (const [name, value] of Object.entries({ ...securityHeaders, 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' })) response.setHeader(name, value)
    const [path = ''] = (request.url ?? '').split('?')
    if (!isNamedHere(request.headers.host, '127.0.0.1')) return refuse(response, 421)
    if (!path.startsWith(`/${secret}/`)) return refuse(response, 404)
    const rest = path.slice(secret.length + 2)
    if (request.method === 'GET' || request.method === 'HEAD') return work.read(call, rest)
    if (request.method !== 'POST' && request.method !== 'PUT') return refuse(response, 405, { Allow: 'GET, HEAD, POST, PUT', Connection: 'close' })
    return request.headers.origin === `http://${request.headers.host}` ? work.act(call, rest) : refuse(response, 403)
  }
  const server = createServer((request, response) => {
    answer({ request, response }).catch(() => {
      if (response.headersSent) response.destroy()
      else refuse(response, 500)
    })
  })
  const port = await listen(server, '127.0.0.1', options.port)
  return {
    url: `http://127.0.0.1:${port}/${secret}/`,
    closed,
    close: async () => {
      await work.stop()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

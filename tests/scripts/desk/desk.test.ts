import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Outcome } from '../../../scripts/lib/desk/update'
import { openDeskPlace, type DeskPlace } from '../../support/desk-place'

let place: DeskPlace | undefined

afterEach(async () => {
  await place?.desk.close()
  place = undefined
})

const opened = async (...options: Parameters<typeof openDeskPlace>): Promise<DeskPlace> => (place = await openDeskPlace(...options))

const own = ({ desk }: DeskPlace) => ({ Origin: new URL(desk.url).origin })
const post = (at: DeskPlace, path: string) => fetch(`${at.desk.url}${path}`, { method: 'POST', headers: own(at) })
const put = (at: DeskPlace, path: string, body: string) => fetch(`${at.desk.url}ledgers/${path}`, { method: 'PUT', headers: own(at), body })

/** Runs and gives every line said and the outcome. */
const run = async (at: DeskPlace, wishes = ''): Promise<{ readonly lines: readonly string[]; readonly outcome: Outcome; readonly site: string }> => {
  const said = (await (await post(at, `run/${wishes}`)).text()).trim().split('\n').map((line) => JSON.parse(line) as { line?: string; outcome?: Outcome; site?: string })
  const last = said.at(-1)
  if (!last?.outcome || last.site === undefined) throw new Error('no outcome')
  return { lines: said.flatMap(({ line }) => (line === undefined ? [] : [line])), outcome: last.outcome, site: last.site }
}

const ledgersLeft = () => readdirSync(tmpdir()).filter((name) => name.startsWith('xieshang-ledgers-'))

test('a folder handed in becomes an extract on the page, with its report; no copy of a ledger stays', async () => {
  const at = await opened()
  const before = ledgersLeft()
  expect((await post(at, `begin/${encodeURIComponent('算例街道')}`)).status).toBe(200)
  expect((await put(at, encodeURIComponent('劳动争议台账.csv'), '案件编号,申请日期,结案日期\n1,2025-01-06,2025-01-09\n2,2025-02-03,\n3,x,\n')).status).toBe(200)
  const { lines, outcome, site } = await run(at)
  expect(outcome, lines.join('\n')).toMatchObject({ isDone: false, extract: '算例街道' })
  expect(outcome.reports, lines.join('\n')).toEqual(['checks.csv'])
  expect(lines.join('\n')).toContain('读入 3 行，1 行（33.3 %）未通过检查')
  expect(existsSync(join(at.root, 'dist', 'index.html'))).toBe(false)
  expect(ledgersLeft()).toEqual(before)

  await post(at, `begin/${encodeURIComponent('算例街道')}`)
  await put(at, `${encodeURIComponent('2025 年')}/${encodeURIComponent('劳动争议台账.csv')}`, '案件编号,申请日期,结案日期\n1,2025-01-06,2025-01-09\n2,2025-02-03,\n')
  const again = await run(at)
  expect(again.outcome, again.lines.join('\n')).toMatchObject({ isDone: true, extract: '算例街道', reports: ['report.md', 'checks.csv'] })
  expect(again.site).toBe(`http://127.0.0.1:1/?extract=${encodeURIComponent('算例街道')}`)
  expect(site).toBe(again.site)
  expect(readFileSync(join(at.root, 'dist', 'index.html'), 'utf8')).toBe('<main>算例街道</main>')
  const report = await fetch(`${at.desk.url}report/report.md`)
  expect(await report.text()).toContain('读入 2 行，采用 2 行')
  expect((await fetch(`${at.desk.url}report/names.csv`)).status).toBe(404)
  expect((await fetch(`${at.desk.url}report/..%2f..%2fid.key`)).status).toBe(404)
  expect(ledgersLeft()).toEqual(before)
})

test('whoever does not know the secret, or comes from another page or under another name, is refused', async () => {
  const at = await opened()
  const { origin, host, pathname } = new URL(at.desk.url)
  expect((await fetch(`${origin}/`)).status).toBe(404)
  expect((await fetch(`${origin}/${'0'.repeat(32)}/`)).status).toBe(404)
  expect((await fetch(`${at.desk.url}begin/a`, { method: 'POST' })).status).toBe(403)
  expect((await fetch(`${at.desk.url}end`, { method: 'POST', headers: { Origin: 'http://elsewhere.example' } })).status).toBe(403)
  expect((await fetch(`${at.desk.url}begin/a`, { method: 'DELETE', headers: own(at) })).status).toBe(405)
  expect((await fetch(`${at.desk.url}begin/a`)).status).toBe(404)
  const named = await new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: host.split(':')[1], path: pathname, headers: { Host: 'rebound.example' } }, (response) => resolve(response.statusCode)).on('error', reject).end()
  })
  expect(named).toBe(421)
})

test('its page runs nothing but its own script and may be framed by nobody', async () => {
  const at = await opened()
  const page = await fetch(at.desk.url)
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(page.headers.get('referrer-policy')).toBe('no-referrer')
  const html = await page.text()
  expect(html).not.toMatch(/<script(?! src="desk\.js")|\son\w+=|style="/)
  for (const file of ['../desk.ts', '..%2fdesk.ts', 'intake.ts', 'index.html%00']) expect((await fetch(`${at.desk.url}${file}`)).status, file).toBe(404)
})

test.each(['..', '%2e%2e', 'a%2fb', 'a%5cb', 'a%00b', 'c%3ab', 'a/..', 'a/../../b', 'a//b', 'x%20', '%', ''])('a ledger called %j goes nowhere', async (name) => {
  const at = await opened()
  await post(at, 'begin/street')
  // fetch itself resolves dots away; they must arrive as they are.
  const { port, pathname } = new URL(at.desk.url)
  const status = await new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: `${pathname}ledgers/${name}`, method: 'PUT', headers: own(at) }, (response) => resolve(response.statusCode))
    sent.on('error', reject).end('x')
  })
  expect(status).toBe(400)
  expect(readdirSync(at.root).sort()).toEqual(['dist', 'dist-server', 'id.key', 'public', 'scripts'])
})

test('one update at a time, and it can be stopped', async () => {
  const at = await opened({ extract: [process.execPath, '-e', 'console.log("reading"); setInterval(() => {}, 1000)', '--'] })
  await post(at, 'begin/street')
  const running = run(at)
  while (!(await (await fetch(`${at.desk.url}state`)).json() as { isRunning: boolean }).isRunning) await new Promise((resolve) => { setTimeout(resolve, 10) })
  expect((await post(at, 'begin/other')).status).toBe(409)
  expect((await post(at, 'run')).status).toBe(409)
  expect((await post(at, 'cancel')).status).toBe(200)
  expect((await running).outcome).toMatchObject({ isDone: false, reports: [] })
  expect((await post(at, 'begin/other')).status).toBe(200)
})

test('what fails the checks may be let pass, and the as-of date given; nothing else is taken', async () => {
  const at = await opened()
  await post(at, 'begin/street')
  await put(at, encodeURIComponent('劳动争议台账.csv'), '案件编号,申请日期\n1,2025-01-06\n2,x\n')
  for (const wishes of ['key=/etc/passwd', 'max-rejected=2', 'as-of=2025', 'as-of=2025-01-31&out=/tmp']) expect((await post(at, `run/${wishes}`)).status, wishes).toBe(400)
  const { outcome, lines } = await run(at, 'max-rejected=1&as-of=2025-01-31')
  expect(outcome, lines.join('\n')).toMatchObject({ isDone: true })
  expect(lines.join('\n')).toContain('截至 2025-01-31')
})

test('it ends when its page says so', async () => {
  const at = await opened()
  await post(at, 'end')
  await at.desk.closed
  expect((await post(at, 'run')).status).toBe(409)
})

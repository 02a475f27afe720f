import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../say.mjs'
import { startNames } from './start-files.mjs'

const patience = 120_000

/** Three disputes, one open: enough to see that what goes in comes out. */
const ledger = '案件编号,申请日期,争议类型,办理层级,结果,结案日期\n1,2025-01-06,劳动报酬,企业内部协商,和解,2025-01-09\n2,2025-02-03,工伤,企业内部协商,和解,2025-02-10\n3,2025-03-04,劳动报酬,企业内部协商,,\n'
const name = '试用街道'

/**
 * Uses a release as its reader would, on this machine: opens it by its start file with nothing else at hand, looks at the
 * page, hands in a ledger, reads the report, and looks at the page again.
 * @param {string} folder of the unpacked release
 * @throws {Failure} saying what did not come
 */
export async function tryOut(folder) {
  const home = join(folder, '.home')
  mkdirSync(home)
  const child = spawn(join(folder, startNames.linux), ['--no-open', '--port', '0'], { env: { PATH: '/usr/bin:/bin', HOME: home }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => { said += text })
  try {
    const { site, desk } = await addresses(() => said, child)
    await expectPage(site, '示例数据')
    const outcome = await handIn(desk)
    if (!outcome.isDone || outcome.extract !== name || !outcome.reports.includes('report.md')) throw failed(`更新没有成功：${JSON.stringify(outcome)}`, 'the update did not succeed')
    const report = await (await fetch(`${desk}report/report.md`)).text()
    if (!report.includes('读入 3 行，采用 3 行')) throw failed(`核对报告不对：${report}`, 'the report is not what it should be')
    await expectPage(site, name)
  } finally {
    child.kill()
  }
}

/** @param {string} zh @param {string} en */
const failed = (zh, en) => new Failure(`发布包试用未通过：${zh}`, `Trying out the release failed: ${en}.`)

/**
 * @param {() => string} said
 * @param {import('node:child_process').ChildProcess} child
 */
async function addresses(said, child) {
  for (const end = Date.now() + patience; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const found = said().match(/http:\/\/127\.0\.0\.1:\d+\/(?:[0-9a-f]{32}\/)?/g) ?? []
    const [site, desk] = [...new Set(found)].sort((a, b) => a.length - b.length)
    if (site && desk) return { site, desk }
    if (child.exitCode !== null) break
  }
  throw failed(`程序没有打开：${said()}`, `the program did not open: ${said()}`)
}

/** @param {string} site @param {string} wanted */
async function expectPage(site, wanted) {
  const html = await (await fetch(site)).text()
  if (!html.includes(wanted)) throw failed(`首页上没有“${wanted}”`, `the first page has no "${wanted}"`)
}

/** @param {string} desk */
async function handIn(desk) {
  const headers = { Origin: new URL(desk).origin }
  const begun = await fetch(`${desk}begin/${encodeURIComponent(name)}`, { method: 'POST', headers })
  const taken = await fetch(`${desk}ledgers/${encodeURIComponent('劳动争议台账.csv')}`, { method: 'PUT', headers, body: ledger })
  if (!begun.ok || !taken.ok) throw failed('台账没有收下', 'the ledger was not taken')
  const lines = (await (await fetch(`${desk}run`, { method: 'POST', headers })).text()).trim().split('\n').map((line) => JSON.parse(line))
  const last = lines.at(-1)
  if (!last?.outcome) throw failed(JSON.stringify(lines), 'no outcome was told')
  return last.outcome.isDone ? last.outcome : { ...last.outcome, lines }
}

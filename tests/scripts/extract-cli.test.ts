import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ledgers } from './stage/ledgers'

// Each case starts a process of its own; beside the other test files two cores are soon taken.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const root = fileURLToPath(new URL('../..', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'xieshang-cli-'))
const key = join(work, 'id.key')

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

interface Running {
  readonly ended: Promise<Ended>
  readonly interrupt: () => void
}

const start = (script: 'extract' | 'ask', args: readonly string[], temp = tmpdir()): Running => {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'scripts', `${script}.ts`), ...args], {
    cwd: root, env: { ...process.env, TMPDIR: temp }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (piece: Buffer) => { said.out += piece.toString() })
  child.stderr.on('data', (piece: Buffer) => { said.err += piece.toString() })
  return {
    ended: new Promise((resolve) => { child.on('close', code => resolve({ code, ...said })) }),
    interrupt: () => void child.kill('SIGINT'),
  }
}

const extract = (folder: string, out: string, ...more: string[]): Promise<Ended> =>
  start('extract', [folder, '--out', join(work, out), '--reports', join(work, 'reports', out), '--key', key, ...more]).ended

const folder = (name: string, files: Readonly<Record<string, string>>): string => {
  const path = join(work, 'in', name)
  mkdirSync(path, { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text)
  return path
}

const filesUnder = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true }).filter(one => one.isFile()).map(one => join(one.parentPath, one.name)).sort()

const hashesOf = (path: string): Readonly<Record<string, string>> => Object.fromEntries(
  filesUnder(path).map(file => [file.slice(path.length), createHash('sha256').update(readFileSync(file)).digest('hex')]))

const canaries = ['金丝雀', 'CANARY', '91310106MA1CANARY9', '13900001111']

const canaryFolder = (): string => folder('street', {
  '企业台账.csv': '企业名称,统一社会信用代码,居民区,行业代码,联系人电话\n金丝雀一号餐饮有限公司,91310106MA1CANARY9,普善,H62,13900001111\n示例二号有限公司,,城上城,F52,\n',
  '劳动争议台账.csv': `金丝雀街道登记表,,,,,,,,
案件编号,单位名称,统一社会信用代码,居民区,申请日期,结案日期,争议类型,处理结果,案情
A1,金丝雀一号餐饮有限公司,91310106MA1CANARY9,普善,2024-01-05,2024-01-20,欠薪,达成协议,CANARY 张三 13900001111
A2,查无金丝雀有限公司,,金丝雀居民区,2024-02-05,,CANARY 口角,在办,
A3,示例二号有限公司,,城上城,2024-03-05,2024-03-09,加班费,撤回,
A4,示例二号有限公司,,城上城,2024-03-06,2024-04-09,加班费,达成协议,
A5,示例二号有限公司,,城上城,2024-03-06,CANARY,加班费,达成协议,
A6,示例二号有限公司,,城上城,CANARY,,加班费,在办,
合计,金丝雀合计,,,,,,,
`,
  '争议调处过程.csv': '案件编号,序号,层级,进入日期,结束日期,结果,联动部门\nA1,1,一级,2024-01-05,2024-01-20,达成协议,CANARY 派出所\n',
})

beforeAll(() => writeFileSync(key, 'a key for tests, 32 bytes long....'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

describe('npm run extract on a street', () => {
  let first: Ended
  beforeAll(async () => {
    const street = canaryFolder()
    const [run] = await Promise.all([extract(street, 'one'), extract(street, 'two')])
    first = run
  })

  it('says what was written, and nothing else where there is no terminal', () => {
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out).toContain('（截至 2024-04-09）：企业台账 2/2，劳动争议台账 5/6，争议调处过程 1/1\n核对报告：')
    expect(first.out).toContain('(as of 2024-04-09): enterprises 2/2, disputes 5/6, dispute_stages 1/1; check report: ')
    expect(readdirSync(join(work, 'one'))).toEqual(['index.json', 'street'])
  })

  it('writes the same bytes for the same input', () => {
    const files = hashesOf(join(work, 'one'))
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['/street/manifest.json', '/street/checks.json', '/street/disputes.parquet', '/street/answers/overview.json']))
    expect(hashesOf(join(work, 'two'))).toEqual(files)
  })

  it('lets no name, code or free text into the extract', async () => {
    const files = filesUnder(join(work, 'one'))
    const tables = files.filter(file => file.endsWith('.parquet'))
    expect(tables.length).toBeGreaterThan(3)
    const connection = await (await DuckDBInstance.create()).connect()
    const decoded: string[] = []
    for (const file of tables) decoded.push(JSON.stringify((await connection.runAndReadAll(`SELECT * FROM read_parquet('${file}')`)).getRowsJson()))
    connection.closeSync()
    expect(decoded.join('')).toContain('"A1"')
    const all = decoded.join('\n') + files.map(file => readFileSync(file).toString()).join('\n')
    expect(canaries.filter(canary => all.includes(canary))).toEqual([])
  })

  it('tells the clerk each of them in the report, which stays outside', () => {
    const checks = readFileSync(join(work, 'reports/one/street/checks.csv'), 'utf8')
    for (const told of ['查无金丝雀有限公司,enterprise.unmatched', '金丝雀居民区,disputes.area_code.unknown_place', 'CANARY 口角,disputes.cause.type', 'CANARY,disputes.opened_on.type,reject'])
      expect(checks).toContain(told)
    expect(readFileSync(join(work, 'reports/one/street/report.md'), 'utf8')).toContain('劳动争议台账.csv: 案情')
  })

  it('is asked, and answers nothing but JSON', async () => {
    const asked = await start('ask', ['disputes.opened', '--extract', join(work, 'one/street'), '--by', 'area', '--grain', 'all', '--format', 'json']).ended
    expect(asked).toMatchObject({ code: 0, err: '' })
    const { answers } = JSON.parse(asked.out) as { answers: readonly { readonly area: string | null, readonly value: number, readonly missing: string | null }[] }
    expect(answers.filter(one => one.value > 0).map(one => [one.area, one.value, one.missing])).toEqual(
      expect.arrayContaining([['310106022017', 1, null], ['310106022016', 3, null], [null, 1, null]]))
  })

  it('is asked of a damaged extract, and says which file', async () => {
    const broken = join(work, 'broken')
    cpSync(join(work, 'one/street'), broken, { recursive: true })
    writeFileSync(join(broken, 'disputes.parquet'), 'x')
    const asked = await start('ask', ['disputes.opened', '--extract', broken]).ended
    expect(asked).toMatchObject({ code: 2, out: '' })
    expect(asked.err).toMatch(/错误：.*disputes\.parquet 已损坏或不完整/)
    expect(asked.err).toMatch(/Error: .*disputes\.parquet is damaged or incomplete/)
  })

  it('counts up to an earlier as-of date: what closed later is pending, what opened later is not there', async () => {
    expect(await extract(canaryFolder(), 'early', '--as-of', '2024-03-05')).toMatchObject({ code: 0 })
    const asked = await start('ask', ['disputes.opened', 'disputes.closed', 'disputes.open', '--extract', join(work, 'early/street'), '--grain', 'all', '--format', 'json']).ended
    const { answers } = JSON.parse(asked.out) as { answers: readonly { readonly metric: string, readonly value: number }[] }
    expect(Object.fromEntries(answers.map(one => [one.metric, one.value]))).toEqual({ 'disputes.opened': 3, 'disputes.closed': 1, 'disputes.open': 2 })
  })
})

describe('npm run extract on what cannot be trusted', () => {
  const header = '案件编号,申请日期,结案日期\n'
  const rows = (wrong: number): string => header + Array.from({ length: 10 }, (_, i) => `A${i},2024-02-01,${i < wrong ? '2024-01-01' : '2024-03-01'}\n`).join('')
  const one = (name: string, file: string, text: string): string => folder(name, { [file]: text })

  it.concurrent.each<[string, () => string, readonly string[], number, string, string]>([
    ['no such folder', () => join(work, 'nowhere'), [], 1, '找不到数据文件夹', 'There is no source folder'],
    ['an old workbook', () => one('xls', '劳动争议台账.xls', 'x'), [], 1, '看到的文件：劳动争议台账.xls', 'save an old .xls as .xlsx'],
    ['a header and nothing else', () => ledgers('bad-header-only'), [], 1, '劳动争议台账.csv 只有表头，没有数据行', 'Fill in at least one ledger'],
    ['a required column missing', () => ledgers('bad-missing-column'), [], 1, '缺少必填列 申请日期（opened_on）', 'the required column opened_on (申请日期) is missing'],
    ['a key file that does not exist', () => one('named', '劳动争议台账.csv', '案件编号,单位名称,申请日期\nA,甲公司,2024-02-01\n'), ['--key', join(work, 'new.key')], 1, `没有密钥文件 ${join(work, 'new.key')}`, 'run once without --key, which makes one at '],
    ['two required columns missing', () => one('bare', '劳动争议台账.csv', '结案日期,处理结果\n2024-02-01,在办\n'), [], 1, '缺少必填列 案件编号（dispute_id）、申请日期（opened_on）', 'required columns are missing: dispute_id (案件编号), opened_on (申请日期). Add the columns'],
    ['a mapping entry that fits no file', () => folder('unmapped', { '劳动争议台账.csv': rows(0), 'source.json': '{"files":[{"match":"case*.csv","table":"disputes"}]}' }), [], 1, 'files[0].match：没有文件与“case*.csv”相符', 'files[0].match: no file fits'],
    ['an option that is none', () => one('fine', '劳动争议台账.csv', rows(0)), ['--as_of', '2024-01-01'], 2, '没有“--as_of”这个选项', 'There is no option "--as_of"'],
    ['an option without its value', () => one('fine', '劳动争议台账.csv', rows(0)), ['--as-of'], 2, '选项“--as-of”后面要写一个值', 'The option "--as-of" needs a value'],
    ['a mapping that is not there', () => one('fine', '劳动争议台账.csv', rows(0)), ['--mapping', join(work, 'none.json')], 1, `没有映射文件 ${join(work, 'none.json')}`, 'There is no mapping'],
    ['a mapping that is a folder', () => one('fine', '劳动争议台账.csv', rows(0)), ['--mapping', work], 1, '是文件夹，不是映射文件', 'is a folder, not a mapping'],
    ['a mapping that is no JSON', () => folder('broken', { '劳动争议台账.csv': rows(0), 'source.json': '{"files": [' }), [], 1, '不是有效的 JSON', 'is not valid JSON'],
    ['a limit that is none', () => one('fine', '劳动争议台账.csv', rows(0)), ['--max-rejected', ''], 2, '--max-rejected 应在 0 到 1 之间', '--max-rejected lies between 0 and 1'],
    ['a place that is a file', () => one('fine', '劳动争议台账.csv', rows(0)), ['--out', key], 1, `无法读写 ${key}（EEXIST）`, `cannot read or write ${key} (EEXIST)`],
    ['a report folder that is a file', () => one('fine', '劳动争议台账.csv', rows(0)), ['--reports', key], 1, `核对报告写不进文件夹 ${join(key, 'fine')}（ENOTDIR），数据包没有生成`, 'or name another folder with --reports'],
    ['a date that is none', () => one('fine', '劳动争议台账.csv', rows(0)), ['--as-of', '2024-02-30'], 1, '截止日 2024-02-30 不是有效日期', 'The as-of date 2024-02-30 is not a date'],
  ])('%s: one message, what to do, an exit code', async (name, make, options, code, zh, en) => {
    const ended = await extract(make(), `bad ${name}`, ...options)
    expect(ended).toMatchObject({ code, out: '' })
    const [first = '', ...rest] = ended.err.trimEnd().split('\n')
    expect(first).toContain('错误：')
    expect(first).toContain(zh)
    expect(rest.at(-1)).toContain('Error: ')
    expect(rest.at(-1)).toContain(en)
    expect(ended.err).not.toMatch(/\n {4}at /)
    expect(existsSync(join(work, `bad ${name}`))).toBe(false)
  })

  it('takes a fifth of wrong rows and no more, and a failed run leaves the extract as it was', async () => {
    const source = one('rejects', '劳动争议台账.csv', rows(2))
    expect(await extract(source, 'kept')).toMatchObject({ code: 0 })
    const before = hashesOf(join(work, 'kept'))
    writeFileSync(join(source, '劳动争议台账.csv'), rows(3))
    const failed = await extract(source, 'kept')
    expect(failed.code).toBe(1)
    expect(failed.err).toContain('3 行（30.0 %）未通过检查，超过上限 20.0 %。主要原因：结案日期早于申请日期 3 行（如 劳动争议台账.csv 第 2 行：2024-02-01 → 2024-01-01）')
    expect(failed.err).toContain('disputes: 3 of 10 rows (30.0 %) fail the checks, over the limit of 20.0 %')
    expect(hashesOf(join(work, 'kept'))).toEqual(before)
    expect(readdirSync(join(work, 'reports/kept/rejects'))).toEqual(['checks.csv'])
    expect(readFileSync(join(work, 'reports/kept/rejects/checks.csv'), 'utf8').trimEnd().split('\r\n')).toHaveLength(4)
  })
})

describe('what must not go unseen', () => {
  it('stands on the console behind the result, and at the head of the report', async () => {
    const source = folder('aloud', {
      '劳动争议台账.csv': `案件编号,申请日期\n${Array.from({ length: 30 }, (_, i) => `A${i},2024-02-${String(i % 28 + 1).padStart(2, '0')}\n`).join('')}B,2190-01-01\n`,
      '劳动争议台账2023.xls': 'x',
    })
    const ended = await extract(source, 'aloud')
    expect(ended).toMatchObject({ code: 0 })
    expect(ended.out).toContain('（截至 2024-02-28）')
    const report = readFileSync(join(work, 'reports/aloud/aloud/report.md'), 'utf8')
    for (const told of ['未读取 1 个文件：劳动争议台账2023.xls（', '有 1 行的日期晚于今天（', '劳动争议台账.csv 第 32 行 申请日期 2190-01-01', '1 file not read: ', '1 row has a date after today (']) {
      expect(ended.err).toContain(told)
      expect(report).toContain(told)
    }
    expect(ended.err).toMatch(/^注意：.+\nNote: /)
    expect(report.indexOf('### 请先看')).toBeLessThan(report.indexOf('### 采用但请核对'))
  })

  it('writes the report of a failed run where that of a good one goes', async () => {
    const source = folder('A Street_2024', { 'source.json': '{"name":"my-street"}', 'disputes.csv': 'dispute_id,opened_on\nA,x\nB,y\n' })
    expect(await extract(source, 'named')).toMatchObject({ code: 1 })
    expect(readdirSync(join(work, 'reports/named'))).toEqual(['my-street'])
  })
})

describe('Ctrl-C', () => {
  it('leaves neither temporary folders nor half an extract', async () => {
    const source = folder('long', { '劳动争议台账.csv': '案件编号,申请日期\nA1,2024-01-01\n' })
    expect(await extract(source, 'interrupted')).toMatchObject({ code: 0 })
    const before = hashesOf(join(work, 'interrupted'))
    writeFileSync(join(source, '劳动争议台账.csv'), `案件编号,申请日期\n${Array.from({ length: 400_000 }, (_, i) => `A${i},2024-01-0${i % 9 + 1}\n`).join('')}`)
    const temp = join(work, 'temp')
    mkdirSync(temp)
    const databases = (): readonly string[] => readdirSync(temp).filter(name => name.startsWith('xieshang-'))
    const run = start('extract', [source, '--out', join(work, 'interrupted'), '--reports', join(work, 'reports/long'), '--key', key], temp)
    while (databases().length === 0) await new Promise(resolve => setTimeout(resolve, 20))
    run.interrupt()
    const ended = await run.ended
    expect(ended.code).toBe(130)
    expect(ended.err).toContain('已中断')
    expect(databases()).toEqual([])
    expect(hashesOf(join(work, 'interrupted'))).toEqual(before)
  })
})

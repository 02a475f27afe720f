import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Manifest } from '../../../src/domain/manifest'
import { extractPublic } from '../../../scripts/lib/extract-public'
import { bakedFaults } from '../../../scripts/lib/write/public/audit-baked'
import { fileFaults } from '../../../scripts/lib/write/public/audit-files'
import { rowFaults } from '../../../scripts/lib/write/public/audit-rows'
import { secretFinder } from '../../../scripts/lib/write/public/secret-finder'
import { secretsOf } from '../../../scripts/lib/write/public/secrets'
import { stage } from '../../../scripts/lib/stage/stage'
import { ledgerAsOf, miniLedger } from '../../support/mini-ledger'

const room = mkdtempSync(join(tmpdir(), 'xieshang-audit-'))
let [source, folder]: [string, string] = ['', '']
let manifest: Manifest
let secrets: ReadonlySet<string>
let connection: DuckDBConnection

beforeAll(async () => {
  source = await miniLedger(7, 160)
  const made = await extractPublic({ folder: source, out: join(room, 'out'), ledger: join(room, 'ledger.json'), reports: join(room, 'reports'), asOf: ledgerAsOf, maxRejected: 1 })
  folder = made.folder
  manifest = made.manifest
  const staged = await stage({ folder: source, asOf: ledgerAsOf, maxRejected: 1 })
  secrets = await secretsOf(staged)
  staged.close()
  connection = await (await DuckDBInstance.create()).connect()
}, 120_000)

let copies = 0
const copy = (): string => {
  const made = join(room, `copy-${copies += 1}`)
  cpSync(folder, made, { recursive: true })
  return made
}

const rewrite = async (fact: string, select: string): Promise<string> => {
  const made = copy()
  await connection.run(`COPY (${select.replaceAll('FACT', `read_parquet('${join(folder, `${fact}.parquet`)}')`)}) TO '${join(made, `${fact}.parquet`)}' (FORMAT parquet)`)
  return made
}

const rows = (made: string, told: Manifest = manifest): Promise<string[]> => rowFaults(connection, (file) => join(made, file), told)

test('the secrets of the ledgers are names and ids of enterprises, and of cases', () => {
  expect(secrets.size).toBeGreaterThan(100)
  expect([...secrets]).toEqual(expect.arrayContaining(['算例1号']))
  expect([...secrets].some((secret) => readFileSync(join(source, 'disputes.csv'), 'utf8').includes(`\n${secret},`))).toBe(true)
})

test('a secret is found wherever it stands, also where JSON escapes it, and a part of one is none', () => {
  const holds = secretFinder(['算例1号', 'E"7"', 'ab'])
  expect(['算例1号', 'x算例1号y', JSON.stringify({ name: 'E"7"' }), 'E"7"'].map((text) => holds(Buffer.from(text)))).toEqual([true, true, true, true])
  expect(['', '算例1', '算例', 'ab', 'E7'].map((text) => holds(Buffer.from(text)))).toEqual([false, false, false, false, false])
})

describe('nothing speaks against the extract as it was made', () => {
  test('in its rows', async () => {
    expect(await rows(folder)).toEqual([])
  })

  test('in its files', async () => {
    expect(await fileFaults(folder, manifest, secrets)).toEqual([])
  })
})

describe('the audit finds', () => {
  test.each([
    ['a count below the base', 'disputes', 'SELECT * REPLACE (CAST(3 AS INTEGER) AS n) FROM FACT', 'below the base'],
    ['a flag of part of a row', 'disputes', 'SELECT * REPLACE (CAST(1 AS INTEGER) AS pending) FROM FACT', 'partly pending'],
    ['a month within a quarter', 'stages', 'SELECT * REPLACE (entered_month - 1 AS entered_month) FROM FACT', 'within a quarter'],
    ['a row told twice', 'stages', 'SELECT * FROM FACT UNION ALL (SELECT * FROM FACT LIMIT 1)', 'rows twice'],
    ['an id beside the numbers', 'disputes', `SELECT *, 'D1' AS dispute_id FROM FACT`, 'a column dispute_id'],
    ['a finer dimension', 'disputes', `SELECT *, 'pay_arrears' AS cause FROM FACT`, 'a column cause'],
    ['a name where a member should be', 'union_states', `SELECT * REPLACE ('算例1号' AS area) FROM FACT`, 'names 算例1号 as area'],
  ])('%s', async (_, fact, select, why) => {
    expect((await rows(await rewrite(fact, select))).join('\n')).toContain(why)
  })

  test('something written into the head of a file', async () => {
    const made = copy()
    await connection.run(`COPY (SELECT * FROM read_parquet('${join(folder, 'stages.parquet')}')) TO '${join(made, 'stages.parquet')}' (FORMAT parquet, KV_METADATA {note: '算例1号'})`)
    expect((await rows(made)).join('\n')).toContain('carries note')
  })

  test('a fact that is not for the public', async () => {
    const [any] = Object.values(manifest.facts)
    if (!any) throw new Error('There is no fact')
    expect((await rows(folder, { ...manifest, facts: { ...manifest.facts, flows: any } })).join('\n')).toContain('flows is not for the public')
  })

  test('a file that nothing lists', async () => {
    const made = copy()
    writeFileSync(join(made, 'names.csv'), 'a,b')
    expect(await fileFaults(made, manifest, secrets)).toEqual(['names.csv is not listed'])
  })

  test.each([
    ['an enterprise by name', '算例1号'],
    ['an enterprise by its number', () => [...secrets].find((secret) => /^[0-9a-f]{16}$/.test(secret)) ?? ''],
  ])('%s, in text and in a binary file', async (_, given) => {
    const secret = typeof given === 'string' ? given : given()
    expect(secret.length).toBeGreaterThanOrEqual(4)
    for (const file of ['checks.json', 'answers/overview.json', 'disputes.parquet']) {
      const made = copy()
      writeFileSync(join(made, file), Buffer.concat([readFileSync(join(made, file)), Buffer.from(secret)]))
      expect(await fileFaults(made, manifest, secrets)).toEqual([`${file} holds a name or an id of the ledgers`])
    }
  })

  test('the day of a case', async () => {
    const made = copy()
    writeFileSync(join(made, 'checks.json'), '{"since":"2024-05-17"}')
    expect(await fileFaults(made, manifest, secrets)).toEqual(['checks.json names the day 2024-05-17'])
  })
})

describe('what was baked', () => {
  const baked = async (made: string): Promise<string[]> => bakedFaults(await (await DuckDBInstance.create()).connect(), made, manifest)

  test('is what the facts give', async () => {
    expect(await baked(folder)).toEqual([])
  })

  test('is found where an answer says another number', async () => {
    const made = copy()
    const file = join(made, 'answers/disputes.json')
    const text = readFileSync(file, 'utf8')
    const changed = text.replace(/"value":(\d+),/, (_, value: string) => `"value":${Number(value) + 1},`)
    expect(changed).not.toBe(text)
    writeFileSync(file, changed)
    expect(await baked(made)).toEqual(['answers/disputes.json says what its facts do not'])
  })

  test('is found where it answers what the page does not ask', async () => {
    const made = copy()
    const file = join(made, 'answers/disputes.json')
    const read = JSON.parse(readFileSync(file, 'utf8')) as { answers: Record<string, unknown> }
    writeFileSync(file, JSON.stringify({ ...read, answers: { ...read.answers, more: Object.values(read.answers)[0] } }))
    expect(await baked(made)).toEqual(['answers/disputes.json answers what disputes does not ask'])
  })

  test('is found where a result holds another number', async () => {
    const made = copy()
    const file = join(made, 'answers/disputes.bin')
    const bytes = readFileSync(file)
    const last = bytes.length - 8
    bytes[last] = (bytes[last] ?? 0) ^ 1
    writeFileSync(file, bytes)
    expect((await baked(made)).join()).toContain('holds what its facts do not')
  })
})

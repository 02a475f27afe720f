import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import type { Manifest } from '../../src/domain/manifest'
import { extract } from '../../scripts/lib/extract-command'
import { formulaPayloads, payloads, wellFormed } from '../support/payloads'

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
const csv = (header: readonly string[], rows: readonly (readonly string[])[]): string => [header, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')

/** Without those that a ledger's cell means nothing by: blanks, dashes and NULL. */
const written = payloads.map(wellFormed).filter((payload) => payload !== 'NULL' && payload.replace(/[\s\p{C}\-~.]/gu, '') !== '')

const caseColumns = ['案件编号', '申请日期', '结案日期', '企业名称', '居民区', '争议类型', '处理结果', '备注']
const firmColumns = ['企业编号', '企业名称', '统一社会信用代码', '居民区', '行业代码', '企业规模', '备注']

interface Made {
  readonly manifest: Manifest
  readonly folder: string
  readonly report: string
}

/** An extract of two ledgers whose texts are these, one a row, and one of a file with a name of its own. */
const extractOf = async (texts: readonly string[], file: string): Promise<Made> => {
  const place = mkdtempSync(join(tmpdir(), 'xieshang-hostile-'))
  const source = join(place, 'street')
  mkdirSync(source)
  const day = (i: number) => `2025-0${String(1 + (i % 6))}-1${String(i % 10)}`
  writeFileSync(join(source, file), `\uFEFF${csv(caseColumns, texts.map((text, i) => [`N${String(i)}`, day(i), '', text, text, text, text, text]))}`)
  writeFileSync(join(source, '企业台账.csv'), `\uFEFF${csv(firmColumns, texts.map((text, i) => [`E${String(i)}`, text, text, text, text, text, text]))}`)
  writeFileSync(join(place, 'id.key'), 'k'.repeat(32))
  return extract({ folder: source, out: join(place, 'out'), reports: join(place, 'reports'), keyFile: join(place, 'id.key'), maxRejected: 1, detail: 'case', bake: true })
}

const shapeOf = ({ facts }: Manifest) => Object.entries(facts).map(([id, { columns }]) => [id, columns.map(({ name, type }) => `${name} ${type}`)])

const textOf = (folder: string): string => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => readFileSync(join(one.parentPath, one.name)).toString('latin1')).join('\n')

test('whatever a ledger holds, the extract has the tables it has of any other, and counts every case', async () => {
  const [hurt, plain] = [await extractOf(written, '劳动争议台账.csv'), await extractOf(written.map((_, i) => `文字${String(i)}`), '劳动争议台账.csv')]
  expect(written.length).toBeGreaterThan(400)
  expect(shapeOf(hurt.manifest)).toEqual(shapeOf(plain.manifest))
  const kept = ({ manifest }: Made) => Object.fromEntries(manifest.tables.filter(({ read }) => read > 0).map(({ name, read, kept: all }) => [name, [read, all]]))
  expect(kept(hurt)).toEqual(kept(plain))
  expect(hurt.manifest.facts['disputes']?.rows).toBe(written.length)
})

test('no text of a ledger comes into the extract, run or as it is', async () => {
  const { folder } = await extractOf(written, '劳动争议台账.csv')
  const all = textOf(folder)
  const told = written.filter((payload) => payload.length > 6 && payload.length < 200 && /[<>;=]/.test(payload) && all.includes(Buffer.from(payload).toString('latin1')))
  expect(told).toEqual([])
  expect(existsSync(join(folder, 'x.csv'))).toBe(false)
})

test('a report of them starts no formula', async () => {
  const { report } = await extractOf(written, '劳动争议台账.csv')
  for (const name of ['checks.csv', 'names.csv']) {
    const { data } = Papa.parse<string[]>(readFileSync(join(report, name), 'utf8').replace(/^\uFEFF/, ''))
    const cells = data.flat()
    expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^[+-]?[\d.,]+$/.test(cell))).toEqual([])
    expect(formulaPayloads.filter((payload) => cells.some((cell) => cell.includes(payload.trim()))).length).toBeGreaterThan(10)
  }
})

test.each(['劳动争议台账<img src=x onerror=alert(1)>.csv', "劳动争议台账'; DROP TABLE disputes; --.csv", '劳动争议台账$(id)`id`.csv', '劳动争议台账=cmd().csv', '劳动争议台账%2e%2e%2f.csv', '劳动争议台账\u202egpj.csv', '劳动争议台账 --help.csv'])('a file called %j is read as any other', async (name) => {
  const { manifest, report } = await extractOf(['甲', '乙'], name)
  expect(manifest.facts['disputes']?.rows).toBe(2)
  expect(manifest.sources.map(({ file }) => file)).toContain(name)
  expect(readFileSync(join(report, 'report.md'), 'utf8')).toContain('劳动争议台账')
})

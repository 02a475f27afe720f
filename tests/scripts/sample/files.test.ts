import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { years } from '../../../scripts/lib/sample/days'
import { sessionColumns, sessionHeader, stageColumns, stageHeader } from '../../../scripts/lib/sample/stage-headers'
import { writeStreet } from '../../../scripts/lib/sample/street'
import { enumValues } from '../../../src/domain/enums'
import { normaliseCommitteeName } from '../../../src/domain/reference/committee-name'
import { checkCreditCode } from '../../../src/domain/reference/credit-code'
import { normaliseFirmName } from '../../../src/domain/reference/firm-name'
import { sourceTables } from '../../../src/domain/tables'
import { recognise } from '../../../scripts/lib/bind/recognise'
import { targetRows } from '../../../scripts/lib/sample/reference-rows'
import { bookOf, encodingOf, isoOf, rowsOf, sheetsOf, type Book } from './read-sample'

const folder = mkdtempSync(join(tmpdir(), 'sample-'))
const path = (...names: string[]): string => join(folder, ...names)

const hashes = (of: string): Record<string, string> =>
  Object.fromEntries(readdirSync(of).sort().map((name) => [name, createHash('sha256').update(readFileSync(join(of, name))).digest('hex')]))

const knownHeaders = (table: string): ReadonlyMap<string, string> =>
  new Map((sourceTables.find(({ name }) => name === table)?.columns ?? []).flatMap((column) =>
    [column.zh, ...(column.alsoWritten ?? [])].map((header) => [header, column.name] as const)))

const disputeHeaders = knownHeaders('disputes')

/** Cells of a contract column in a book, whatever its clerk called it. */
const cellsOf = ({ headers, rows }: Book, column: string): readonly string[] => {
  const header = headers.find((text) => disputeHeaders.get(text) === column)
  if (header === undefined) throw new Error(`no ${column}`)
  return rows.map((row) => row.get(header) ?? '')
}

interface Truth {
  readonly synthetic: boolean
  readonly disputes: { readonly distinct: number; readonly ledger_rows_by_year: Record<string, number> }
  readonly mistakes: { readonly by_rule: Record<string, number> }
}

let books: readonly Book[] = []
let truth: Truth
let register: readonly (readonly unknown[])[] = []

beforeAll(() => {
  writeStreet(path('first'), 11)
  writeStreet(path('second'), 11)
  writeStreet(path('other'), 12)
  books = years.map((year) => bookOf(path('first'), year))
  truth = JSON.parse(readFileSync(path('first', 'truth.json'), 'utf8')) as Truth
  const book = read(readFileSync(path('first', '企业台账.xlsx')), { cellDates: false })
  const sheet = book.Sheets['企业台账']
  if (sheet === undefined) throw new Error('no sheet')
  register = utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null, raw: true })
}, 180_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the folder', () => {
  it('holds one street as a clerk hands it over', () => {
    expect(readdirSync(path('first')).sort()).toEqual([
      ...['劳动争议台账', '用工月报', '外部渠道案件月报', '经营主体增减'].flatMap((name) => years.map((year) => `${name}_${year}.csv`)),
      ...[2022, 2023, 2024, 2025].map((year) => `绿色通道工单_${year}.csv`), ...[2023, 2024, 2025].map((year) => `评价得分_${year}.csv`),
      'source.json', 'truth.json', '企业台账.xlsx', '区划.csv', '工会组织.csv', '工会组织报表.csv', '目标值.csv', '参考值.csv', '报送登记.csv',
      '制度推行日期.csv', '职代会.xlsx', '职工代表.csv', '职工代表提案.csv', '职工代表培训.xlsx', '集体合同.xlsx', '集体合同覆盖企业.csv',
      '政策宣讲与学习活动.xlsx', '活动参加企业.csv', '企业主态度评估.csv', '评价指标体系.csv', '招商线索.csv', '争议诉求.csv', '工会劳动法律监督文书.csv',
    ].sort())
  })

  it('is the same to the byte for one seed, and another for another', () => {
    const first = hashes(path('first'))
    const other = hashes(path('other'))
    expect(hashes(path('second'))).toEqual(first)
    const alike = Object.keys(first).filter((name) => first[name] === other[name])
    expect(alike.sort()).toEqual(['source.json', '区划.csv', '目标值.csv', '参考值.csv'].sort())
  })

  it('says in every file that it is sample data', () => {
    const texts = readdirSync(path('first')).filter((name) => name.endsWith('.csv') && !name.startsWith('劳动争议'))
    for (const name of texts) expect(rowsOf(path('first', name), ',', encodingOf(name))[0]?.[0], name).toContain('示例数据')
    for (const name of readdirSync(path('first')).filter((file) => file.endsWith('.xlsx'))) {
      for (const sheet of sheetsOf(path('first', name))) expect(sheet.rows[0]?.[0], name).toContain('示例数据')
    }
    for (const { title } of books) expect(title).toContain('示例数据')
    expect(register[0]?.[0]).toContain('示例数据')
    expect(truth.synthetic).toBe(true)
    expect(JSON.parse(readFileSync(path('first', 'source.json'), 'utf8'))).toEqual({
      name: 'zhijiang-xilu-sample', title: { zh: '芷江西路街道', en: 'Zhijiang Xilu Subdistrict' }, synthetic: true, held_from: { congress_terms: '2020-01', contracts: '2020-01', enterprises: '2020-01' }, apply: { zh: expect.stringContaining('示例'), en: expect.stringContaining('Example') },
    })
  })

  it('names every area so that its parent\'s code is a prefix', () => {
    const rows = rowsOf(path('first', '区划.csv')).slice(2).filter((row) => row.length > 1)
    expect(rows).toHaveLength(22)
    expect(rows.at(-1)).toEqual(['310106022018', '协和居委会', '居民区'])
    const codes = new Set(rows.map(([code]) => code))
    for (const parent of ['31', '3101', '310106', '310106022']) expect(codes).toContain(parent)
  })

  it('has a joint union for each committee under the federation', () => {
    const rows = rowsOf(path('first', '工会组织.csv')).slice(2).filter((row) => row.length > 1)
    expect(rows).toHaveLength(19)
    expect(rows.filter((row) => row[2] === '联合工会' && row[3] === 'GH310106022')).toHaveLength(18)
  })

  it('states the targets as fractions', () => {
    const rows = rowsOf(path('first', '目标值.csv')).slice(2).filter((row) => row.length > 1)
    expect(rows).toHaveLength(targetRows().length)
    expect(rows[0]).toEqual(['ladder.grassroots_resolution', '310106022', '2023', '0.85'])
  })
})

describe('headers', () => {
  const wide = new Set([
    ...stageColumns.map(([rung, field]) => stageHeader(rung, field)), ...sessionColumns.map(([seq, field]) => sessionHeader(seq, field)),
  ])

  it('of the dispute books are all known but the one planted', () => {
    const unknown = books.flatMap(({ headers }) => headers.filter((header) => !disputeHeaders.has(header) && !wide.has(header)))
    expect(unknown).toEqual(['备注2'])
    expect(wide).toContain('企业内部协商收到日期')
    expect(wide).toContain('联合工会调解经办组织')
    expect(wide).toContain('第4次调解时长')
  })

  it('name each column once a book, in more than one way over the years', () => {
    for (const { headers } of books) {
      const columns = headers.flatMap((header) => disputeHeaders.get(header) ?? [])
      expect(new Set(columns).size).toBe(columns.length)
      expect(new Set(headers).size).toBe(headers.length)
    }
    expect(new Set(books.map(({ headers }) => headers.find((h) => disputeHeaders.get(h) === 'cause'))).size).toBeGreaterThan(1)
  })

  it.each([['用工月报_2021.csv', 'workforce_months'], ['区划.csv', 'areas'], ['工会组织.csv', 'unions'], ['目标值.csv', 'targets'],
    ['绿色通道工单_2024.csv', 'tickets'], ['集体合同覆盖企业.csv', 'contract_enterprises'], ['经营主体增减_2020.csv', 'entity_flows'], ['报送登记.csv', 'reports']])(
    'of %s are known', (file, table) => {
      const known = knownHeaders(table)
      expect(rowsOf(path('first', file))[1]?.filter((header) => !known.has(header))).toEqual([])
      expect(new Set(rowsOf(path('first', file))[1]).size).toBe(rowsOf(path('first', file))[1]?.length)
    })

  it('of the register are known', () => {
    const known = knownHeaders('enterprises')
    expect(register[2]?.filter((header) => !known.has(String(header)))).toEqual([])
    expect(register).toHaveLength(3 + 2200 + 1)
  })
})

describe('the mistakes', () => {
  const count = (is: (book: Book, row: number) => boolean): number =>
    books.reduce((sum, book) => sum + book.rows.filter((_, row) => is(book, row)).length, 0)
  const iso = (book: Book, column: string, row: number): string | null => isoOf(cellsOf(book, column)[row] ?? '')
  const causes = new Set(enumValues('cause').flatMap(({ zh, also }) => [zh, ...(also ?? [])]))

  it('in the books are those that truth.json names, and no others', () => {
    const firms = new Set(register.slice(3).map((row) => normaliseFirmName(String(row[0]))))
    const places = new Set(rowsOf(path('first', '区划.csv')).slice(2).map((row) => normaliseCommitteeName(row[1] ?? '')))
    const repeated = books.reduce((sum, book) => sum + book.rows.length - new Set(cellsOf(book, 'dispute_id')).size, 0)
    const found = {
      end_before_start: count((book, row) => (iso(book, 'closed_on', row) ?? '9999') < (iso(book, 'opened_on', row) ?? '')),
      impossible_date: count((book, row) => [...book.rows[row]?.values() ?? []].some((cell) => isoOf(cell) === 'impossible')),
      unknown_cause: count((book, row) => !causes.has(cellsOf(book, 'cause')[row] ?? '')),
      unknown_enterprise: count((book, row) => !firms.has(normaliseFirmName(cellsOf(book, 'enterprise_name')[row] ?? ''))),
      unknown_area: count((book, row) => !places.has(normaliseCommitteeName(cellsOf(book, 'area_code')[row] ?? ''))),
      zero_workers: count((book, row) => Number(cellsOf(book, 'workers')[row]) < 1),
      missing_opened_on: count((book, row) => cellsOf(book, 'opened_on')[row] === ''),
      duplicate_dispute_id: repeated,
      unknown_column: books.filter(({ headers }) => headers.includes('备注2')).length,
      credit_code_check: register.slice(3, -1).filter((row) => row[1] !== null && checkCreditCode(String(row[1])) !== 'valid').length,
    }
    expect(found).toEqual(truth.mistakes.by_rule)
    expect(Object.values(truth.mistakes.by_rule).reduce((a, b) => a + b, 0)).toBe(10)
  })

  it('leave every case in the books', () => {
    expect(Object.fromEntries(books.map(({ year, rows }) => [year, rows.length]))).toEqual(truth.disputes.ledger_rows_by_year)
    expect(new Set(books.flatMap((book) => cellsOf(book, 'dispute_id'))).size).toBe(truth.disputes.distinct)
  })

  it('put no date after the last day: only agreed terms lie there', () => {
    const dates = books.flatMap(({ rows }) => rows.flatMap((row) => [...row].map(([header, cell]) => ({ header, iso: isoOf(cell) }))))
    const real = dates.filter(({ iso: day }) => day !== null && day !== 'impossible')
    expect(real.length).toBeGreaterThan(10_000)
    const late = real.filter(({ iso: day }) => (day ?? '') > '2025-12-31').map(({ header }) => header)
    expect(new Set(late)).toEqual(new Set(['约定履行日期']))
  })
})

describe('the workbook', () => {
  it('holds real dates, numbers and no time stamp', () => {
    const firm = register[3] ?? []
    expect(typeof firm[6]).toBe('number')
    expect(firm[6]).toBeGreaterThan(35_000)
    expect(firm[6]).toBeLessThan(46_100)
    expect(typeof firm[9]).toBe('number')
  })

  it('of several ledgers has a sheet for each, named after its table', () => {
    const names = (file: string): readonly string[] => sheetsOf(path('first', file)).map(({ name }) => name)
    expect(names('职代会.xlsx')).toEqual(['职代会届次', '职代会会议', '职代会议题与决议'])
    expect(names('职工代表培训.xlsx')).toEqual(['职工代表培训', '培训签到'])
    expect(names('集体合同.xlsx')).toEqual(['集体合同台账', '集体合同条款', '集体合同履行检查'])
    for (const { name, rows } of ['职代会.xlsx', '职工代表培训.xlsx', '集体合同.xlsx'].flatMap((file) => sheetsOf(path('first', file)))) {
      expect(recognise(name, sourceTables)).toMatchObject({ kind: 'table', table: { zh: name } })
      expect(rows.length).toBeGreaterThan(10)
    }
  })

  it('mixes the ways of writing a committee', () => {
    const written = register.slice(3, -1).map((row) => String(row[2]))
    expect(written).toContain('大统居民区')
    expect(written).toContain('大统居委会')
    expect(written).toContain('大统')
  })
})

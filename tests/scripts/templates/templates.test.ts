import { CFB, read, utils } from '@e965/xlsx'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bindHeaders } from '../../../scripts/lib/bind/bind'
import { readHeader } from '../../../scripts/lib/bind/header-text'
import { stage } from '../../../scripts/lib/stage/stage'
import { clerkNotes } from '../../../scripts/lib/templates/notes'
import { choicesOf, templateOf } from '../../../scripts/lib/templates/workbook'
import { enumReader } from '../../../scripts/lib/values/enum'
import { enumValues } from '../../../src/domain/enums'
import { disputes } from '../../../src/domain/tables/disputes'
import { sourceTables } from '../../../src/domain/tables/index'

const headersIn = (bytes: Uint8Array, sheet: string): string[] => {
  const rows = utils.sheet_to_json<string[]>(read(bytes).Sheets[sheet] ?? {}, { header: 1 })
  return rows[0] ?? []
}

test.each(sourceTables.map((table) => [table.zh, table] as const))('%s: every header binds to its column, and every column is explained', (_, table) => {
  const bytes = templateOf(table)
  expect(read(bytes).SheetNames).toEqual([table.zh, '填写说明'])
  const headers = headersIn(bytes, table.zh).map((text, index) => ({ index, text }))
  const bound = bindHeaders(table, headers, null, new Set())
  expect(bound.unknown).toEqual([])
  expect(bound.columns.map(({ column }) => column.name)).toEqual(table.columns.map(({ name }) => name))
  const explained = utils.sheet_to_json<string[]>(read(bytes).Sheets.填写说明 ?? {}, { header: 1 }).slice(2)
  expect(explained.map((row) => row[7])).toEqual(table.columns.map(({ name }) => name))
  expect(headers.map(({ text }) => text.endsWith('*'))).toEqual(table.columns.map(({ required }) => required === true))
  expect(readHeader(headers[0]?.text ?? '').bare).not.toContain('*')
})

test('every note of the contract is there in Chinese, and none that the contract does not have', () => {
  const notes = new Set(sourceTables.flatMap(({ columns }) => columns.flatMap(({ note }) => note ?? [])))
  expect([...notes].filter((note) => !(note in clerkNotes))).toEqual([])
  expect(Object.keys(clerkNotes).filter((note) => !notes.has(note))).toEqual([])
})

test('what a drop-down offers is read back as its value', () => {
  for (const column of sourceTables.flatMap(({ columns }) => columns)) {
    if (!column.values) continue
    const reader = enumReader(enumValues(column.values))
    expect(choicesOf(column).map((choice) => reader(choice))).toEqual(enumValues(column.values).map(({ value }) => ({ ok: true, value })))
  }
})

test('drop-downs stand where the schema wants them, one for each column of choices', () => {
  const zip = CFB.read(templateOf(disputes), { type: 'buffer' })
  const xml = new TextDecoder().decode(Uint8Array.from(CFB.find(zip, '/xl/worksheets/sheet1.xml')?.content ?? []))
  expect(xml.match(/<dataValidation /g)).toHaveLength(disputes.columns.filter((column) => choicesOf(column).length > 0).length)
  expect(xml.indexOf('</sheetData>')).toBeLessThan(xml.indexOf('<dataValidations'))
  expect(xml.slice(xml.indexOf('</dataValidations>') + 18)).toMatch(/^<(hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|ignoredErrors|drawing|legacyDrawing)|^<\/worksheet>/)
})

test('the same contract gives the same bytes', () => {
  expect(Buffer.compare(Buffer.from(templateOf(disputes)), Buffer.from(templateOf(disputes)))).toBe(0)
})

test('a template with a row in it is a ledger', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xieshang-template-'))
  try {
    const book = read(templateOf(disputes))
    const sheet = book.Sheets[disputes.zh] ?? {}
    const row = disputes.columns.map(({ name }) => ({ dispute_id: 'D1', opened_on: '2025-03-01', cause: '拖欠工资', workers: '3', outcome: '在办', written_notice: '否' })[name] ?? null)
    utils.sheet_add_aoa(sheet, [row], { origin: 1 })
    const { writeXLSX } = await import('@e965/xlsx')
    await writeFile(join(folder, '劳动争议台账.xlsx'), Buffer.from(writeXLSX(book, { type: 'buffer' }) as Uint8Array))
    const staged = await stage({ folder })
    try {
      const rows = (await staged.connection.runAndReadAll('SELECT dispute_id, cause, workers, outcome, written_notice FROM stage.disputes')).getRows()
      expect(rows.map((cells) => cells.map(String))).toEqual([['D1', 'pay_arrears', '3', 'pending', 'false']])
      expect(staged.unknownColumns).toEqual([])
    } finally {
      staged.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

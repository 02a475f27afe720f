import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Cell } from '../../../scripts/lib/read/sheet'
import { dateReader } from '../../../scripts/lib/values/date'
import { dateFormat } from '../../../scripts/lib/values/date-format'
import { datetimeReader } from '../../../scripts/lib/values/datetime'
import { serialToIso } from '../../../scripts/lib/values/excel-serial'
import { monthReader } from '../../../scripts/lib/values/month'
import { outcome } from './cells'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

describe('dateReader', () => {
  it.each<[Cell, string | null]>([
    ['2024-03-05', '2024-03-05'], ['2024/3/5', '2024-03-05'], ['2024.3.5', '2024-03-05'], ['2024年3月5日', '2024-03-05'],
    ['2024年3月5号', '2024-03-05'], ['20240305', '2024-03-05'], [20240305, '2024-03-05'], ['２０２４－０３－０５', '2024-03-05'],
    ['２０２４年３月５日', '2024-03-05'], [' 2024-3-5 ', '2024-03-05'], ['2024 年 3 月 5 日', '2024-03-05'],
    ['2024-03-05 09:30', '2024-03-05'], ['2024-03-05T09:30:00', '2024-03-05'], ['2024/3/5 23:59:59', '2024-03-05'],
    ['2024-03-05 00:00:00.000', '2024-03-05'], ['2024年3月5日 下午3时', '2024-03-05'], ['2024年3月5日（星期二）', '2024-03-05'],
    ['20240305093000', '2024-03-05'], [45356, '2024-03-05'], [45356.75, '2024-03-05'], ['45356', '2024-03-05'], ['45356.5', '2024-03-05'],
    ['2024-02-29', '2024-02-29'], ['2000-02-29', '2000-02-29'], [null, null], ['', null], ['  ', null], ['-', null], ['——', null],
    ['/', null], ['／', null], ['无', null], ['N/A', null], ['ｎ／ａ', null], ['暂无', null],
  ])('%j is %j', (cell, expected) => expect(outcome(dateReader(), cell)).toBe(expected))

  it.each<Cell>([
    '2024-02-30', '2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '20240230', 20240230, '24-3-5', '24.3.5', '240305',
    '3/5/2024', '05-03-2024', '2024-3', '2024', 2024, 19999, 80000, '19999', 3.5, true, '不详', '明天', '2024-03-05abc', '2024-03-05 25:00',
    '2024-03-05 9:61', '0024-03-05', '2024--03-05', '1024-03-05', -5,
  ])('%j is refused', (cell) => expect(outcome(dateReader(), cell)).toBe('refused'))

  it('says what was read and what is expected', () => {
    expect(dateReader()('2024-02-30')).toEqual({
      ok: false,
      why: { zh: '读到“2024-02-30”，应为真实存在的日期（没有这一天或这一时刻）。', en: 'Read "2024-02-30", expected a date that exists (there is no such day or time).' },
    })
    expect(dateReader()('1899-01-01')).toEqual({
      ok: false, why: { zh: '读到“1899-01-01”，应为1900—2199 年间的日期。', en: 'Read "1899-01-01", expected a date from 1900 to 2199.' },
    })
    expect(dateReader(['DD/MM/YYYY'])('01/02/0024')).toMatchObject({ ok: false, why: { en: 'Read "01/02/0024", expected a date from 1900 to 2199.' } })
    expect(dateReader()('明天')).toEqual({
      ok: false, why: { zh: '读到“明天”，应为日期，如 2024-03-05。', en: 'Read "明天", expected a date such as 2024-03-05.' },
    })
  })

  it.each<[string, Cell, string]>([
    ['MM/DD/YYYY', '03/05/2024', '2024-03-05'], ['MM/DD/YYYY', '3/5/2024', '2024-03-05'], ['DD/MM/YYYY', '03/05/2024', '2024-05-03'],
    ['DD.MM.YYYY', '31.12.2023', '2023-12-31'], ['YYYYMM', '202403', '2024-03-01'], ['YYYYMM', 202403, '2024-03-01'],
    ['YYYYMMDD', '20240305', '2024-03-05'], ['MM/DD/YYYY HH:mm', '3/5/2024 9:30', '2024-03-05'], ['DD/MM/YYYY', '2024-03-05', '2024-03-05'],
    ['MM/DD/YYYY', '13/05/2024', 'refused'], ['MM/DD/YYYY', '02/30/2024', 'refused'], ['DD.MM.YYYY', '31x12x2023', 'refused'],
    ['YYYYMMDD', '2024/3/5', 'refused'], ['MM/DD/YYYY', '3/5/24', 'refused'],
  ])('with %s %j is %s', (format, cell, expected) => expect(outcome(dateReader([format]), cell)).toBe(expected))

  it('tries formats in their order', () => {
    expect(outcome(dateReader(['MM/DD/YYYY', 'DD/MM/YYYY']), '13/05/2024')).toBe('2024-05-13')
    expect(outcome(dateReader(['MM/DD/YYYY', 'DD/MM/YYYY']), '04/05/2024')).toBe('2024-04-05')
  })

  it('refuses what is no format', () => {
    for (const format of ['', 'YY-MM-DD', 'DD/MM', 'YYYY', 'YYYY-MM-MM', 'YYYY-MM-DD hh:mm']) expect(dateFormat(format)).toBeNull()
    expect(() => dateReader(['YY-MM-DD'])).toThrow(RangeError)
  })
})

describe('monthReader', () => {
  it.each<[Cell, string | null]>([
    ['2024-03', '2024-03-01'], ['2024年3月', '2024-03-01'], ['2024年03月份', '2024-03-01'], ['202403', '2024-03-01'], [202403, '2024-03-01'],
    ['2024/3', '2024-03-01'], ['2024.3', '2024-03-01'], ['２０２４年３月', '2024-03-01'], ['2024-03-17', '2024-03-01'], [45356, '2024-03-01'],
    ['2024年3月5日', '2024-03-01'], ['20240305', '2024-03-01'], ['-', null], [null, null],
    ['2024-13', 'refused'], ['202413', 'refused'], ['3月', 'refused'], ['2024', 'refused'], ['2024-02-30', 'refused'],
  ])('%j is %j', (cell, expected) => expect(outcome(monthReader(), cell)).toBe(expected))

  it('reads formats of a mapping', () => expect(outcome(monthReader(['MM/YYYY']), '3/2024')).toBe('2024-03-01'))
})

describe('datetimeReader', () => {
  it.each<[Cell, string | null]>([
    ['2024-03-05 09:30', '2024-03-05T09:30:00'], ['2024-03-05T09:30:15', '2024-03-05T09:30:15'], ['2024/3/5 9:05:07', '2024-03-05T09:05:07'],
    ['2024年3月5日 下午3:20', '2024-03-05T15:20:00'], ['2024年3月5日上午12时', '2024-03-05T00:00:00'], ['2024年3月5日9时30分', '2024-03-05T09:30:00'],
    ['2024-03-05 3:20 PM', '2024-03-05T15:20:00'], ['2024-03-05', '2024-03-05T00:00:00'], ['20240305093015', '2024-03-05T09:30:15'],
    [45356.5, '2024-03-05T12:00:00'], ['2024-03-05 24:00', 'refused'], ['9:30', 'refused'], ['无', null],
  ])('%j is %j', (cell, expected) => expect(outcome(datetimeReader(), cell)).toBe(expected))
})

describe('serialToIso', () => {
  it.each<[number, boolean, string | null]>([
    [45356, false, '2024-03-05'], [1, false, '1900-01-01'], [59, false, '1900-02-28'], [60, false, null], [61, false, '1900-03-01'],
    [0.5, false, '12:00:00'], [0, true, '1904-01-01'], [43894, true, '2024-03-05'], [45356.99999999, false, '2024-03-06'], [-1, false, null],
    [Number.NaN, false, null], [2958465, false, '9999-12-31'], [2958466, false, null],
  ])('%d (1904: %s) is %s', (serial, date1904, expected) => expect(serialToIso(serial, date1904)).toBe(expected))
})

describe('properties', () => {
  const day = fc.date({ min: new Date('1955-01-01T00:00:00Z'), max: new Date('2119-01-01T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
  const full = (text: string) => text.replace(/[\d-]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
  const spellings: ((iso: string) => Cell)[] = [
    (iso) => iso,
    (iso) => iso.replaceAll('-', '/').replaceAll('/0', '/'),
    (iso) => iso.replaceAll('-', '.'),
    (iso) => iso.replaceAll('-', ''),
    (iso) => Number(iso.replaceAll('-', '')),
    (iso) => `${Number(iso.slice(0, 4))}年${Number(iso.slice(5, 7))}月${Number(iso.slice(8))}日`,
    full,
    (iso) => (Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000,
    (iso) => `${iso} 23:59:59`,
  ]

  it.each(['Asia/Shanghai', 'America/New_York'])('every spelling of a day reads back as that day in %s', (tz) => {
    process.env.TZ = tz
    const read = dateReader()
    fc.assert(fc.property(day, fc.constantFrom(...spellings), (iso, spell) => {
      expect(outcome(read, spell(iso))).toBe(iso)
    }), { numRuns: 2000 })
  })

  it('formats read back what they print', () => {
    const readers = { 'MM/DD/YYYY': dateReader(['MM/DD/YYYY']), 'DD/MM/YYYY': dateReader(['DD/MM/YYYY']), 'D.M.YYYY': dateReader(['D.M.YYYY']) }
    fc.assert(fc.property(day, (iso) => {
      const [y, m, d] = iso.split('-') as [string, string, string]
      expect(outcome(readers['MM/DD/YYYY'], `${m}/${d}/${y}`)).toBe(iso)
      expect(outcome(readers['DD/MM/YYYY'], `${d}/${m}/${y}`)).toBe(iso)
      expect(outcome(readers['D.M.YYYY'], `${Number(d)}.${Number(m)}.${y}`)).toBe(iso)
    }))
  })

  it('never answers a day that does not exist', () => {
    const part = fc.integer({ min: 0, max: 99 })
    fc.assert(fc.property(fc.integer({ min: 1800, max: 2300 }), part, part, (y, m, d) => {
      const result = outcome(dateReader(), `${y}-${m}-${d}`)
      if (result === 'refused') return
      expect(new Date(`${result}T00:00:00Z`).toISOString().slice(0, 10)).toBe(result)
      expect(result?.split('-').map(Number)).toEqual([y, m, d])
    }), { numRuns: 2000 })
  })
})

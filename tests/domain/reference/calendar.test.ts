import { describe, expect, it } from 'vitest'
import { calendarOf, parseCalendar, parseCalendarDays } from '../../../src/domain/reference/calendar'
import { dayNumber, isoDate, isWeekend } from '../../../src/domain/reference/days'
import { springFestival } from '../../../src/domain/reference/spring-festival'
import { referenceText } from './reference-tables'

const text = referenceText('holidays')
const days = parseCalendarDays(text)
const calendar = parseCalendar(text)

const offBetween = (from: string, to: string): string[] => {
  const all = Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, i) => isoDate(dayNumber(from) + i))
  return all.filter((iso) => calendar.isWorkday(iso) === false)
}

describe('days', () => {
  it('counts from 1970 and knows the week', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(dayNumber('2024-03-01') - dayNumber('2024-02-28')).toBe(2)
    expect(isoDate(dayNumber('2000-02-29'))).toBe('2000-02-29')
    expect(['2024-02-16', '2024-02-17', '2024-02-18', '2024-02-19'].map((iso) => isWeekend(dayNumber(iso)))).toEqual([false, true, true, false])
    expect(isWeekend(dayNumber('1969-12-27'))).toBe(true)
  })

  it('refuses dates that do not exist', () => {
    for (const wrong of ['2023-02-29', '2024-13-01', '2024-1-1', '', '20240101']) expect(() => dayNumber(wrong)).toThrow(RangeError)
  })
})

describe('holiday table', () => {
  it('has 123 make-up workdays of 2008 to 2026, all on weekends, and a notice on every row', () => {
    const workdays = days.filter(({ kind }) => kind === 'workday')
    expect(workdays).toHaveLength(123)
    expect(workdays.filter(({ date }) => !isWeekend(dayNumber(date)))).toEqual([])
    expect(days.filter(({ notice }) => !/^国(?:办)?发明电〔20\d\d〕\d+号$/.test(notice))).toEqual([])
    expect([calendar.from, calendar.to]).toEqual(['2008-01-01', '2026-12-31'])
  })

  it('gives the first day of every lunar year off', () => {
    for (let year = 2008; year <= 2026; year++) expect(calendar.isWorkday(springFestival(year) ?? '')).toBe(false)
  })

  it('gives the statutory days off', () => {
    for (let year = 2008; year <= 2026; year++)
      expect(['01-01', '05-01', '10-01', '10-02', '10-03'].map((day) => calendar.isWorkday(`${year}-${day}`))).toEqual(Array(5).fill(false))
  })

  it('cites the notice that changed an arrangement', () => {
    const notice = (date: string) => days.find((day) => day.date === date)?.notice
    expect(notice('2020-01-30')).toBe('国办发明电〔2019〕16号')
    expect(notice('2020-01-31')).toBe('国办发明电〔2020〕1号')
    expect(notice('2019-05-02')).toBe('国办发明电〔2019〕3号')
    expect(notice('2015-09-03')).toBe('国发明电〔2015〕1号')
    expect(notice('2011-12-31')).toBe('国办发明电〔2011〕45号')
    expect(notice('2022-12-31')).toBe('国办发明电〔2022〕16号')
  })
})

describe('isWorkday', () => {
  it('knows the Spring Festival of 2024: 10 to 17 February off, Sundays 4 and 18 worked', () => {
    expect(offBetween('2024-02-04', '2024-02-23')).toEqual([
      '2024-02-10', '2024-02-11', '2024-02-12', '2024-02-13', '2024-02-14', '2024-02-15', '2024-02-16', '2024-02-17',
    ])
  })

  it('knows the Spring Festival of 2025: 28 January to 4 February off, 26 January and 8 February worked', () => {
    expect(offBetween('2025-01-26', '2025-02-09')).toEqual([
      '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-02-01', '2025-02-02', '2025-02-03', '2025-02-04', '2025-02-09',
    ])
  })

  it('knows the extension of 2020: 24 January to 2 February off', () => {
    expect(offBetween('2020-01-19', '2020-02-07')).toEqual([
      '2020-01-24', '2020-01-25', '2020-01-26', '2020-01-27', '2020-01-28', '2020-01-29', '2020-01-30', '2020-01-31', '2020-02-01', '2020-02-02',
    ])
  })

  it('knows days that two published data sets dispute, as the notices say', () => {
    expect(['2008-05-04', '2009-01-04', '2009-09-27', '2011-12-31', '2015-01-04'].map(calendar.isWorkday)).toEqual(Array(5).fill(true))
    expect(['2008-06-07', '2008-09-13', '2016-04-02', '2018-06-16', '2018-09-22'].map(calendar.isWorkday)).toEqual(Array(5).fill(false))
  })

  it('does not guess beyond the calendar', () => {
    expect(calendar.isWorkday('2007-12-31')).toBeNull()
    expect(calendar.isWorkday('2027-01-01')).toBeNull()
    expect(calendar.isWorkday('2026-12-31')).toBe(true)
    expect(() => calendar.isWorkday('2024-02-30')).toThrow(RangeError)
  })
})

describe('workday arithmetic', () => {
  it('steps onto make-up workdays and over holidays', () => {
    expect(calendar.nextWorkday('2024-02-09')).toBe('2024-02-18')
    expect(calendar.nextWorkday('2025-01-27')).toBe('2025-02-05')
    expect(calendar.nextWorkday('2025-03-07')).toBe('2025-03-10')
    expect(calendar.addWorkdays('2024-02-08', 3)).toBe('2024-02-19')
    expect(calendar.addWorkdays('2024-02-10', 5)).toBe('2024-02-22')
    expect(calendar.addWorkdays('2024-02-10', 0)).toBe('2024-02-10')
  })

  it('answers null beyond the calendar and refuses half days', () => {
    expect(calendar.nextWorkday('2026-12-31')).toBeNull()
    expect(calendar.addWorkdays('2026-12-28', 4)).toBeNull()
    expect(calendar.addWorkdays('2027-01-01', 0)).toBeNull()
    expect(calendar.nextWorkday('2007-12-01')).toBeNull()
    expect(() => calendar.addWorkdays('2024-02-10', 1.5)).toThrow(RangeError)
    expect(() => calendar.addWorkdays('2024-02-10', -1)).toThrow(RangeError)
  })
})

describe('mediationDeadline', () => {
  it.each([
    ['2025-03-03', '2025-03-18', 'an ordinary Tuesday'],
    ['2025-03-07', '2025-03-24', 'Saturday moves to Monday'],
    ['2024-01-26', '2024-02-18', 'the Spring Festival moves to a Sunday that is worked'],
    ['2024-01-20', '2024-02-04', 'a Sunday that is worked stays'],
    ['2024-02-03', '2024-02-18', 'the Sunday after the festival is worked'],
    ['2025-01-13', '2025-02-05', 'the Spring Festival of 2025'],
    ['2025-01-24', '2025-02-08', 'a Saturday that is worked stays'],
    ['2025-09-16', '2025-10-09', 'National Day with Mid-Autumn'],
    ['2020-01-09', '2020-02-03', 'the extended festival of 2020'],
    ['2026-12-16', '2026-12-31', 'the last day of the calendar'],
  ])('%s → %s: %s', (applied, deadline) => {
    expect(calendar.mediationDeadline(applied)).toBe(deadline)
  })

  it('is null where the last day lies beyond the calendar, and is known where only the application lies before it', () => {
    expect(calendar.mediationDeadline('2026-12-17')).toBeNull()
    expect(calendar.mediationDeadline('2007-12-10')).toBeNull()
    expect(calendar.mediationDeadline('2007-12-16')).toBeNull()
    expect(calendar.mediationDeadline('2007-12-20')).toBe('2008-01-04')
  })
})

describe('a calendar that cannot be trusted', () => {
  it('names the missing year', () => {
    expect(() => calendarOf(days.filter(({ date }) => !date.startsWith('2015')))).toThrow('缺少 2015 年的安排')
    expect(() => calendarOf([])).toThrow('no year is covered')
  })

  it('names the wrong line', () => {
    const head = 'date,kind,name_zh,name_en,notice\n'
    expect(() => parseCalendar(`${head}2024-02-30,holiday,甲,A,n`)).toThrow('第 2 行：日期“2024-02-30”不存在')
    expect(() => parseCalendar(`${head}2024-10-01,holiday,甲,A,n\n2024-10-01,workday,甲,A,n`)).toThrow('第 3 行：日期 2024-10-01 重复')
    expect(() => parseCalendar(`${head}2024-10-01,rest,甲,A,n`)).toThrow('neither holiday nor workday')
  })
})

import { describe, expect, it } from 'vitest'
import { dayOf, excelSerial, weeksFromSpringFestival } from '../../../scripts/lib/sample/days'
import { ledgerStyle, writtenAmount, writtenDate } from '../../../scripts/lib/sample/ledger-style'
import { spellingVariant } from '../../../scripts/lib/sample/names'
import { randomStream } from '../../../scripts/lib/sample/random'
import { clerksLabel, headerOf } from '../../../scripts/lib/sample/wording'
import { normaliseFirmName } from '../../../src/domain/reference/firm-name'

const day = dayOf(2024, 3, 5)

describe('how clerks write', () => {
  it.each([
    [2020, '2024/3/5'], [2021, '2024.3.5'], [2022, '2024年3月5日'], [2023, '2024-03-05'], [2024, '20240305'],
  ])('writes dates in the style of %d', (year, text) => {
    expect(writtenDate(randomStream(1, 'date'), ledgerStyle(year), day)).toBe(text)
  })

  it('leaves the clerk\'s own blank where there is no date', () => {
    const random = randomStream(1, 'blank')
    expect([2020, 2021, 2024].map((year) => writtenDate(random, ledgerStyle(year), null))).toEqual(['', '-', '/'])
  })

  it('types some dates of 2025 full width', () => {
    const random = randomStream(1, 'full width')
    const written = new Set(Array.from({ length: 300 }, () => writtenDate(random, ledgerStyle(2025), day)))
    expect(written).toEqual(new Set(['2024-03-05', '２０２４-０３-０５']))
  })

  it('writes one amount in three ways that mean the same', () => {
    const random = randomStream(1, 'amount')
    const forms = (amount: number): Set<string> => new Set(Array.from({ length: 200 }, () => writtenAmount(random, ledgerStyle(2023), amount)))
    expect(forms(32_000)).toEqual(new Set(['32000', '32,000', '3.2万']))
    expect(forms(32_050)).toEqual(new Set(['32050', '32,050']))
    expect(forms(950)).toEqual(new Set(['950']))
    expect(forms(1_234_500)).toEqual(new Set(['1234500', '1,234,500', '123.45万']))
  })

  it('misspells a firm so that it still meets itself', () => {
    const random = randomStream(1, 'names')
    for (const name of ['上海示例恒丰餐饮有限公司', '示例恒丰快递（上海）有限公司', '上海示例永安（静安）物流有限公司第2分公司']) {
      const variants = Array.from({ length: 20 }, () => spellingVariant(random, name))
      expect(variants).not.toContain(name)
      expect(new Set(variants.map(normaliseFirmName))).toEqual(new Set([normaliseFirmName(name)]))
    }
  })

  it('uses labels that mean one thing only', () => {
    const random = randomStream(1, 'labels')
    const forms = new Set(Array.from({ length: 200 }, () => clerksLabel(random, 'cause', 'pay_arrears')))
    expect(forms).toEqual(new Set(['拖欠工资', '欠薪', '克扣工资', '无故拖欠']))
  })

  it('refuses a column that the contract lacks', () => {
    expect(() => headerOf('disputes', 'mood')).toThrow('disputes.mood')
  })
})

describe('days', () => {
  it('counts as Excel counts', () => {
    expect(excelSerial(dayOf(2024, 1, 1))).toBe(45292)
  })

  it('knows the weeks around a Spring Festival', () => {
    expect(weeksFromSpringFestival(dayOf(2024, 2, 10))).toBe(0)
    expect(weeksFromSpringFestival(dayOf(2023, 12, 30))).toBe(-6)
    expect(weeksFromSpringFestival(dayOf(2023, 12, 29))).toBeNull()
    expect(weeksFromSpringFestival(dayOf(2024, 3, 9))).toBe(4)
    expect(weeksFromSpringFestival(dayOf(2024, 3, 10))).toBeNull()
  })
})

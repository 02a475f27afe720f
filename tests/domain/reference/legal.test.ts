import { describe, expect, it } from 'vitest'
import { keepsTo, legalParameterIds, parseLegalParameters } from '../../../src/domain/reference/legal'
import { referenceText } from './reference-tables'

const text = referenceText('legal-parameters')
const legal = parseLegalParameters(text)

describe('legal parameters', () => {
  it('cites law and article', () => {
    expect(legal.mediation_days).toMatchObject({ value: 15, unit: 'day', operator: '<=', article: '14', effectiveFrom: '2008-05-01', law: { zh: '劳动争议调解仲裁法' } })
    expect(legal.collective_workers).toMatchObject({ value: 10, unit: 'person', operator: '>=', article: '7' })
    expect(legal.consultation_reply_days).toMatchObject({ value: 5, article: null, law: { zh: '企业劳动争议协商调解规定' } })
    expect(legal.bargaining_reply_days).toMatchObject({ value: 15, article: '15', law: { zh: '上海市集体合同条例' } })
    expect(legal.bargaining_reply_days_national.value).toBe(20)
    expect(legal.ticket_general_workdays).toMatchObject({ value: 5, unit: 'workday', effectiveFrom: '2024-11-01' })
    expect(legal.arbitration_fee.value).toBe(0)
  })

  it('holds nothing that the product does not know by id', () => {
    expect(Object.keys(legal)).toEqual([...legalParameterIds])
    expect(new Set(legalParameterIds).size).toBe(70)
  })

  it('keeps fractions exact and includes the bound only where the law does', () => {
    expect(keepsTo(legal.congress_quorum_share, 20 / 30)).toBe(true)
    expect(keepsTo(legal.congress_quorum_share, 19 / 30)).toBe(false)
    expect(keepsTo(legal.congress_decision_share, 15 / 30)).toBe(true)
    expect(keepsTo(legal.mediation_days, 15)).toBe(true)
    expect(keepsTo(legal.mediation_days, 16)).toBe(false)
    expect(keepsTo(legal.double_pay_from_months, 1)).toBe(false)
    expect(keepsTo(legal.double_pay_until_months, 12)).toBe(false)
    expect(keepsTo(legal.arbitration_fee, 0)).toBe(true)
    expect(keepsTo(legal.collective_workers, 9)).toBe(false)
  })

  it('accepts further parameters and refuses absent, repeated and unreadable ones', () => {
    expect(parseLegalParameters(`${text}extra,3,day,<=,甲法,A,1,,\n`).extra?.value).toBe(3)
    expect(() => parseLegalParameters(text.replace(/^mediation_days.*\n/m, ''))).toThrow('缺少参数 mediation_days')
    expect(() => parseLegalParameters(`${text}mediation_days,3,day,<=,甲法,A,1,,\n`)).toThrow('参数 mediation_days 重复')
    expect(() => parseLegalParameters(`${text}extra,many,day,<=,甲法,A,1,,\n`)).toThrow('"many" is not a number')
    expect(() => parseLegalParameters(`${text}extra,3,week,<=,甲法,A,1,,\n`)).toThrow('"week" is not one of')
  })
})

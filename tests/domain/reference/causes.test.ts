import { describe, expect, it } from 'vitest'
import { enumValues } from '../../../src/domain/enums'
import { causeAreas, causeClasses, causes, causesOfArea, yearbookClasses } from '../../../src/domain/reference/causes'

describe('causes', () => {
  it('classes every cause of the vocabulary and no other', () => {
    expect(Object.keys(causes).sort()).toEqual(enumValues('cause').map(({ value }) => value).sort())
    expect(Object.keys(causes)).toHaveLength(20)
  })

  it('puts them into the four areas and the rest', () => {
    expect(causesOfArea('pay')).toEqual(['pay_arrears', 'pay_other', 'overtime'])
    expect(causesOfArea('insurance')).toEqual(['social_insurance', 'work_injury'])
    expect(causesOfArea('protection')).toEqual(['hours_rest', 'labor_protection', 'female_protection'])
    expect(causesOfArea('other')).toEqual(['welfare', 'training', 'dispatch', 'noncompete', 'other'])
    expect(causesOfArea('contract')).toHaveLength(7)
  })

  it('follows art. 2 of the law', () => {
    expect([causes.relation_confirmation, causes.contract_dissolution, causes.hours_rest, causes.overtime, causes.dispatch].map(({ lawClass }) => lawClass)).toEqual([1, 2, 4, 5, 6])
    expect(Object.keys(causeClasses)).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(Object.keys(yearbookClasses)).toHaveLength(6)
    expect(Object.values(causeAreas).map(({ zh }) => zh)).toEqual(['劳动合同', '工资支付', '社会保险', '劳动保护', '其他'])
  })
})

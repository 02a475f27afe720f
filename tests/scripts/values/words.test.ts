import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../scripts/lib/read/sheet'
import { readBool } from '../../../scripts/lib/values/bool'
import { enumReader } from '../../../scripts/lib/values/enum'
import { memoised } from '../../../scripts/lib/values/memo'
import { readCode, readText } from '../../../scripts/lib/values/text'
import { enums, enumValues } from '../../../src/domain/enums'
import type { EnumId } from '../../../src/domain/enums'
import { outcome } from './cells'

describe('readText', () => {
  it.each<[Cell, string | null]>([
    ['  某某公司 ', '某某公司'], ['Ａ公司（上海）', 'Ａ公司（上海）'], ['不详', '不详'], [27, '27'], [true, 'true'], ['无锡公司', '无锡公司'], ['-1', '-1'],
    [null, null], ['', null], ['\u3000', null], ['-', null], ['--', null], ['—', null], ['——', null], ['/', null], ['\\', null], ['／', null], ['无', null],
    [' 无 ', null], ['N/A', null], ['na', null], ['Ｎ／Ａ', null], ['NULL', null], ['空', null], ['暂无', null],
  ])('%j is %j', (cell, expected) => expect(outcome(readText, cell)).toBe(expected))
})

describe('readCode', () => {
  it.each<[Cell, string | null]>([
    ['９１３１０１０６ＭＡ１', '91310106MA1'], ['静劳 调（2024）12号', '静劳调(2024)12号'], ['="00123"', '00123'], ["'00123", '00123'], [20240101001, '20240101001'], ['-', null],
    [null, null], [1e21, 'refused'], ['3.10106E+17', 'refused'],
  ])('%j is %j', (cell, expected) => expect(outcome(readCode, cell)).toBe(expected))
})

describe('readBool', () => {
  it.each<[Cell, boolean | null]>([
    ['是', true], ['有', true], ['Y', true], ['yes', true], ['1', true], [1, true], ['TRUE', true], [true, true], ['√', true], ['对', true], ['Ｙ', true], ['１', true],
    ['否', false], ['无', false], ['没有', false], ['n', false], ['No', false], ['0', false], [0, false], ['false', false], [false, false], ['×', false], ['错', false], ['X', false],
    [null, null], ['', null], ['-', null], ['/', null], ['N/A', null],
  ])('%j is %j', (cell, expected) => expect(outcome(readBool, cell)).toBe(expected))

  it.each<Cell>(['也许', 2, '不详', '是否'])('%j is refused', (cell) => expect(outcome(readBool, cell)).toBe('refused'))
})

describe('enumReader', () => {
  it.each<[EnumId, Cell, string | null]>([
    ['stage', '企业内部协商', 'tier1'], ['stage', 'TIER2', 'tier2'], ['stage', 'subdistrict  joint handling', 'tier3'], ['stage', '仲 裁', 'arbitration'],
    ['stage', '', null], ['stage', '无', null], ['stage', '四级', 'refused'], ['report_status', '无', 'zero'], ['report_status', '-', null],
    ['areas.level', '省(直辖市)', 'province'], ['areas.level', '街道（镇）', 'subdistrict'], ['source_channel', '１２３４５热线', 'hotline_12345'],
    ['source_channel', 12345, 'hotline_12345'], ['stance', 1, '1'], ['stance', '４', '4'], ['employees_band', '25－99', '25-99'], ['employees_band', '25–99 人', '25-99'],
    ['source_channel', '12351 workers\' hotline', 'hotline_12351'],
  ])('%s: %j is %j', (id, cell, expected) => expect(outcome(enumReader(enumValues(id)), cell)).toBe(expected))

  it('reads every label of every vocabulary as its own value', () => {
    for (const id of Object.keys(enums) as EnumId[]) {
      const read = enumReader(enumValues(id))
      for (const { value, zh, en, also } of enumValues(id)) {
        for (const label of [value, zh, en, ...(also ?? [])]) expect([id, label, outcome(read, label)]).toEqual([id, label, value])
      }
    }
  })

  it('refuses a vocabulary in which a label stands for two values', () => {
    expect(() => enumReader([{ value: 'a', zh: '甲', en: 'A' }, { value: 'b', zh: '乙', en: 'B', also: ['甲 '] }])).toThrow('stands for a and b')
  })

  it('lists what is expected', () => {
    expect(enumReader(enumValues('gender'))('中')).toEqual({
      ok: false, why: { zh: '读到“中”，应为下列之一：女、男。', en: 'Read "中", expected one of: Female, Male.' },
    })
  })
})

describe('memoised', () => {
  it('computes once per text and stays bounded', () => {
    let calls = 0
    const lengthOf = memoised((text: string) => { calls++; return { length: text.length } })
    expect([lengthOf('ab'), lengthOf('ab')]).toEqual([{ length: 2 }, { length: 2 }])
    expect(calls).toBe(1)
    for (let i = 0; i < 20_000; i++) lengthOf(`x${i}`)
    lengthOf('ab')
    expect(calls).toBe(20_002)
  })
})

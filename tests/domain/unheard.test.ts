import { expect, test } from 'vitest'
import { settleView } from '../../src/domain/settled-view'
import { unheardOf } from '../../src/domain/unheard'
import { readView, type Query } from '../../src/domain/view-url'
import { fakeManifest } from '../components/support/fake-extract'

const unheard = (query: Query) => unheardOf(query, settleView(readView('overview', query), fakeManifest))
const zh = (query: Query) => unheard(query).map((one) => one.zh)
const en = (query: Query) => unheard(query).map((one) => one.en)
const size = fakeManifest.members['size']?.[0]?.id ?? ''

test('an address that is shown as it stands is not spoken of', () => {
  expect(size).not.toBe('')
  expect(zh({})).toEqual([])
  expect(zh({ period: '2024', compare: 'mom', lang: 'en', theme: 'dark', size: `${size},~`, utm_source: 'mail' })).toEqual([])
  expect(zh({ period: '2020..2025' })).toEqual([])
})

test('a period that is none, or that the data does not reach, is named with the one shown', () => {
  expect(zh({ period: '2025-Q7' })).toEqual(['网址中的“period=2025-Q7”不是期间，按2025 年显示。'])
  expect(en({ period: '2025-Q7' })).toEqual(['"period=2025-Q7" in the address is no period; shown is 2025.'])
  expect(zh({ period: '2010..2022' })).toEqual(['网址中的“period=2010..2022”超出数据的年份，按2020—2022 年显示。'])
  expect(zh({ period: '1850' })).toEqual(['网址中的“period=1850”超出数据的年份，按2025 年显示。'])
})

test('members and dimensions that the extract does not have are named, and those it has are not', () => {
  expect(zh({ size: `${size},huge,tiny` })).toEqual(['本数据包不能按网址中的“size=huge,tiny”筛选，数字没有按它筛选。'])
  expect(en({ union: 'nobody' })).toEqual(['This extract cannot be filtered by "union=nobody" of the address; the numbers are not.'])
  expect(zh({ union: ['nobody', size] })).toHaveLength(1)
  expect(zh({ size: `x${'y'.repeat(300)}` })[0]).toMatch(/“size=xy+…”/)
})

test('a comparison or an extract that is none is named', () => {
  expect(zh({ compare: 'best' })).toEqual(['网址中的“compare=best”不是对比方式，按默认对比显示。'])
  expect(zh({ extract: '../secret' })).toEqual(['网址中的“extract=../secret”不是数据包名称，显示的是默认数据包。'])
})

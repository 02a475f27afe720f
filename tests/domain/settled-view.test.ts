import { expect, test } from 'vitest'
import { monthOf } from '../../src/domain/period'
import { settleView } from '../../src/domain/settled-view'
import { readView } from '../../src/domain/view-url'
import { fakeManifest } from '../components/support/fake-extract'

const periodOf = (text: string) => settleView(readView('overview', { period: text }), fakeManifest).period

test('a period reaches no further than the years the extract covers, however many an address names', () => {
  const whole = { from: monthOf(2020, 1), to: monthOf(2025, 12) }
  expect(periodOf('0001..9999')).toEqual(whole)
  expect(periodOf('2020..2025')).toEqual(whole)
  expect(periodOf('2024..9999')).toEqual({ from: monthOf(2024, 1), to: monthOf(2025, 12) })
  expect(periodOf('2023-Q2')).toEqual({ from: monthOf(2023, 4), to: monthOf(2023, 6) })
})

test('a period that lies outside is the default year', () => {
  const year = settleView(readView('overview', {}), fakeManifest).period
  expect([periodOf('1850'), periodOf('2150')]).toEqual([year, year])
})

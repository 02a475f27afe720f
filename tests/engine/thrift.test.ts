import { expect, test } from 'vitest'
import { thriftOf } from '../../src/engine/thrift'

test.each([
  [{}, null],
  [{ connection: {} }, null],
  [{ connection: { saveData: true } }, 'metered'],
  [{ connection: { saveData: false, type: 'cellular' } }, 'metered'],
  [{ connection: { type: 'wifi' }, deviceMemory: 4 }, null],
  [{ deviceMemory: 2 }, 'small'],
  [{ connection: { saveData: true }, deviceMemory: 1 }, 'metered'],
])('%j: %s', (device, why) => {
  expect(thriftOf(device)).toBe(why)
})

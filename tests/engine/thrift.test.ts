import { expect, test } from 'vitest'
import { allowanceOf } from '../../src/engine/allowance'
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

test.each([
  [{}, false],
  [{ deviceMemory: 4 }, false],
  [{ deviceMemory: 2 }, true],
  // On a costly line, too, a small machine is a small one.
  [{ connection: { saveData: true }, deviceMemory: 2 }, true],
])('%j gets little: %s', (device, little) => {
  expect(allowanceOf(device).rows < Infinity).toBe(little)
})

import { expect, it } from 'vitest'
import { limits } from '../../../scripts/lib/check/limits'
import { readReference } from '../../../scripts/lib/reference'

it('checks rows against the limits that the reference table holds', async () => {
  const { legal } = await readReference()
  expect(Object.fromEntries(Object.keys(limits).map(id => [id, legal[id]?.value]))).toEqual(limits)
})

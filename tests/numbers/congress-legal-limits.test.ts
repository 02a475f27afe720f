import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parseLegalParameters } from '../../src/domain/reference/legal'
import { legalLimits } from '../../src/domain/reference/legal-limits'

const parameters = parseLegalParameters(readFileSync(fileURLToPath(new URL('../../data/reference/legal-parameters.csv', import.meta.url)), 'utf8'))

test.each(Object.entries(legalLimits))('%s judges by the value and the operator of the reference table', (id, [numerator, denominator, operator]) => {
  expect([numerator / denominator, operator]).toEqual([parameters[id]?.value, parameters[id]?.operator])
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeIsSupported } from '../../../scripts/lib/tooling/node-version.mjs'
import { root } from '../../../scripts/lib/tooling/root.mjs'

test.each(['20.19.0', 'v20.20.2', '22.12.0', '22.20.1', '23.0.0', '24.1.0'])('%s runs', (version) => {
  expect(nodeIsSupported(version)).toBe(true)
})

test.each(['18.20.8', '20.18.3', '21.7.3', '22.11.0', 'v16.0.0'])('%s is too old', (version) => {
  expect(nodeIsSupported(version)).toBe(false)
})

test('package.json asks for the same', () => {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { engines: { node: string } }
  expect(engines.node).toBe('^20.19.0 || >=22.12.0')
})

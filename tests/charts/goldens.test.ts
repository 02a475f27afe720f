import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildChart } from '../../src/charts'
import { golden } from './support/drawn'
import { contextOf, samples } from './support/samples'

const folder = new URL('./goldens/', import.meta.url)

/** Written where absent on a developer's machine, red in CI; reviewed by their diff. */
const compare = (name: string, text: string): void => {
  const file = new URL(`${name}.json`, folder)
  if (!existsSync(file)) {
    expect(process.env['CI'], `${name}.json is missing`).toBeFalsy()
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, text)
  }
  expect(text).toBe(readFileSync(file, 'utf8'))
}

describe.each(samples)('%s', (name, panel, answer) => {
  it.each([['zh', 'wide'], ['en', 'narrow']] as const)('is drawn as reviewed: %s %s', (language, size) => {
    compare(`${name}-${language}-${size}`, golden(buildChart(answer, panel, contextOf(language, size, panel.span))!))
  })
})

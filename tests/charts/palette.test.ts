import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { paletteColours, ratingColours, sequence, seriesColours } from '../../src/charts/palette'
import { contrast, distance, visions } from './support/colour-vision'

const css = readFileSync(new URL('../../src/styles/palette.css', import.meta.url), 'utf8')

const blockAfter = (start: string): Record<string, string> => {
  const body = css.slice(css.indexOf(start) + start.length).split('}')[0] ?? ''
  return Object.fromEntries([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1]!, m[2]!]))
}

const light = blockAfter(':root {')
const dark = blockAfter("[data-theme='dark'] {")
const auto = blockAfter("[data-theme='auto'] {")

it('measures as the references do: black on white 21:1, a published CIEDE2000 neighbourhood', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  expect(distance('#ffffff', '#000000', visions['normal']!)).toBeCloseTo(100, 0)
})

it('gives the theme «auto» the dark colours', () => {
  expect(auto).toEqual(dark)
})

describe.each([['light', light], ['dark', dark]])('%s', (_, colours) => {
  const of = (name: string): string => colours[name]!

  it('defines every colour a chart may name', () => {
    expect(Object.keys(colours).sort()).toEqual([...paletteColours].sort())
  })

  it.each(['accent', 't1', 't2', 't3', 'out', 'open', 'bad', 'good', 'c-other', ...seriesColours, ...ratingColours])('%s stands out 3:1 from the ground', (name) => {
    expect(contrast(of(name), of('ground'))).toBeGreaterThanOrEqual(3)
  })

  it.each(['ink', 'ink2', 'mute', 'accent', 'bad', 'good', 'warn'])('%s is readable on ground, panel and wash', (name) => {
    for (const ground of ['ground', 'panel', 'wash']) expect(contrast(of(name), of(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it('writes readably on every fill', () => {
    const pairs = [...sequence, ['t1', 'on-t1'], ['t2', 'on-t2'], ['t3', 'on-t3'], ['out', 'on-out']] as const
    for (const [fill, text] of pairs) expect.soft(contrast(of(fill), of(text)), `${fill}`).toBeGreaterThanOrEqual(4.5)
  })

  it.each(Object.keys(visions))('tells members apart: %s', (vision) => {
    const names = [...seriesColours, 'c-other']
    for (const a of names) for (const b of names) if (a < b) expect.soft(distance(of(a), of(b), visions[vision]!), `${a} ${b}`).toBeGreaterThanOrEqual(10)
  })

  it.each(Object.keys(visions))('tells marks apart, and the best from an alarm: %s', (vision) => {
    for (const a of ratingColours) for (const b of ratingColours) if (a < b) expect.soft(distance(of(a), of(b), visions[vision]!), `${a} ${b}`).toBeGreaterThanOrEqual(10)
    for (const good of ['r4', 'r5']) expect.soft(distance(of(good), of('bad'), visions[vision]!), good).toBeGreaterThanOrEqual(20)
  })

  it('keeps the colour of an alarm for alarms', () => {
    for (const name of seriesColours) expect.soft(distance(of(name), of('bad'), visions['normal']!), name).toBeGreaterThanOrEqual(15)
  })

  it('goes from pale to strong in even order', () => {
    const strength = sequence.map(([fill]) => contrast(of(fill), of('ground')))
    expect(strength).toEqual([...strength].sort((a, b) => a - b))
  })
})

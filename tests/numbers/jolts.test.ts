import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { extractedFrom } from '../support/extracted'
import { realTables } from '../support/real-tables'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const mapping = path('../../data/mappings/jolts-state-b.json')

const published = { 'turnover.hires_rate': 'HR', 'turnover.quits_rate': 'QR', 'turnover.layoffs_rate': 'LDR', 'turnover.separation_rate': 'TSR' } as const

/** The published table by state and month, `AL 2001-02`. */
const table = (folder: string): ReadonlyMap<string, Readonly<Record<string, number>>> => {
  const [head = '', ...lines] = readFileSync(`${folder}/jolts_state_B.csv`, 'utf8').trimEnd().split(/\r?\n/)
  const names = head.split(',')
  return new Map(lines.map((line) => {
    const cells = line.split(',')
    const at = (name: string) => cells[names.indexOf(name)] ?? ''
    return [`${at('ST')} ${at('PERIOD').slice(0, 4)}-${at('PERIOD').slice(4)}`, Object.fromEntries(names.map((name) => [name, Number(at(name))]))]
  }))
}

describe.each(realTables('jolts', 'jolts-state-b'))('state-months of JOLTS, $title', ({ folder, isWhole }) => {
  const jolts = () => extractedFrom({ folder, mapping })
  const count = isWhole ? 10_965 : 42

  test('all kept', async () => {
    const { manifest } = await jolts()
    expect(manifest.tables.find((t) => t.name === 'workforce_months')).toMatchObject({ read: count, kept: count, rejected: 0 })
    expect(manifest.asOf).toBe('2018-12-31')
  })

  test.each(Object.entries(published))('%s is the published %s in every state and month', async (metric, column) => {
    const rows = table(folder)
    const cells = (await (await jolts()).ask(`${metric} --by area --grain month --from 2001-02 --to 2018-12`)).filter((c) => rows.has(`${c.members.area} ${c.period}`))
    const off = cells.filter((c) => {
      const value = rows.get(`${c.members.area} ${c.period}`)?.[column]
      return value === undefined || c.value === null || Math.abs(c.value - value) > 1e-9
    })
    expect(off.slice(0, 3)).toEqual([])
    expect(new Set(cells.map((c) => `${c.members.area} ${c.period}`)).size).toBe(rows.size)
    expect(rows.size).toBe(count)
  })
})

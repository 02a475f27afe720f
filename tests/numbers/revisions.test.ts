import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { extract } from '../../scripts/lib/extract-command'
import type { Revisions } from '../../src/domain/revisions'
import { fixtureFolder } from '../support/extracted'

let base: string

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'xieshang-revisions-'))
})

afterAll(() => rm(base, { recursive: true, force: true }))

const run = async (ledgers: string, asOf: string, { bake, out = 'out' }: { bake?: boolean; out?: string } = {}): Promise<Revisions | null> => {
  const { folder } = await extract({ folder: ledgers, out: join(base, out), detail: 'case', asOf, bake, reports: join(base, 'reports') })
  return (JSON.parse(await readFile(join(folder, 'checks.json'), 'utf8')) as { revisions: Revisions | null }).revisions
}

test('a case booked late in a past month is told, a case of the new month is not; written again it stays told', async () => {
  const ledgers = join(base, 'ledgers')
  await cp(fixtureFolder('bare'), ledgers, { recursive: true })
  const path = join(ledgers, 'disputes.csv')
  const [header = '', ...rows] = (await readFile(path, 'utf8')).trim().split('\n')
  const columns = header.split(',')
  const row = (values: Record<string, string>) => columns.map((name) => values[name] ?? '').join(',')
  await writeFile(path, [header, ...rows, row({ dispute_id: 'R1', opened_on: '2025-01-10' })].join('\n'))
  expect(await run(ledgers, '2025-03-31')).toBeNull()

  const late = row({ dispute_id: 'R2', opened_on: '2025-01-20' })
  const fresh = row({ dispute_id: 'R3', opened_on: '2025-04-02' })
  const before = await readFile(path, 'utf8')
  await writeFile(path, [before.trim(), late, fresh].join('\n'))
  const told = await run(ledgers, '2025-04-30')
  expect(told?.since).toBe('2025-03-31')
  const opened = told?.rows.filter(({ metric }) => metric === 'disputes.opened')
  expect(opened?.map(({ period, before: then, after }) => [period, (after ?? 0) - (then ?? 0)])).toEqual([['2025-01', 1]])
  expect(await run(ledgers, '2025-04-30')).toEqual(told)
})

test('an extract without answers tells what has changed as well, whichever of the two has them', async () => {
  const ledgers = join(base, 'plain')
  await cp(fixtureFolder('bare'), ledgers, { recursive: true })
  const path = join(ledgers, 'disputes.csv')
  const header = (await readFile(path, 'utf8')).split('\n')[0] ?? ''
  const columns = header.split(',')
  const rows = ['2025-01-10', '2025-01-20', '2025-01-21', '2025-01-22'].map((day, i) => columns.map((name) => ({ dispute_id: `P${i}`, opened_on: day })[name] ?? '').join(','))
  const opened = async (cases: number, bake: boolean) => {
    await writeFile(path, [header, ...rows.slice(0, cases)].join('\n'))
    const told = await run(ledgers, '2025-03-31', { bake, out: 'plain-out' })
    return told?.rows.filter(({ metric }) => metric === 'disputes.opened').map(({ period, before, after }) => [period, before, after])
  }
  expect(await opened(1, false)).toBeUndefined()
  expect(await opened(2, false)).toEqual([['2025-01', 1, 2]])
  expect(await opened(3, true)).toEqual([['2025-01', 2, 3]])
  expect(await opened(4, false)).toEqual([['2025-01', 3, 4]])
}, 60_000)

test('a score changed later is told, though scores do not add up; the same ledgers at a later date tell nothing', async () => {
  const ledgers = join(base, 'scores')
  await cp(fixtureFolder('evaluation'), ledgers, { recursive: true })
  const path = join(ledgers, 'indicator_scores.csv')
  await run(ledgers, '2025-06-15', { out: 'scores-out', bake: false })
  expect((await run(ledgers, '2025-06-30', { out: 'scores-out', bake: false }))?.rows ?? []).toEqual([])
  const text = await readFile(path, 'utf8')
  const changed = text.replace(/^(S1,U1,工会,2024-Q4,)10\b/m, (_, row: string) => `${row}2`)
  expect(changed).not.toBe(text)
  await writeFile(path, changed)
  const told = await run(ledgers, '2025-06-30', { out: 'scores-out', bake: false })
  expect(new Set(told?.rows.map(({ metric }) => metric))).toContain('evaluation.score')
  expect(new Set(told?.rows.map(({ period }) => period.slice(0, 4)))).toEqual(new Set(['2024']))
}, 60_000)

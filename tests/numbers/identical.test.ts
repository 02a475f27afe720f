import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { extract } from '../../scripts/lib/extract-command'
import { ledgerAsOf, miniLedger } from '../support/mini-ledger'

let base: string

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'xieshang-identical-'))
})

afterAll(() => rm(base, { recursive: true, force: true }))

const hashes = async (folder: string): Promise<Record<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name)).sort()
  const hash = async (file: string) => createHash('sha256').update(await readFile(file)).digest('hex')
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file.slice(folder.length + 1), await hash(file)] as const)))
}

test.each(['case', 'cells'] as const)('the same ledgers give the same bytes, as %s', async (detail) => {
  const folder = await miniLedger(5, 60)
  const runs = [join(base, `${detail}-one`), join(base, `${detail}-two`)]
  // Answers are computed from what the files hold: baking them for one kind proves both.
  for (const out of runs) await extract({ folder, out, detail, bake: detail === 'cells', asOf: ledgerAsOf, maxRejected: 1 })
  const [one = {}, two = {}] = await Promise.all(runs.map(hashes))
  expect(two).toEqual(one)
  expect(Object.keys(one)).toEqual(expect.arrayContaining(['index.json', 'mini/manifest.json', 'mini/disputes.parquet', 'mini/workforce.parquet', ...(detail === 'cells' ? ['mini/answers/overview.json'] : [])]))
})

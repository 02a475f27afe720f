import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CommandError } from '../command/command-error'
import { readReference } from '../reference'
import { shape } from '../shape/shape'
import { stage } from '../stage/stage'
import { fingerprint } from '../tooling/files.mjs'
import { root } from '../tooling/root.mjs'
import { writeExtract } from '../write/extract'
import { publishExtract } from '../write/publish'
import { scaleFacts } from './scale'
import { benchSizes, type BenchSize } from './sizes'

/** What makes an extract: another state of any of these makes another one. */
const inputs = [
  'data/sample', 'data/reference', 'src/domain', 'scripts/lib/workdays.ts', 'scripts/lib/reference.ts',
  ...['bake', 'bind', 'check', 'mapping', 'match', 'read', 'shape', 'stage', 'values', 'write'].map((folder) => `scripts/lib/${folder}`),
  ...['extracts', 'multiply', 'scale', 'sizes', 'streets'].map((file) => `scripts/lib/bench/${file}.ts`),
]

const folderOf = (id: BenchSize['id']): string => join(root, '.cache', 'bench', id)
const stampOf = (id: BenchSize['id']): string => join(root, '.cache', 'bench', `${id}.stamp`)

const isFresh = (id: BenchSize['id'], hash: string): boolean => existsSync(join(folderOf(id), 'index.json')) && existsSync(stampOf(id)) && readFileSync(stampOf(id), 'utf8') === hash

export const makeBenchExtract = async (size: BenchSize, say: (line: string) => void): Promise<void> => {
  const staged = await stage({ folder: join(root, 'data', 'sample') })
  try {
    const reference = await readReference()
    await staged.connection.run('SET threads = 2')
    const recorded = await shape(staged, reference.calendar)
    const named = size.streets === 0 ? staged : { ...staged, name: `bench-${size.id}`, title: size.title, synthetic: true }
    if (size.streets > 0) await scaleFacts(staged.connection, size, (id) => { say(`${size.id} fact.${id}`) })
    say(`${size.id} writing`)
    await publishExtract(folderOf(size.id), named.name, async (folder) => {
      await writeExtract({ staged: named, recorded, reference }, { detail: 'auto' }, folder, join(folder, 'none'))
    })
  } finally {
    staged.close()
  }
}

/**
 * The extracts to measure with, each a folder of extracts of its own under `.cache/bench`, with the answers of every page baked;
 * made again only where the code or the sample's ledgers have changed. The sample's ledgers must be there. Throws a CommandError for a size there is not.
 */
export const benchExtracts = async (say: (line: string) => void = () => undefined, ids: readonly string[] = benchSizes.map(({ id }) => id)): Promise<Readonly<Record<string, string>>> => {
  const known = benchSizes.map(({ id }) => id)
  const unknown = ids.find((id) => !known.some((one) => one === id))
  if (unknown !== undefined) throw new CommandError({ zh: `没有“${unknown}”这种大小。`, en: `There is no size "${unknown}".` }, { zh: `可用：${known.join('、')}。`, en: `There are ${known.join(', ')}.` })
  const hash = fingerprint(root, inputs)
  await mkdir(join(root, '.cache', 'bench'), { recursive: true })
  const chosen = benchSizes.filter(({ id }) => ids.includes(id))
  for (const size of chosen.filter(({ id }) => !isFresh(id, hash))) {
    const start = performance.now()
    await rm(folderOf(size.id), { recursive: true, force: true })
    await makeBenchExtract(size, say)
    await writeFile(stampOf(size.id), hash)
    say(`${size.id} made in ${Math.round((performance.now() - start) / 1000)} s`)
  }
  return Object.fromEntries(chosen.map(({ id }) => [id, folderOf(id)]))
}

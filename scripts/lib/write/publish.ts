import { existsSync, renameSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Manifest } from '../../../src/domain/manifest'
import { removeOnInterrupt } from '../command/interrupt'
import type { ExtractEntry, ExtractIndex } from '../../../src/engine/extract-files'

/** Stable text of a JSON document, with a line break at its end. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value)}\n`

const readManifest = async (folder: string): Promise<Manifest | null> => {
  try {
    return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest
  } catch {
    return null
  }
}

/** Rewrites index.json from the extracts that are there: real ledgers before samples, the newest first. */
const writeIndex = async (out: string): Promise<void> => {
  const folders = (await readdir(out, { withFileTypes: true })).filter((f) => f.isDirectory() && !f.name.startsWith('.'))
  const manifests = (await Promise.all(folders.map((f) => readManifest(join(out, f.name))))).filter((m): m is Manifest => m !== null)
  const extracts: ExtractEntry[] = manifests
    .map(({ id, title, asOf, synthetic }) => ({ id, title, asOf, synthetic }))
    .sort((a, b) => Number(a.synthetic) - Number(b.synthetic) || (a.asOf < b.asOf ? 1 : a.asOf > b.asOf ? -1 : a.id < b.id ? -1 : 1))
  const path = join(out, 'index.json')
  const index: ExtractIndex = { schema: 1, extracts }
  await writeFile(`${path}.tmp`, jsonText(index))
  await rename(`${path}.tmp`, path)
}

interface Places {
  readonly target: string
  readonly fresh: string
  readonly old: string
}

/** Both renames in one breath, so that nothing comes between; the previous extract comes back if the second one fails. */
const exchange = ({ target, fresh, old }: Places): void => {
  const isThere = existsSync(target)
  if (isThere) renameSync(target, old)
  try {
    renameSync(fresh, target)
  } catch (error) {
    if (isThere) renameSync(old, target)
    throw error
  }
}

/** An extract set aside by a run that was killed at the last step is the one that counts. */
const recover = ({ target, old }: Places): void => {
  if (!existsSync(target) && existsSync(old)) renameSync(old, target)
}

/**
 * Writes an extract beside its place and moves it there only when it is whole; a failed run leaves the previous one
 * untouched.
 */
export const publishExtract = async (out: string, id: string, write: (folder: string) => Promise<void>): Promise<string> => {
  const places: Places = { target: join(out, id), fresh: join(out, `.${id}.new`), old: join(out, `.${id}.old`) }
  await mkdir(out, { recursive: true })
  recover(places)
  await rm(places.fresh, { recursive: true, force: true })
  await rm(places.old, { recursive: true, force: true })
  const forget = removeOnInterrupt(places.fresh)
  await mkdir(join(places.fresh, 'answers'), { recursive: true })
  try {
    await write(places.fresh)
    exchange(places)
  } finally {
    await rm(places.fresh, { recursive: true, force: true })
    forget()
  }
  await rm(places.old, { recursive: true, force: true })
  await writeIndex(out)
  return places.target
}

import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Manifest } from '../../../src/domain/manifest'
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

/**
 * Writes an extract beside its place and moves it there only when it is whole; a failed run leaves the previous one
 * untouched.
 */
export const publishExtract = async (out: string, id: string, write: (folder: string) => Promise<void>): Promise<string> => {
  const [target, fresh, old] = [join(out, id), join(out, `.${id}.new`), join(out, `.${id}.old`)]
  await mkdir(out, { recursive: true })
  await rm(fresh, { recursive: true, force: true })
  await mkdir(join(fresh, 'answers'), { recursive: true })
  try {
    await write(fresh)
    await rm(old, { recursive: true, force: true })
    await rename(target, old).catch(() => undefined)
    await rename(fresh, target)
  } finally {
    await rm(fresh, { recursive: true, force: true })
    await rm(old, { recursive: true, force: true })
  }
  await writeIndex(out)
  return target
}

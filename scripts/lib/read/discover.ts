import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { ReadError } from './read-error'

const readable = new Set(['.csv', '.tsv', '.txt', '.xlsx'])

export interface Discovery {
  /** Ledger files, relative to the folder with forward slashes, sorted by code unit so that every machine agrees. */
  readonly files: readonly string[]
  /** Visible files that cannot be read by their extension, so that the report can list them. */
  readonly ignored: readonly string[]
}

/**
 * Every ledger file under a folder, at any depth. Hidden files and folders, Excel's lock files (`~$…`) and the mapping
 * `source.json` are no ledgers and are not listed. Throws ReadError `folder.missing`.
 */
export async function discover(folder: string): Promise<Discovery> {
  await requireFolder(folder)
  const all = (await walk(folder, '')).sort()
  const isLedger = (file: string) => readable.has(extname(file).toLowerCase())
  return { files: all.filter(isLedger), ignored: all.filter((file) => !isLedger(file)) }
}

async function walk(folder: string, below: string): Promise<string[]> {
  const files: string[] = []
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    const kind = entry.isSymbolicLink() ? await stat(join(folder, path)).catch(() => null) : entry
    if (kind?.isDirectory() && !entry.isSymbolicLink()) files.push(...await walk(folder, path))
    else if (kind?.isFile() && entry.name !== 'source.json') files.push(path)
  }
  return files
}

async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null)
  if (found?.isDirectory()) return
  throw new ReadError(
    'folder.missing',
    { zh: `找不到数据文件夹“${folder}”。`, en: `There is no source folder "${folder}".` },
    { zh: '请检查路径是否写对，并确认它是文件夹。', en: 'Check the path and that it is a folder.' },
  )
}

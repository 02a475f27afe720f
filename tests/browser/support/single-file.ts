import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { singleFile } from '../../../scripts/lib/tooling/build-single-file.mjs'
import { root } from '../../../scripts/lib/tooling/root.mjs'

/** Where people put such a file: a stick with a folder whose name has spaces and Chinese characters. */
const place = join('优盘 (E) USB', '汇报 2025 #3')
const name = '协商 看板.html'

export interface OpenedFile {
  readonly path: string
  /** Its folder as an address, with a slash at its end. */
  readonly base: string
  /** Its name as it stands in an address. */
  readonly name: string
}

/** The page of an extract as one file, on a stick of its own. */
export const writeSingleFile = async (options: { readonly extracts?: string; readonly engine?: boolean } = {}): Promise<OpenedFile> => {
  const folder = join(mkdtempSync(join(tmpdir(), 'xieshang-stick-')), place)
  mkdirSync(folder, { recursive: true })
  const path = join(folder, name)
  writeFileSync(path, await singleFile(root, options))
  return { path, base: pathToFileURL(`${folder}/`).href, name: encodeURIComponent(name) }
}

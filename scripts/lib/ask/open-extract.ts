import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Manifest } from '../../../src/domain/manifest'
import { CommandError } from '../command/command-error'
import { rowsOfFile } from '../write/sql'

export interface OpenExtract {
  readonly manifest: Manifest
  readonly connection: DuckDBConnection
  close(): void
}

const hasManifest = (folder: string): boolean => existsSync(join(folder, 'manifest.json'))

/** The folder of an extract: itself, or the only extract inside. */
const folderOf = (given: string): string => {
  const folder = resolve(given)
  if (hasManifest(folder)) return folder
  const inside = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)).filter(hasManifest) : []
  if (inside.length === 1 && inside[0]) return inside[0]
  if (inside.length > 1)
    throw new CommandError(
      { zh: `${given} 里有 ${inside.length} 个数据包。`, en: `${given} holds ${inside.length} extracts.` },
      { zh: `请用 --extract 指明其中一个：${inside.join('，')}`, en: `Name one of them with --extract: ${inside.join(', ')}` },
    )
  throw new CommandError(
    { zh: `${given} 里没有数据包（找不到 manifest.json）。`, en: `${given} holds no extract: there is no manifest.json.` },
    { zh: '先运行 npm run extract -- <台账文件夹>，再用 --extract 指明它写出的文件夹。', en: 'Run npm run extract -- <ledger folder> first, then name the folder it wrote with --extract.' },
  )
}

const damaged = (path: string, cause: unknown): CommandError => {
  const why = cause instanceof Error ? cause.message.split('\n')[0] ?? '' : String(cause)
  return new CommandError(
    { zh: `${path} 已损坏或不完整（${why}）。`, en: `${path} is damaged or incomplete (${why}).` },
    { zh: '请重新运行 npm run extract 生成数据包。', en: 'Make the extract again with npm run extract.' },
  )
}

const readManifest = async (path: string): Promise<Manifest> => {
  const text = await readFile(path, 'utf8')
  try {
    return JSON.parse(text) as Manifest
  } catch (cause) {
    throw damaged(path, cause)
  }
}

const openFact = async (connection: DuckDBConnection, id: string, path: string): Promise<void> => {
  try {
    await connection.run(`CREATE VIEW "${id}" AS SELECT * FROM ${rowsOfFile(path)}`)
  } catch (cause) {
    throw damaged(path, cause)
  }
}

/** Opens an extract's facts in native DuckDB. Rejects with CommandError where there is none. */
export const openExtract = async (given: string): Promise<OpenExtract> => {
  const folder = folderOf(given)
  const manifest = await readManifest(join(folder, 'manifest.json'))
  if (manifest.schema !== 1)
    throw new CommandError(
      { zh: `数据包 ${folder} 的格式版本是 ${String(manifest.schema)}，本程序只认识 1。`, en: `The extract ${folder} has schema ${String(manifest.schema)}; this program knows 1.` },
      { zh: '请用同一版本的程序重新生成。', en: 'Make it again with the same version of the program.' },
    )
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  for (const [id, fact] of Object.entries(manifest.facts)) await openFact(connection, id, join(folder, fact.file))
  return { manifest, connection, close: () => { connection.closeSync(); instance.closeSync() } }
}

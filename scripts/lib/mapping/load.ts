import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bilingual } from '../../../src/domain/text'
import { StageError } from '../stage/error'
import { nameIssues } from './check-names'
import { listIssues, type MappingIssue } from './issue'
import { mappingSchema, noMapping, type Mapping } from './schema'
import { zodIssues } from './zod-issues'

const todo = {
  zh: '写法见 data/mappings/README.md。',
  en: 'See data/mappings/README.md for how it is written.',
}

const invalid = (file: string, issues: readonly MappingIssue[]): StageError => new StageError(
  'mapping_invalid',
  { zh: `映射文件 ${file} 有误：\n${listIssues(issues, 'zh')}\n`, en: `The mapping ${file} is not valid:\n${listIssues(issues, 'en')}\n` },
  todo,
)

const reasonOf = (file: string, cause: unknown): Bilingual => {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  if (code === 'ENOENT') return { zh: `没有映射文件 ${file}。`, en: `There is no mapping ${file}.` }
  if (code === 'EISDIR') return { zh: `${file} 是文件夹，不是映射文件。`, en: `${file} is a folder, not a mapping.` }
  const detail = cause instanceof Error ? cause.message : String(cause)
  return cause instanceof SyntaxError
    ? { zh: `映射文件 ${file} 不是有效的 JSON（${detail}）。`, en: `The mapping ${file} is not valid JSON (${detail}).` }
    : { zh: `映射文件 ${file} 无法读取（${detail}）。`, en: `The mapping ${file} cannot be read (${detail}).` }
}

const unreadable = (file: string, cause: unknown): StageError =>
  new StageError('mapping_unreadable', reasonOf(file, cause), todo, { cause })

/** Checks the content of a mapping. Throws `mapping_invalid` with every path that is wrong. */
export const parseMapping = (content: unknown, file = 'source.json'): Mapping => {
  const parsed = mappingSchema.safeParse(content)
  if (!parsed.success) throw invalid(file, zodIssues(parsed.error))
  const issues = nameIssues(parsed.data)
  if (issues.length > 0) throw invalid(file, issues)
  return parsed.data
}

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw unreadable(file, cause)
  }
}

/** The mapping given by path, else `source.json` in the folder, else an empty one. */
export const loadMapping = (folder: string, path?: string): Mapping => {
  const file = path ?? join(folder, 'source.json')
  if (path === undefined && !existsSync(file)) return noMapping
  return parseMapping(readJson(file), file)
}

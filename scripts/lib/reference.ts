import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ManifestBenchmark } from '../../src/domain/manifest'
import { parseAreas, type Area } from '../../src/domain/reference/areas'
import { parseBenchmarks } from '../../src/domain/reference/benchmarks'
import { parseCalendar, type Calendar } from '../../src/domain/reference/calendar'
import { parseLegalParameters, type LegalParameters } from '../../src/domain/reference/legal'
import { parseSizeRules, type SizeRule } from '../../src/domain/reference/size-rule'
import { StageError } from './stage/error'
import { root } from './tooling/root.mjs'

/** The tables a user may extend without code, parsed. */
export interface Reference {
  readonly areas: readonly Area[]
  readonly benchmarks: readonly ManifestBenchmark[]
  readonly calendar: Calendar
  readonly legal: LegalParameters
  readonly sizeRules: readonly SizeRule[]
}

/** The repository's own tables. */
export const referenceFolder = join(root, 'data', 'reference')

const tables = ['areas', 'benchmarks', 'holidays', 'legal-parameters', 'size-rule'] as const

const missing = (folder: string, files: readonly string[]): StageError => new StageError(
  'reference_missing',
  { zh: `参考表文件夹 ${folder} 里没有 ${files.join('、')}。`, en: `The folder of reference tables ${folder} has no ${files.join(', ')}.` },
  { zh: '请从程序原有的 data/reference 中补回，再运行一次。', en: 'Put back what the program came with in data/reference, then run again.' },
)

const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** The text of every table. All are tried before any failure is told, so that it is the same one every time. */
const readTables = async (folder: string): Promise<string[]> => {
  const read = await Promise.allSettled(tables.map((table) => readFile(join(folder, `${table}.csv`), 'utf8')))
  const absent = tables.filter((_, i) => read[i]?.status === 'rejected' && isAbsent(read[i].reason))
  if (absent.length > 0) throw missing(folder, absent.map((table) => `${table}.csv`))
  return read.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value
  })
}

/** Reads every reference table of a folder. Rejects with ReferenceTableError where one is wrong, with StageError where some are absent. */
export const readReference = async (folder: string = referenceFolder): Promise<Reference> => {
  const [areas, benchmarks, holidays, legal, sizeRule] = await readTables(folder)
  return {
    areas: parseAreas(areas ?? ''),
    benchmarks: parseBenchmarks(benchmarks ?? ''),
    calendar: parseCalendar(holidays ?? ''),
    legal: parseLegalParameters(legal ?? ''),
    sizeRules: parseSizeRules(sizeRule ?? ''),
  }
}

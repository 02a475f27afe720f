import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ManifestBenchmark } from '../../src/domain/manifest'
import { parseAreas, type Area } from '../../src/domain/reference/areas'
import { parseBenchmarks } from '../../src/domain/reference/benchmarks'
import { parseCalendar, type Calendar } from '../../src/domain/reference/calendar'
import { parseLegalParameters, type LegalParameters } from '../../src/domain/reference/legal'
import { parseSizeRules, type SizeRule } from '../../src/domain/reference/size-rule'

/** The tables a user may extend without code, parsed. */
export interface Reference {
  readonly areas: readonly Area[]
  readonly benchmarks: readonly ManifestBenchmark[]
  readonly calendar: Calendar
  readonly legal: LegalParameters
  readonly sizeRules: readonly SizeRule[]
}

/** The repository's own tables. */
export const referenceFolder = fileURLToPath(new URL('../../data/reference', import.meta.url))

const readTable = (folder: string, table: string): Promise<string> => readFile(join(folder, `${table}.csv`), 'utf8')

/** Reads every reference table of a folder. Rejects with ReferenceTableError where one is wrong, with Node's own error where one is absent. */
export const readReference = async (folder: string = referenceFolder): Promise<Reference> => {
  const tables = ['areas', 'benchmarks', 'holidays', 'legal-parameters', 'size-rule'] as const
  const [areas, benchmarks, holidays, legal, sizeRule] = await Promise.all(tables.map((table) => readTable(folder, table)))
  return {
    areas: parseAreas(areas ?? ''),
    benchmarks: parseBenchmarks(benchmarks ?? ''),
    calendar: parseCalendar(holidays ?? ''),
    legal: parseLegalParameters(legal ?? ''),
    sizeRules: parseSizeRules(sizeRule ?? ''),
  }
}

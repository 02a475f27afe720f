import type { DuckDBConnection } from '@duckdb/node-api'
import { dimensionOf, dimensions } from '../../../src/domain/dimensions'
import { fixedMembers } from '../../../src/domain/members'
import { factOf } from '../../../src/domain/facts'
import type { ManifestFact, ManifestMember } from '../../../src/domain/manifest'
import type { Area } from '../../../src/domain/reference/areas'
import { industryOf } from '../../../src/domain/reference/industry'
import type { Bilingual } from '../../../src/domain/text'
import { ratedPartsName } from './rated-parts-name'
import { indicatorMembers } from './indicator-members'
import { readIndicators } from './indicators'

interface Named extends Bilingual {
  readonly parent: string | null
}

const texts = async (connection: DuckDBConnection, sql: string): Promise<(string | null)[][]> =>
  (await connection.runAndReadAll(sql)).getRows().map((row) => row.map((v) => (v === null ? null : String(v))))

/** Members that occur, by dimension: one statement over each fact that has rows. */
const occurring = async (connection: DuckDBConnection, written: Readonly<Record<string, ManifestFact>>): Promise<ReadonlyMap<string, readonly string[]>> => {
  const found = new Map<string, Set<string>>()
  for (const [id, { rows, columns }] of Object.entries(written)) {
    const names = new Set(columns.map(({ name }) => name))
    const held = rows === 0 ? [] : factOf(id).dimensions.filter((dimension) => names.has(dimension))
    if (held.length === 0) continue
    const selects = held.map((dimension) => `SELECT DISTINCT '${dimension}' AS d, "${dimension}" AS m FROM kept.${id} WHERE "${dimension}" IS NOT NULL`)
    for (const [dimension, member] of await texts(connection, selects.join(' UNION ALL ')))
      if (dimension && member !== null && member !== undefined) found.set(dimension, (found.get(dimension) ?? new Set()).add(member))
  }
  return new Map([...found].map(([dimension, members]) => [dimension, [...members].sort()]))
}

const areaNames = async (connection: DuckDBConnection, reference: readonly Area[]): Promise<Map<string, Named>> => {
  const names = new Map<string, Named>(reference.map((a) => [a.code, { ...a.name, parent: null }]))
  for (const [code, zh, en] of await texts(connection, 'SELECT area_code, name_zh, name_en FROM stage.areas ORDER BY _file, _row'))
    if (code) names.set(code, { zh: zh ?? code, en: en ?? names.get(code)?.en ?? zh ?? code, parent: null })
  return names
}

/** A clerk's list rarely has English names: a joint union is then called after its committee. */
const unionEnglish = (given: string | null, zh: string, area: Named | undefined): string =>
  given ?? (area && area.en !== area.zh ? `${area.en.replace(/ Residential Committee$/, '')} joint union` : zh)

const unionNames = async (connection: DuckDBConnection, areas: ReadonlyMap<string, Named>): Promise<Map<string, Named>> =>
  new Map(
    (await texts(connection, `SELECT union_id, name_zh, name_en, area_code FROM stage.unions WHERE level = 'joint' ORDER BY area_code, union_id`)).map(
      ([id, zh, en, area]) => [id ?? '', { zh: zh ?? id ?? '', en: unionEnglish(en ?? null, zh ?? id ?? '', areas.get(area ?? '')), parent: null }] as const,
    ),
  )

/** What is evaluated: places and unions by their names, enterprises by their pseudonymous ids alone. */
const unitNames = async (connection: DuckDBConnection, areas: ReadonlyMap<string, Named>): Promise<Map<string, Named>> =>
  new Map([
    ...areas,
    ...(await texts(connection, `SELECT union_id, name_zh, name_en, area_code FROM stage.unions ORDER BY union_id`)).map(
      ([id, zh, en, area]) => [id ?? '', { zh: zh ?? id ?? '', en: unionEnglish(en ?? null, zh ?? id ?? '', areas.get(area ?? '')), parent: null }] as const,
    ),
  ])

/** Of the levels a dimension lies in the nearest tells the parent. */
const parentOf = (dimension: string, id: string): string | null => {
  const [nearest] = Object.values(dimensionOf(dimension)?.within ?? {})
  return nearest?.(id) ?? null
}

const labelled = (dimension: string, id: string, names: ReadonlyMap<string, Named>): ManifestMember => {
  const industry = dimension.startsWith('industry') ? industryOf(id) : null
  const known = names.get(id) ?? (industry && { zh: industry.zh, en: industry.en })
  return { id, zh: known?.zh ?? id, en: known?.en ?? id, parent: parentOf(dimension, id) }
}

/** Committees of the street the ledgers are about: all of them, also those without a case. */
const committeesOf = (areas: ReadonlyMap<string, Named>, seen: readonly string[]): string[] => {
  const streets = new Set(seen.filter((code) => /^\d{12}$/.test(code)).map((code) => code.slice(0, 9)))
  return streets.size === 1 ? [...areas.keys()].filter((code) => code.length === 12 && streets.has(code.slice(0, 9))) : []
}

/** Members of every dimension: those that occur, and the places and unions the ledgers list without a case. */
export const membersOf = async (connection: DuckDBConnection, reference: readonly Area[], written: Readonly<Record<string, ManifestFact>>): Promise<Record<string, ManifestMember[]>> => {
  const areas = await areaNames(connection, reference)
  const unions = await unionNames(connection, areas)
  const units = await unitNames(connection, areas)
  const indicators = await readIndicators(connection)
  const occurs = await occurring(connection, written)
  const result: Record<string, ManifestMember[]> = {}
  for (const dimension of dimensions) {
    const seen = occurs.get(dimension.id) ?? []
    if (dimension.labels.kind !== 'extract') {
      result[dimension.id] = fixedMembers(dimension).filter(({ id }) => seen.includes(id))
      continue
    }
    if (dimension.id === 'indicator') {
      result.indicator = indicatorMembers(indicators, seen)
      continue
    }
    if (dimension.id === 'rated_parts') {
      result.rated_parts = seen.map((id) => ({ id, ...ratedPartsName(id), parent: null }))
      continue
    }
    const listed = dimension.id === 'area' ? committeesOf(areas, seen) : dimension.id === 'union' && seen.length ? [...unions.keys()] : []
    const ids = dimension.id === 'union' ? [...new Set([...listed, ...seen])] : [...new Set([...listed, ...seen])].sort()
    const names = dimension.id === 'union' ? unions : dimension.id === 'unit' ? units : areas
    result[dimension.id] = ids.map((id) => labelled(dimension.id, id, names))
  }
  return result
}

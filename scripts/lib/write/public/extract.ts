import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Manifest, ManifestRounding } from '../../../../src/domain/manifest'
import { publicRows } from '../../../../src/domain/public-facts'
import { protectParameters } from '../../protect/parameters'
import { tieBreak } from '../../protect/tie-break'
import type { StagedLedgers } from '../../stage/stage'
import { ledgerBegins } from '../begins'
import { readBenchmarks } from '../benchmarks'
import { writeBaked, type Shaped } from '../extract'
import { manifestOf } from '../manifest'
import { membersOf } from '../members'
import { jsonText } from '../publish'
import { requireSafe } from './audit'
import type { Deviation } from './deviations'
import { headlinesOf, type Headline } from './headlines'
import { addRelease, recordsHash, type Ledger } from './ledger'
import { writePublicFacts } from './rounded-facts'
import { secretsOf } from './secrets'

export interface PublicShaped extends Shaped {
  readonly staged: StagedLedgers
}

export interface PublicExtract {
  readonly manifest: Manifest
  readonly deviations: readonly Deviation[]
  readonly headlines: readonly Headline[]
  /** The ledger after this release. */
  readonly ledger: Ledger
}

/** The name of the public extract made of the ledgers of that name. */
export const publicName = (name: string): string => `${name}-public`

/** A place is narrowed by one dimension, however many name it. */
const boundsOf = (deviations: readonly Deviation[], dimensions: readonly string[]): number[] => {
  const { base } = protectParameters
  const bounds: number[] = []
  for (let count = 0; count <= dimensions.length; count += 1) {
    const off = deviations.filter(({ margin }) => margin.filter((name) => dimensions.includes(name)).length === count).flatMap(({ largest, ofAnyPeriod }) => [largest, ofAnyPeriod ?? 0])
    bounds.push(Math.ceil(Math.max(base, bounds.at(-1) ?? 0, ...off) / base) * base)
  }
  return bounds.slice(0, bounds.indexOf(bounds.at(-1) ?? 0) + 1)
}

/** By fact and sum how far off numbers are by as many dimensions, in whole bases: more exactly would say more than it need. */
const withinOf = (deviations: readonly Deviation[]): ManifestRounding['within'] =>
  Object.fromEntries(publicRows.map(({ fact, flags, dimensions }) => [fact, Object.fromEntries(['n', ...flags].map((sum) => [sum, boundsOf(deviations.filter((one) => one.fact === fact && one.sum === sum), dimensions)]))]))

/**
 * Writes a public extract into a folder that has `answers` in it: nothing of the ledgers' files, rows, checks or targets is
 * in it, and every number in it is of the rounded tables. Throws a CommandError where the audit finds anything against it.
 */
export const writePublicExtract = async ({ staged, recorded, reference }: PublicShaped, ledger: Ledger, folder: string, { bake = true }: { readonly bake?: boolean } = {}): Promise<PublicExtract> => {
  const { connection, asOf } = staged
  const rounding = { asOf, order: tieBreak(staged.keyFor('rounding')), hash: recordsHash(staged.keyFor('records')), ledger }
  const { facts, deviations, told } = await writePublicFacts(connection, folder, rounding, { recorded, begins: await ledgerBegins(staged) })
  const members = await membersOf(connection, reference.areas, facts)
  const nothingOfTheLedgers = { ...staged, sources: [], counts: new Map(), checks: [], unknownColumns: [] }
  const bare: Omit<Manifest, 'answers'> = {
    ...manifestOf(nothingOfTheLedgers, facts, members, { targets: [], benchmarks: await readBenchmarks(connection, reference.benchmarks), indicators: [] }),
    id: publicName(staged.name),
    profile: 'public',
    rounding: { base: protectParameters.base, within: withinOf(deviations) },
  }
  await connection.run('USE kept')
  const manifest: Manifest = { ...bare, ...(bake ? await writeBaked(staged, folder, bare) : { answers: {} }) }
  await writeFile(join(folder, 'checks.json'), jsonText({ schema: 1, extract: manifest.content, checks: [], revisions: null }))
  await writeFile(join(folder, 'manifest.json'), jsonText(manifest))
  const headlines = await headlinesOf(connection, manifest)
  await requireSafe({ connection, folder, manifest, secrets: await secretsOf(staged) })
  return { manifest, deviations, headlines, ledger: addRelease(ledger, { asOf, content: manifest.content }, told) }
}

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { factOf } from '../../../../src/domain/facts'
import type { Manifest } from '../../../../src/domain/manifest'
import { publicFacts } from '../../../../src/domain/public-facts'
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
import { headlinesOf, type Headline } from './headlines'
import { addRelease, recordsHash, type Ledger } from './ledger'
import { writePublicFacts, type Deviation } from './rounded-facts'
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

/** How far off numbers are by as many dimensions, in whole bases: more exactly would say more than it need. */
const withinOf = (deviations: readonly Deviation[]): number[] => {
  const { base } = protectParameters
  const most = Math.max(...publicFacts.map(({ dimensions }) => dimensions.length))
  const within: number[] = []
  for (let count = 0; count <= most; count += 1) {
    const off = deviations.filter(({ fact, margin }) => margin.filter((name) => factOf(fact).dimensions.includes(name)).length === count).flatMap(({ largest, ofAnyPeriod }) => [largest, ofAnyPeriod ?? 0])
    within.push(Math.ceil(Math.max(base, within.at(-1) ?? 0, ...off) / base) * base)
  }
  return within.slice(0, within.indexOf(within.at(-1) ?? 0) + 1)
}

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

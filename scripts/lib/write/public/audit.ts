import type { DuckDBConnection } from '@duckdb/node-api'
import { join } from 'node:path'
import type { Manifest } from '../../../../src/domain/manifest'
import { CommandError } from '../../command/command-error'
import { attackerFaults } from './audit-attackers'
import { bakedFaults } from './audit-baked'
import { fileFaults } from './audit-files'
import { headsFaults } from './audit-heads'
import { rowFaults } from './audit-rows'

export interface Audited {
  readonly connection: DuckDBConnection
  readonly folder: string
  readonly manifest: Manifest
  /** Names and ids of the ledgers, none of which may stand in any file. */
  readonly secrets: Iterable<string>
}

/** What speaks against publishing an extract; empty where nothing does. Schemas `fact` and `joint` hold the truth. */
export const auditFaults = async ({ connection, folder, manifest, secrets }: Audited): Promise<string[]> => {
  const { profile, rounding } = manifest
  if (profile !== 'public' || !rounding) return ['the manifest is not of a public extract']
  return [
    ...(await rowFaults(connection, (file) => join(folder, file), manifest)),
    ...(await headsFaults(connection, (file) => join(folder, file), manifest.facts)),
    ...(await fileFaults(folder, manifest, secrets)),
    ...(await attackerFaults(connection, rounding.base)),
    ...(await bakedFaults(connection, folder, manifest)),
  ]
}

/** Throws a CommandError where anything speaks against it. */
export const requireSafe = async (audited: Audited): Promise<void> => {
  const faults = await auditFaults(audited)
  if (faults.length === 0) return
  throw new CommandError(
    { zh: `公开前的核查没有通过（${faults.length} 项），没有生成公开数据包：${faults.slice(0, 5).join('；')}。`, en: `The audit before publication failed (${faults.length} findings); no public extract was made: ${faults.slice(0, 5).join('; ')}.` },
    { zh: '这是程序的错误，不是台账的错误：请把以上内容告诉维护人员，勿公开。', en: 'This is a fault of the program, not of the ledgers: tell its maintainers, and publish nothing.' },
  )
}

import type { DuckDBConnection } from '@duckdb/node-api'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answer } from '../../../src/domain/answer'
import type { Manifest } from '../../../src/domain/manifest'
import { metrics } from '../../../src/domain/metrics'
import { monthOfDate, type Period } from '../../../src/domain/period'
import type { MeasureQuestion } from '../../../src/domain/question'
import type { Revision, Revisions } from '../../../src/domain/revisions'
import { openExtract, type OpenExtract } from '../ask/open-extract'
import { answerNatively } from '../bake/native'

// More than that is a ledger written anew: the count says so, and nobody reads ten thousand lines.
const listed = 500

/** Metrics that add up over months: whatever else changed in a past month changed with them. */
const counted = metrics.filter(({ adds, formula }) => adds.time && (formula.kind === 'count' || formula.kind === 'sum') && formula.reads === undefined)

const valuesOf = (answer: Answer | undefined): Map<string, { metric: string; period: string; value: number | null }> =>
  new Map(answer?.kind === 'measure' ? answer.cells.map(({ metric, period, value }) => [`${metric} ${period}`, { metric, period, value }]) : [])

/** Null where there is none, or one that another version wrote or that is damaged: the new extract then replaces it unread. */
const openPrevious = async (folder: string): Promise<OpenExtract | null> => {
  try {
    return await openExtract(folder)
  } catch {
    return null
  }
}

const toldBefore = async (folder: string): Promise<Revisions | null> => {
  try {
    const { revisions } = JSON.parse(await readFile(join(folder, 'checks.json'), 'utf8')) as { revisions?: Revisions | null }
    return revisions ?? null
  } catch {
    return null
  }
}

const pastMonths = (before: Manifest): Period | null => {
  const firsts = Object.values(before.facts).flatMap(({ covers }) => Object.values(covers).map(({ from }) => from))
  const to = monthOfDate(before.asOf) - 1
  const from = Math.max(Math.min(...firsts), to - 119)
  return firsts.length > 0 && from <= to ? { from, to } : null
}

const differences = (before: Answer | undefined, after: Answer | undefined): Revision[] => {
  const [old, now] = [valuesOf(before), valuesOf(after)]
  return [...now].flatMap(([key, { metric, period, value }]) => {
    const then = old.get(key)?.value ?? null
    return then !== value && then !== null ? [{ metric, period, before: then, after: value }] : []
  })
}

const compareWith = async (old: OpenExtract, connection: DuckDBConnection, manifest: Manifest): Promise<Revisions | null> => {
  const period = pastMonths(old.manifest)
  if (!period) return null
  const since = old.manifest.asOf
  const question: MeasureQuestion = { kind: 'measure', metrics: counted.map(({ id }) => id), by: [], where: [], grain: 'month', compare: 'none', period }
  const [then] = await answerNatively(old.connection, [question], old.manifest)
  const [now] = await answerNatively(connection, [question], manifest)
  const rows = differences(then, now)
  return { since, count: rows.length, rows: rows.slice(0, listed) }
}

/**
 * What changed in months that were over when the previous extract of the same name was made. Null without a previous
 * extract that can be read. `folder` is that of the previous extract; `connection` has the new facts in its schema.
 */
export const revisionsSince = async (folder: string, connection: DuckDBConnection, manifest: Manifest): Promise<Revisions | null> => {
  const old = await openPrevious(folder)
  if (!old) return null
  try {
    // The same facts written again: what they had changed is still what was last changed.
    return old.manifest.content === manifest.content ? await toldBefore(folder) : await compareWith(old, connection, manifest)
  } finally {
    old.close()
  }
}

import type { DuckDBConnection } from '@duckdb/node-api'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answer } from '../../../src/domain/answer'
import type { Manifest } from '../../../src/domain/manifest'
import { operandsOf } from '../../../src/domain/compile/gap'
import { factOf } from '../../../src/domain/facts'
import { metrics } from '../../../src/domain/metrics'
import type { Metric } from '../../../src/domain/metrics/metric'
import { monthOfDate, type Period } from '../../../src/domain/period'
import type { DimensionId, MeasureQuestion } from '../../../src/domain/question'
import type { Revision, Revisions } from '../../../src/domain/revisions'
import { openExtract, type OpenExtract } from '../ask/open-extract'
import { answerNatively } from '../bake/native'

// More than that is a ledger written anew: the count says so, and nobody reads ten thousand lines.
const listed = 500

const operandNames = ({ formula }: Metric): string[] => operandsOf(formula).map(({ fact, sum }) => `${fact}.${sum}`)

/** Metrics that add up over months. */
const counted = metrics.filter(({ adds, formula }) => adds.time && (formula.kind === 'count' || formula.kind === 'sum') && formula.reads === undefined)

/** A number changes only with a sum it is made of: beside what adds up it takes one metric for each sum that no other shows. */
const watched: readonly Metric[] = (() => {
  const shown = new Set(counted.flatMap(operandNames))
  const others = metrics.filter((metric) => {
    if (!['sum', 'share', 'ratio', 'rate', 'mean'].includes(metric.formula.kind) || metric.formula.reads === 'year') return false
    const names = operandNames(metric)
    if (names.every((name) => shown.has(name))) return false
    names.forEach((name) => shown.add(name))
    return true
  })
  return [...counted, ...others]
})()

/** What is never pooled is asked for each of its members, else only the first would be looked at. */
const questionsOver = (period: Period): MeasureQuestion[] => {
  const byDimensions = new Map<string, { readonly by: DimensionId[]; readonly ids: string[] }>()
  for (const metric of watched) {
    const by = Object.keys(factOf(operandsOf(metric.formula)[0]?.fact ?? '').apart ?? {}).sort()
    const group = byDimensions.get(by.join()) ?? { by, ids: [] }
    byDimensions.set(by.join(), group)
    group.ids.push(metric.id)
  }
  return [...byDimensions.values()].map(({ by, ids }) => ({ kind: 'measure', metrics: ids, by, where: [], grain: 'month', compare: 'none', period }))
}

type Told = Pick<Revision, 'metric' | 'period' | 'members'> & { readonly value: number | null }

const valuesOf = (answers: readonly Answer[]): Map<string, Told> =>
  new Map(answers.flatMap((answer) => (answer.kind === 'measure' ? answer.cells : [])).map(({ metric, period, members, value }) =>
    [JSON.stringify([metric, period, members]), { metric, period, value, ...(Object.keys(members).length > 0 ? { members } : {}) }]))

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

const differences = (before: readonly Answer[], after: readonly Answer[]): Revision[] => {
  const [old, now] = [valuesOf(before), valuesOf(after)]
  // A metric of which nothing was told before is new, not late.
  const told = new Set([...old.values()].flatMap(({ metric, value }) => (value === null ? [] : [metric])))
  return [...now].flatMap(([key, { value, ...place }]) => {
    const then = old.get(key)?.value ?? null
    return then !== value && told.has(place.metric) ? [{ ...place, before: then, after: value }] : []
  })
}

const compareWith = async (old: OpenExtract, connection: DuckDBConnection, manifest: Manifest): Promise<Revisions | null> => {
  const period = pastMonths(old.manifest)
  if (!period) return null
  const since = old.manifest.asOf
  const questions = questionsOver(period)
  const then = await answerNatively(old.connection, questions, old.manifest)
  const now = await answerNatively(connection, questions, manifest)
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

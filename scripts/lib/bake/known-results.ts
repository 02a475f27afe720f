import type { DuckDBConnection } from '@duckdb/node-api'
import { brotliCompressSync, constants } from 'node:zlib'
import { compile } from '../../../src/domain/compile/compile'
import type { Reuse } from '../../../src/domain/compile/reuse'
import type { Dashboard } from '../../../src/domain/dashboards/dashboard'
import { questionsOf } from '../../../src/domain/dashboards/questions'
import { globalFilters } from '../../../src/domain/global-filters'
import type { Manifest } from '../../../src/domain/manifest'
import type { Statement } from '../../../src/domain/plan'
import type { Filter, Question } from '../../../src/domain/question'
import { packResults, type KnownResult } from '../../../src/engine/packed-results'
import { readsOf } from '../../../src/engine/reads'
import { holds } from '../../../src/engine/recent-results'
import { runStatement } from './native'
import { inFixedOrder } from './row-order'

/** What one page's file may weigh on its way, compressed, in bytes. */
export const mostBytes = 300_000

/** The results a page's first questions are answered from, and of which facts it has less than it could use. */
export interface PageResults {
  readonly results: readonly KnownResult[]
  /** Facts that can be narrowed by one thing at a time. */
  readonly narrowed: readonly string[]
  /** Facts that the engine has to be asked for as soon as anything is narrowed. */
  readonly leftOut: readonly string[]
}

interface Weighed extends KnownResult {
  readonly bytes: number
}

/** What a page asks at first, narrowed by each thing that every page offers, and set beside the rest. */
const likelyQuestions = (dashboard: Dashboard, manifest: Manifest): Question[] => {
  const wheres = globalFilters(manifest).map((dimension): Filter[] => [{ dimension, members: (manifest.members[dimension] ?? []).slice(0, 1).map(({ id }) => id) }])
  const views = [{ where: [], compare: 'yoy' as const }, ...wheres.flatMap((where) => [{ where, compare: 'yoy' as const }, { where, compare: 'rest' as const }])]
  return views.flatMap((view) => questionsOf(dashboard, { period: null, ...view }, manifest)).map(({ question }) => question)
}

/** Of a result alone; together they pack no worse. */
const weigh = (known: KnownResult): Weighed => {
  const packed = packResults({ extract: '', results: [known] })
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: packed.length } }
  return { ...known, bytes: brotliCompressSync(packed, options).length }
}

const weightOf = (results: readonly Weighed[]): number => results.reduce((sum, { bytes }) => sum + bytes, 0)
const byWeight = (a: Weighed, b: Weighed): number => a.bytes - b.bytes

/** Of the rows that a whole has a part must be this few, to be worth its bytes beside it. */
const fewer = 1 / 8

const quickerParts = async (single: readonly Statement[], whole: readonly KnownResult[], run: (statement: Statement) => Promise<KnownResult>): Promise<Weighed[]> => {
  const parts: Weighed[] = []
  for (const statement of single) {
    const held = whole.find((one) => holds(one.statement, statement) && one.statement.sql !== statement.sql)
    const part = held && (await run(statement))
    if (held && part && part.result.rows <= held.result.rows * fewer) parts.push(weigh(part))
  }
  return parts
}

/**
 * As many of the results behind a page's likely questions as the file may hold. Best are those that answer any filter and
 * any period; where they are too many, the largest give way to some that answer one filter at a time, and of these the
 * largest are left out. Where there is room, parts come beside the whole that holds them: fewer rows are sooner added up.
 */
export const resultsFor = async (connection: DuckDBConnection, dashboard: Dashboard, manifest: Manifest, most = mostBytes): Promise<PageResults> => {
  const questions = likelyQuestions(dashboard, manifest)
  const statementsOf = (reuse: Reuse): Statement[] => compile(questions, manifest, reuse).statements.filter(({ kept }) => kept)
  const run = async (statement: Statement): Promise<KnownResult> => ({ statement, result: inFixedOrder(statement, await runStatement(connection, statement)) })
  const made = new Map<Statement, Weighed>()
  const make = async (statement: Statement): Promise<Weighed> => {
    const known = made.get(statement) ?? weigh(await run(statement))
    made.set(statement, known)
    return known
  }
  const whole: Weighed[] = []
  for (const statement of statementsOf('next')) whole.push(await make(statement))
  whole.sort(byWeight)

  const single = statementsOf('likely')
  let parts: Weighed[] = []
  for (;;) {
    parts = []
    const open = single.filter((statement) => !whole.some((one) => one.statement.sql === statement.sql || holds(one.statement, statement)))
    for (const statement of open) if (!open.some((other) => other !== statement && holds(other, statement))) parts.push(await make(statement))
    if (weightOf(whole) + weightOf(parts) <= most || whole.length === 0) break
    whole.pop()
  }
  const narrowed = readsOf(parts.map(({ statement }) => statement)).sort()
  const fitting = parts.sort(byWeight)
  const gone: Weighed[] = []
  while (weightOf(fitting) > most - weightOf(whole)) gone.unshift(...fitting.splice(-1))
  const leftOut = readsOf(gone.map(({ statement }) => statement)).sort()
  const quicker = (await quickerParts(single, whole, run)).sort(byWeight)
  while (weightOf(quicker) > most - weightOf(whole) - weightOf(fitting)) quicker.pop()
  const results = [...whole, ...fitting, ...quicker].map(({ statement, result }) => ({ statement, result }))
  return { results, narrowed: narrowed.filter((fact) => !leftOut.includes(fact)), leftOut }
}

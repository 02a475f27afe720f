import { beforeAll, describe, expect, test } from 'vitest'
import { compile } from '../../src/domain/compile/compile'
import { dashboards } from '../../src/domain/dashboards'
import type { Dashboard } from '../../src/domain/dashboards/dashboard'
import { questionsOf } from '../../src/domain/dashboards/questions'
import { globalFilters } from '../../src/domain/global-filters'
import { mayShow } from '../../src/domain/navigation'
import type { Filter, Question } from '../../src/domain/question'
import type { Comparison } from '../../src/domain/question'
import { packResults, unpackResults } from '../../src/engine/packed-results'
import { createEngineSource } from '../../src/engine/wasm-source'
import { answerNatively } from '../../scripts/lib/bake/native'
import { resultsFor, type PageResults } from '../../scripts/lib/bake/known-results'
import { differences } from '../support/differences'
import { extractedFrom, type Extracted } from '../support/extracted'
import { ledgerAsOf, miniLedger } from '../support/mini-ledger'

let extract: Extracted

beforeAll(async () => {
  extract = await extractedFrom({ folder: await miniLedger(11, 160), asOf: ledgerAsOf, detail: 'case', maxRejected: 1 })
})

const pages = dashboards.map((dashboard) => ({ id: dashboard.id, dashboard }))

const asked = (dashboard: Dashboard, where: readonly Filter[], compare: Comparison = 'yoy', period: { from: number; to: number } | null = null): Question[] =>
  questionsOf(dashboard, { period, where, compare }, extract.manifest).map(({ question }) => question)

const member = (dimension: string, at: number): Filter => ({ dimension, members: [extract.manifest.members[dimension]?.[at]?.id ?? null] })

/** A page that never gets an engine and has only what came in its file. */
const sourceOf = (known: PageResults) => {
  const source = createEngineSource({ engine: () => Promise.reject(new Error('no engine')), manifest: extract.manifest, compile })
  const file = packResults({ extract: extract.manifest.content, results: known.results })
  source.know(unpackResults(file.buffer, 'page.bin', extract.manifest.content))
  return source
}

describe.each(pages)('what is baked for $id', ({ dashboard }) => {
  test('answers every filter of the page, one or several, in any period, like the facts do', async () => {
    if (!mayShow(dashboard.id, extract.manifest)) return expect(extract.manifest.profile).toBe('internal')
    const known = await resultsFor(extract.opened.connection, dashboard, extract.manifest)
    expect([known.narrowed, known.leftOut]).toEqual([[], []])
    const filters = globalFilters(extract.manifest)
    const { from, to } = { from: 24290, to: 24301 }
    const questions = [
      ...asked(dashboard, []),
      ...filters.flatMap((dimension) => asked(dashboard, [member(dimension, 1)], 'rest')),
      ...asked(dashboard, filters.map((dimension) => member(dimension, 0)), 'mom', { from, to }),
    ]
    const answers = sourceOf(known).atHand(questions)
    expect(questions.filter((_, i) => answers[i] === null)).toEqual([])
    expect(differences(answers, await answerNatively(extract.opened.connection, questions, extract.manifest))).toEqual([])
  })

  test('where the whole is too large, answers what it can like the facts do, one filter at a time first', async () => {
    if (!mayShow(dashboard.id, extract.manifest)) return expect(extract.manifest.profile).toBe('internal')
    const whole = await resultsFor(extract.opened.connection, dashboard, extract.manifest)
    const size = (results: PageResults) => packResults({ extract: '', results: results.results }).length
    const less = await resultsFor(extract.opened.connection, dashboard, extract.manifest, 12_000)
    const none = await resultsFor(extract.opened.connection, dashboard, extract.manifest, 0)
    expect(none.results).toEqual([])
    expect(size(less)).toBeLessThanOrEqual(size(whole))
    const questions = [...asked(dashboard, []), ...globalFilters(extract.manifest).flatMap((dimension) => asked(dashboard, [member(dimension, 0)]))]
    const answers = sourceOf(less).atHand(questions)
    const native = await answerNatively(extract.opened.connection, questions, extract.manifest)
    expect(answers.flatMap((answer, i) => (answer ? differences(answer, native[i]) : []))).toEqual([])
    // What it does not say is missing stands for every one of these questions.
    const facts = new Set(less.leftOut)
    const open = questions.filter((_, i) => answers[i] === null)
    const reads = compile(open, extract.manifest, 'likely').statements.flatMap((statement) => statement.reads)
    expect(open.length === 0 || reads.some((fact) => facts.has(fact))).toBe(true)
  })
})

test('the same results make the same file', async () => {
  const [dashboard] = dashboards
  if (!dashboard) throw new Error('There is no page')
  const files = await Promise.all([1, 2].map(async () => packResults({ extract: '', results: (await resultsFor(extract.opened.connection, dashboard, extract.manifest)).results })))
  expect(Buffer.from(files[0] ?? []).equals(Buffer.from(files[1] ?? []))).toBe(true)
})

import { beforeAll, describe, expect, test } from 'vitest'
import { operandsOf } from '../../src/domain/compile/gap'
import { factOf, facts } from '../../src/domain/facts'
import { caseLists } from '../../src/domain/lists'
import type { Manifest } from '../../src/domain/manifest'
import { membersOf } from '../../src/domain/members'
import { metrics } from '../../src/domain/metrics'
import type { Question } from '../../src/domain/question'
import { readManifest } from '../../src/engine/manifest-guard'
import { sizeLimits } from '../../scripts/lib/write/size-rule'
import { filterQuestions, splitQuestions, splits } from '../support/every-question'
import { extractedFrom, type Extracted } from '../support/extracted'
import { ledgerAsOf, miniLedger } from '../support/mini-ledger'
import { compareTwins } from '../support/twins'

/** From the middle of a quarter to after the as-of date; the ledger begins earlier, for the years before. */
const period = { from: 24295, to: 24307 }

/** So low that the small ledger has facts on either side of both. */
const limits = { cases: 100, cells: 90 }

let cases: Extracted
let sized: Extracted

const pooled = ({ facts: held }: Manifest) => Object.entries(held).flatMap(([id, fact]) => (fact.pooled ? [{ id, fact, pooled: fact.pooled }] : []))

beforeAll(async () => {
  const folder = await miniLedger(7, 160)
  cases = await extractedFrom({ folder, asOf: ledgerAsOf, detail: 'case', maxRejected: 1 })
  sized = await extractedFrom({ folder, asOf: ledgerAsOf, detail: 'auto', limits, maxRejected: 1 })
})

test('a fact keeps its cases up to the limit, and only then', () => {
  expect(sized.manifest.detail).toBe('mixed')
  for (const { id } of facts) {
    const [was, is] = [cases.manifest.facts[id], sized.manifest.facts[id]]
    expect([id, is?.pooled !== undefined]).toEqual([id, (was?.rows ?? 0) > limits.cases])
    if (is?.pooled === undefined) expect(is).toEqual(was)
    else expect([id, is.pooled.cases, is.n]).toEqual([id, was?.rows, was?.n])
  }
})

test('a pooled fact has no more cells than the bound while it has a dimension to give up', () => {
  expect(pooled(sized.manifest).length).toBeGreaterThan(5)
  const stays = new Set(['stage', 'final_stage', 'span', 'outside_channel'])
  for (const { id, fact, pooled: how } of pooled(sized.manifest)) {
    const names = new Set(fact.columns.map(({ name }) => name))
    const left = factOf(id).dimensions.filter((dimension) => names.has(dimension) && !stays.has(dimension) && !(dimension in (factOf(id).apart ?? {})))
    if (fact.rows > limits.cells) expect([id, left]).toEqual([id, []])
    expect([id, how.dropped.filter(({ dimension }) => names.has(dimension))]).toEqual([id, []])
    expect([id, Object.keys(factOf(id).apart ?? {}).filter((dimension) => !names.has(dimension))]).toEqual([id, []])
  }
})

test('days stand beside period, place and stage alone', () => {
  for (const { id, fact } of pooled(sized.manifest).filter(({ id: one }) => factOf(one).spread !== undefined)) {
    const held = factOf(id).dimensions.filter((dimension) => fact.columns.some(({ name }) => name === dimension))
    if (factOf(id).spread === 'days') expect([id, fact.pooled?.digits]).toEqual([id, undefined])
    expect(['area', 'subdistrict', 'district', 'union', 'stage', 'final_stage', ...Object.keys(factOf(id).apart ?? {})]).toEqual(expect.arrayContaining(held))
  }
})

test('the manifest that says so passes the guard, and so does one that says nothing', () => {
  expect(readManifest(structuredClone(sized.manifest), 'manifest.json')).toEqual(sized.manifest)
  expect(readManifest(structuredClone(cases.manifest), 'manifest.json')).toEqual(cases.manifest)
})

test('a small ledger is the same whether its size is looked at or not', async () => {
  const { manifest } = await extractedFrom({ folder: await miniLedger(7, 160), asOf: ledgerAsOf, detail: 'auto', maxRejected: 1 })
  expect(manifest).toEqual(cases.manifest)
  expect(sizeLimits.cells).toBeLessThanOrEqual(sizeLimits.cases)
})

/** Metrics of which a fact no longer tells this dimension apart, or rounds what it spreads. */
const gone = (by: string | null): string[] => metrics.flatMap(({ id, formula }) => {
  const given = operandsOf(formula).some(({ fact, broadcast }) => !broadcast?.includes(by ?? '') && sized.manifest.facts[fact]?.pooled?.dropped.some(({ dimension }) => dimension === by))
  return given ? [id] : []
})

const rounded = new Set(metrics.flatMap(({ id, formula }) => (operandsOf(formula).some(({ fact }) => factOf(fact).spread && factOf(fact).spread !== 'days') ? [id] : [])))

describe.each(splits.map((by) => ({ by })))('by $by', ({ by }) => {
  test('pooled facts answer like their cases, or say that the extract does not hold it', async () => {
    const questions: Question[] = [...splitQuestions(by, period), ...(by === null ? [] : filterQuestions(by, cases.manifest, period))]
    const [fine, coarse] = [await cases.answer(questions), await sized.answer(questions)]
    // Of a dimension that no fact keeps the members are not known either, and what never had it is not split by them.
    const isGone = by !== null && membersOf(sized.manifest, by).length === 0
    const absent = new Set<string>()
    fine.forEach((answer, i) => {
      const twin = coarse[i]
      if (answer.kind !== 'measure' || twin?.kind !== 'measure') return
      const found = compareTwins(answer, twin)
      expect(found.wrong.filter(({ metric, missing }) => !rounded.has(metric) && !(isGone && missing === 'not_split'))).toEqual([])
      for (const id of found.absent) absent.add(id)
    })
    expect([...absent].filter((id) => !gone(by).includes(id))).toEqual([])
  })
})

test('the cases of a pooled fact are not in the extract, those of another are', async () => {
  const questions = caseLists.map(({ id }): Question => ({ kind: 'list', list: id, period, where: [] }))
  const answers = await sized.answer(questions)
  const whole = await cases.answer(questions)
  caseLists.forEach(({ id, fact }, i) => {
    const isPooled = sized.manifest.facts[fact]?.pooled !== undefined
    expect([id, answers[i]]).toEqual([id, isPooled ? expect.objectContaining({ rows: [], missing: 'not_in_extract' }) : whole[i]])
  })
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compile } from '../../src/domain/compile/compile'
import { operandsOf } from '../../src/domain/compile/gap'
import { factOf } from '../../src/domain/facts'
import { caseLists } from '../../src/domain/lists'
import { metrics } from '../../src/domain/metrics'
import type { Columns, Statement } from '../../src/domain/plan'
import type { Filter, Question } from '../../src/domain/question'
import { decodeFact } from '../../src/engine/decode-fact'
import { factJob } from '../../src/engine/fact-job'
import { runStatement } from '../../scripts/lib/bake/native'
import { cellRows } from '../../scripts/lib/write/columns'
import { differences, same } from '../support/differences'
import { filterQuestions, otherQuestions, splitQuestions, splits } from '../support/every-question'
import { extractedFrom, type Extracted } from '../support/extracted'
import { ledgerAsOf, miniLedger } from '../support/mini-ledger'
import { rowsOf } from '../support/result-rows'
import { compareTwins } from '../support/twins'
import { openWasm, type WasmDuckdb } from '../support/wasm-duckdb'

/** From the middle of a quarter to after the as-of date; the ledger begins earlier, for the years before. */
const period = { from: 24295, to: 24307 }

let cases: Extracted
let cells: Extracted
let wasm: WasmDuckdb

const load = async (extract: Extracted) => {
  const { members, facts } = extract.manifest
  wasm.declare(Object.fromEntries(Object.entries(members).map(([dimension, all]) => [dimension, all.map(({ id }) => id)])))
  for (const [name, fact] of Object.entries(facts)) {
    wasm.create(name, fact.columns)
    const file = await readFile(join(extract.folder, fact.file))
    const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer
    for await (const ipc of decodeFact(factJob(fact), bytes)) wasm.insert(name, ipc)
  }
}

beforeAll(async () => {
  const folder = await miniLedger(7, 160)
  cases = await extractedFrom({ folder, asOf: ledgerAsOf, detail: 'case', maxRejected: 1 })
  cells = await extractedFrom({ folder, asOf: ledgerAsOf, detail: 'cells', maxRejected: 1 })
  wasm = await openWasm()
  await load(cases)
})

afterAll(() => wasm.close())

/** Groups come in any order. */
const groupsOf = (result: Columns) =>
  new Map(rowsOf(result).map((row) => [JSON.stringify(Object.entries(row).filter(([name]) => !/^s\d/.test(name))), row]))

const rowsDiffer = (a: Columns, b: Columns): boolean => {
  const theirs = groupsOf(b)
  return a.rows !== b.rows || [...groupsOf(a)].some(([key, row]) => Object.keys(row).some((name) => !same(row[name], theirs.get(key)?.[name])))
}

/** The first and the last of the statements of each text: grains and shifts are parameters of one text. */
const ofEachText = (statements: readonly Statement[]): ReadonlySet<Statement> => {
  const first = new Map([...statements].reverse().map((s) => [s.sql, s]))
  const last = new Map(statements.map((s) => [s.sql, s]))
  return new Set([...first.values(), ...last.values()])
}

/** Runs every statement on native DuckDB and every text on both engines; gives the rows and the texts on which they differ. */
const runBoth = async (statements: readonly Statement[]) => {
  const results: Columns[] = []
  const differing: string[] = []
  const twice = ofEachText(statements)
  for (const statement of statements) {
    const native = await runStatement(cases.opened.connection, statement)
    if (twice.has(statement) && rowsDiffer(native, wasm.query(statement.sql, statement.parameters))) differing.push(statement.sql)
    results.push(native)
  }
  return { results, differing, texts: twice.size }
}

/** What a coarse extract is meant to drop: durations and scores by most dimensions. */
const dropped = (by: string | null): string[] =>
  metrics.flatMap(({ id, formula }) => {
    const [operand] = operandsOf(formula)
    const fact = operand && factOf(operand.fact)
    if (by === null || !fact?.spread) return []
    return fact.dimensions.includes(by) && !cellRows(fact).dimensions.includes(by) && cases.manifest.facts[fact.id]?.columns.find(({ name }) => name === by)?.recorded ? [id] : []
  })

describe.each(splits.map((by) => ({ by })))('by $by', ({ by }) => {
  test('both engines give the same rows, cells answer like cases', async () => {
    const questions: Question[] = [...splitQuestions(by, period), ...(by === null ? otherQuestions(period) : filterQuestions(by, cases.manifest, period))]
    const plan = compile(questions, cases.manifest)
    const { results, differing, texts } = await runBoth(plan.statements)
    expect(differing).toEqual([])
    expect(texts).toBeGreaterThan(0)

    const coarse = await cells.answer(questions)
    const absent = new Set<string>()
    plan.assemble(results).forEach((answer, i) => {
      const twin = coarse[i]
      if (answer.kind !== 'measure' || twin?.kind !== 'measure') return
      const found = compareTwins(answer, twin)
      expect(found.wrong).toEqual([])
      expect(found.compared).toBeGreaterThan(0)
      for (const id of found.absent) absent.add(id)
    })
    expect([...absent].sort()).toEqual(dropped(by).sort())
  })
})

test.each(splits.map((by) => ({ by })))('sums kept for the next question answer like sums made for this one, by $by', async ({ by }) => {
  const asked: Question[] = [...splitQuestions(by, period), ...(by === null ? otherQuestions(period) : filterQuestions(by, cases.manifest, period))]
  const place = cases.manifest.members.area?.[1]?.id ?? null
  const questions = asked.flatMap((question) => (question.where.length > 0 ? [question, { ...question, where: [...question.where, { dimension: 'size', members: ['small', null] }] }] : [question, { ...question, where: [{ dimension: 'area', members: [place] }] }]))
  const results = await Promise.all((['none', 'next', 'likely'] as const).map(async (reuse) => {
    const plan = compile(questions, cases.manifest, reuse)
    const columns: Columns[] = []
    for (const statement of plan.statements) columns.push(await runStatement(cases.opened.connection, statement))
    return plan.assemble(columns)
  }))
  expect(differences(results[0], results[1])).toEqual([])
  expect(differences(results[0], results[2])).toEqual([])
})

test.each(caseLists.map(({ id }) => ({ id })))('a kept $id list is narrowed like one made for the question', async ({ id }) => {
  const { members } = cases.manifest
  const places = [members.area?.[1]?.id ?? null, null]
  const wheres: Filter[][] = [[], [{ dimension: 'area', members: places }], [{ dimension: 'size', members: ['small', null] }], [{ dimension: 'area', members: places }, { dimension: 'size', members: ['micro', 'small'] }]]
  const questions = wheres.map((where): Question => ({ kind: 'list', list: id, period, where }))
  const [asked, kept] = await Promise.all((['none', 'next'] as const).map(async (reuse) => {
    const plan = compile(questions, cases.manifest, reuse)
    const columns: Columns[] = []
    for (const statement of plan.statements) columns.push(await runStatement(cases.opened.connection, statement))
    return plan.assemble(columns)
  }))
  expect(kept).toEqual(asked)
})

test('a kept list is read once however a page narrows it', () => {
  const wheres: Filter[][] = [[], [{ dimension: 'size', members: ['small'] }], [{ dimension: 'union', members: [null] }]]
  const questions = wheres.map((where): Question => ({ kind: 'list', list: 'due_soon', period, where }))
  expect(compile(questions, cases.manifest, 'next').statements).toHaveLength(1)
  expect(compile(questions, cases.manifest, 'none').statements).toHaveLength(3)
})

test('single cases are not in a coarse extract', async () => {
  const [list] = await cells.answer([{ kind: 'list', list: 'due_soon', period, where: [] }])
  expect(list).toMatchObject({ kind: 'list', rows: [], missing: 'not_in_extract' })
  const [held] = await cases.answer([{ kind: 'list', list: 'due_soon', period, where: [] }])
  expect(held).toMatchObject({ kind: 'list', missing: null })
})

test('a coarse extract has fewer rows and the same cases', () => {
  for (const [id, fact] of Object.entries(cases.manifest.facts)) expect(cells.manifest.facts[id]?.n).toBe(fact.n)
  expect(cells.manifest.facts.stage_days?.rows).toBeLessThan(cases.manifest.facts.stage_days?.rows ?? 0)
})

import { beforeAll, expect, test } from 'vitest'
import type { Answer, Cell } from '../../src/domain/answer'
import { compile } from '../../src/domain/compile/compile'
import { metrics } from '../../src/domain/metrics'
import type { MeasureQuestion, Question } from '../../src/domain/question'
import { extractedFrom, type Extracted } from '../support/extracted'
import { ledgerAsOf, miniLedger } from '../support/mini-ledger'

/** From the middle of a quarter to after the as-of date. */
const period = { from: 24295, to: 24307 }

let extract: Extracted
beforeAll(async () => {
  extract = await extractedFrom({ folder: await miniLedger(7, 160), asOf: ledgerAsOf, detail: 'case', maxRejected: 1 })
})

const ask = (metric: string, rest: Pick<MeasureQuestion, 'by' | 'grain' | 'compare'>): MeasureQuestion => ({ kind: 'measure', metrics: [metric], where: [], period, ...rest })

/** Each metric at several grains, compared and by place: legs over the same rows that differ in time only. */
const questionsOf = (metric: string): Question[] => [
  ask(metric, { by: [], grain: 'all', compare: 'none' }),
  ask(metric, { by: [], grain: 'month', compare: 'none' }),
  ask(metric, { by: [], grain: 'quarter', compare: 'none' }),
  ask(metric, { by: [], grain: 'all', compare: 'yoy' }),
  ask(metric, { by: ['area'], grain: 'year', compare: 'none' }),
]

const numbers = ['value', 'numerator', 'denominator', 'low', 'high'] as const

const near = (a: number | null, b: number | null): boolean => (a === null || b === null ? a === b : Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)))

const differs = (a: Cell, b: Cell | undefined): boolean => !b || a.missing !== b.missing || a.cut !== b.cut || numbers.some((name) => !near(a[name], b[name]))

const cellsOf = (answer: Answer | undefined): readonly Cell[] => (answer?.kind === 'measure' ? answer.cells : [])

test('what is asked together and summed once answers as each question does by itself', async () => {
  const questions = metrics.flatMap(({ id }) => questionsOf(id))
  const together = await extract.answer(questions)
  const alone: Answer[] = []
  for (const question of questions) alone.push(...(await extract.answer([question])))
  const wrong = questions.flatMap((_, i) => cellsOf(together[i]).filter((cell, k) => differs(cell, cellsOf(alone[i])[k])).map(({ metric, period: key, members }) => [metric, key, members]))
  expect(wrong).toEqual([])
  const statements = (asked: readonly Question[]) => compile(asked, extract.manifest).statements.length
  expect(statements(questions)).toBeLessThan(questions.reduce((sum, question) => sum + statements([question]), 0) / 3)
}, 120_000)

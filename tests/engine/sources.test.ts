import { describe, expect, it, vi } from 'vitest'
import type { Answer } from '../../src/domain/answer'
import type { Columns, Plan, Statement } from '../../src/domain/plan'
import { questionKey } from '../../src/domain/question'
import type { Question } from '../../src/domain/question'
import { EngineError } from '../../src/engine/errors'
import { createLru } from '../../src/engine/lru'
import { createSerial } from '../../src/engine/serial'
import { createSnapshotSource } from '../../src/engine/snapshot-source'
import { createEngineSource } from '../../src/engine/wasm-source'
import { sampleManifest } from './support/manifest'
import { planOf } from './support/plan-of'

const list = (name: string, from = 24300): Question => ({ kind: 'list', list: name, period: { from, to: from + 11 }, where: [] })
const listAnswer = (value: number): Answer => ({ kind: 'list', columns: ['n'], rows: [[value]], missing: null })

describe('snapshot source', () => {
  it('looks answers up in the order asked; null for what nobody baked', async () => {
    const source = createSnapshotSource({ answers: { [questionKey(list('a'))]: listAnswer(1), [questionKey(list('b'))]: listAnswer(2) } })
    expect(source.origin).toBe('baked')
    expect(await source.answer([list('b'), list('c'), list('a'), list('a', 24312)])).toEqual([listAnswer(2), null, listAnswer(1), null])
  })

  it('finds a question whatever the order of its filters', async () => {
    const filters = [{ dimension: 'area', members: ['x', null] }, { dimension: 'cause', members: ['pay'] }]
    const source = createSnapshotSource({ answers: { [questionKey({ ...list('a'), where: filters })]: listAnswer(5) } })
    expect(await source.answer([{ ...list('a'), where: [...filters].reverse() }])).toEqual([listAnswer(5)])
  })
})

const result = (n: number): Columns => ({ rows: 1, columns: { n: { kind: 'numbers', values: [n] } } })

/** One statement a question; the engine answers with how long its name is. */
const compile = (questions: readonly Question[]): Plan => planOf(
  questions.map((question) => ({ sql: question.kind === 'list' ? question.list : '', parameters: [], reads: [] })),
  ({ columns }) => listAnswer(Number(columns.n?.kind === 'numbers' && columns.n.values[0])),
)

const engineOf = (run: (statements: readonly Statement[], signal?: AbortSignal) => Promise<Columns[]>) =>
  createEngineSource({ engine: async () => ({ run }), manifest: sampleManifest(), compile, keep: 2 })

describe('engine source', () => {
  it('computes what it has not answered before, once', async () => {
    const run = vi.fn(async (statements: readonly Statement[]) => statements.map(({ sql }) => result(sql.length)))
    const source = engineOf(run)
    expect(source.origin).toBe('engine')
    expect(await source.answer([list('a'), list('bbb'), list('a')])).toEqual([listAnswer(1), listAnswer(3), listAnswer(1)])
    expect(await source.answer([list('bbb')])).toEqual([listAnswer(3)])
    expect(run.mock.calls.map(([statements]) => statements.map(({ sql }) => sql))).toEqual([['a', 'bbb']])
    await source.answer([list('cc')])
    expect(run).toHaveBeenCalledTimes(2)
  })

  it('asks a question no third time that cost two engines, and forgets chance losses once it is answered', async () => {
    const lost = new EngineError('engine_lost', { detail: 'memory' })
    const ends: ('lost' | 'fine')[] = ['lost', 'fine', 'lost', 'lost']
    const run = vi.fn(async (statements: readonly Statement[]) => {
      if (statements.length > 1 || ends.shift() === 'lost') throw lost
      return statements.map(({ sql }) => result(sql.length))
    })
    const source = engineOf(run)
    const ask = (...names: string[]) => source.answer(names.map((name) => list(name)))
    // Several at once: whose fault it was is not known.
    await expect(ask('a', 'b')).rejects.toBe(lost)
    await expect(ask('a')).rejects.toBe(lost)
    expect(await ask('a')).toEqual([listAnswer(1)])
    for (let i = 0; i < 2; i += 1) await expect(ask('b')).rejects.toBe(lost)
    const before = run.mock.calls.length
    await expect(ask('b')).rejects.toMatchObject({ code: 'query_deadly' })
    expect(run.mock.calls.length).toBe(before)
  })

  it('drops a late answer', async () => {
    let finish: (results: Columns[]) => void = () => undefined
    const source = engineOf(() => new Promise((resolve) => { finish = resolve }))
    const stop = new AbortController()
    const asked = source.answer([list('a')], stop.signal)
    await Promise.resolve()
    stop.abort()
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' })
    finish([result(1)])
  })

  it('asks the engine for no result twice, whatever is made of it', async () => {
    const run = vi.fn(async (statements: readonly Statement[]) => statements.map(({ sql }) => result(sql.length)))
    const source = engineOf(run)
    await source.answer([list('a', 24300)])
    await source.answer([list('b'), list('a', 24312)])
    expect(run.mock.calls.map(([statements]) => statements.map(({ sql }) => sql))).toEqual([['a'], ['b']])
  })

  it('has at hand what needs no result it lacks', async () => {
    const run = vi.fn(async (statements: readonly Statement[]) => statements.map(({ sql }) => result(sql.length)))
    const source = engineOf(run)
    await source.answer([list('a', 24300)])
    expect(source.atHand([list('a', 24312), list('a', 24300)])).toEqual([listAnswer(1), listAnswer(1)])
    expect(source.atHand([list('a', 24312), list('bb')])).toEqual([listAnswer(1), null])
    expect(source.lacks([list('a')])).toEqual([])
    expect(run).toHaveBeenCalledTimes(1)
  })

  it('answers from results it was told, and asks for what they do not hold', async () => {
    const run = vi.fn(async (statements: readonly Statement[]) => statements.map(({ sql }) => result(sql.length)))
    const source = engineOf(run)
    source.know([{ statement: { sql: 'a', parameters: [], reads: [] }, result: result(7) }])
    expect(source.atHand([list('bb'), list('a')])).toEqual([null, listAnswer(7)])
    expect(run).not.toHaveBeenCalled()
    expect(await source.answer([list('bb'), list('a', 24312)])).toEqual([listAnswer(2), listAnswer(7)])
    expect(run.mock.calls.map(([statements]) => statements.map(({ sql }) => sql))).toEqual([['bb']])
  })

  it('passes the engine’s reason on and asks again next time', async () => {
    let fail = true
    const source = engineOf(async () => { if (fail) throw new Error('lost'); return [result(9)] })
    await expect(source.answer([list('a')])).rejects.toThrow('lost')
    fail = false
    expect(await source.answer([list('a')])).toEqual([listAnswer(9)])
  })
})

describe('one at a time', () => {
  it('keeps the order, survives a failure, and never starts what was superseded', async () => {
    const serial = createSerial()
    const log: string[] = []
    const step = (name: string) => async () => { log.push(`${name} in`); await Promise.resolve(); log.push(`${name} out`); return name }
    const stop = new AbortController()
    const first = serial.add(step('a'))
    const failed = serial.add(() => Promise.reject(new Error('own')))
    const dropped = serial.add(step('c'), stop.signal)
    const last = serial.add(step('d'))
    stop.abort()
    await expect(dropped).rejects.toMatchObject({ name: 'AbortError' })
    await expect(failed).rejects.toThrow('own')
    expect(await Promise.all([first, last])).toEqual(['a', 'd'])
    expect(log).toEqual(['a in', 'a out', 'd in', 'd out'])
  })
})

describe('kept answers', () => {
  it('forgets what was used longest ago', () => {
    const lru = createLru<number>(2)
    lru.set('a', 1)
    lru.set('b', 2)
    expect(lru.get('a')).toBe(1)
    lru.set('c', 3)
    expect([lru.get('a'), lru.get('b'), lru.get('c')]).toEqual([1, undefined, 3])
  })
})

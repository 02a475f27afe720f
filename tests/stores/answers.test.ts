import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answer } from '../../src/domain/answer'
import { questionKey, type ListQuestion, type Question } from '../../src/domain/question'
import { EngineError } from '../../src/engine/errors'
import type { Source } from '../../src/engine/source'
import { useAnswersStore } from '../../src/stores/answers'

const question = (list: string, from = 0): ListQuestion => ({ kind: 'list', list, period: { from, to: from }, where: [] })
const answerOf = (asked: Question, mark: string): Answer => ({ kind: 'list', columns: [asked.kind === 'list' ? asked.list : ''], rows: [[mark]], missing: null })
const markOf = (answer: Answer | null | undefined) => (answer?.kind === 'list' ? answer.rows[0]?.[0] : null)

/** Knows some lists only; every other question is null. */
const baked = (known: readonly string[]): Source => ({
  origin: 'baked',
  answer: async (questions) => questions.map((one) => (one.kind === 'list' && known.includes(one.list) && one.period.from === 0 ? answerOf(one, 'baked') : null)),
})

/** Answers when told to. */
const slow = () => {
  const waiting: { questions: readonly Question[]; resolve: (mark: string) => void; reject: (error: unknown) => void; signal: AbortSignal | undefined }[] = []
  const source: Source = {
    origin: 'engine',
    answer: (questions, signal) => new Promise((resolve, reject) => {
      waiting.push({ questions, signal, reject, resolve: (mark) => resolve(questions.map((one) => answerOf(one, mark))) })
    }),
  }
  return { source, waiting }
}

const turn = () => new Promise((resolve) => { setTimeout(resolve, 0) })

describe('the answers store', () => {
  beforeEach(() => setActivePinia(createPinia()))

  it('shows baked answers at once and lets the engine take over in place', async () => {
    const store = useAnswersStore()
    await store.use({ baked: baked(['a']) })
    await store.ask('overview', [{ slot: 'card:a', question: question('a') }])
    expect(store.slots.get('card:a')).toMatchObject({ fresh: true, origin: 'baked', activity: 'idle' })
    expect(store.origin).toBe('baked')
    const { source, waiting } = slow()
    await store.use({ engine: source })
    expect(markOf(store.slots.get('card:a')?.answer)).toBe('baked')
    // While nothing else is to be done.
    await expect.poll(() => waiting.length).toBe(1)
    waiting[0]?.resolve('engine')
    await turn()
    expect(markOf(store.slots.get('card:a')?.answer)).toBe('engine')
    expect(store.origin).toBe('engine')
  })

  it('needs no request for what stood in the page', () => {
    const store = useAnswersStore()
    store.keepAtHand({ [questionKey(question('a'))]: answerOf(question('a'), 'page') })
    void store.ask('overview', [{ slot: 'card:a', question: question('a') }])
    expect(store.slots.get('card:a')).toMatchObject({ fresh: true, origin: 'baked' })
  })

  it('keeps the old number while the new one loads, then replaces it', async () => {
    const store = useAnswersStore()
    await store.use({ baked: baked(['a']) })
    await store.ask('overview', [{ slot: 'card:a', question: question('a') }])
    await store.ask('overview', [{ slot: 'card:a', question: question('a', 5) }])
    expect(store.slots.get('card:a')).toMatchObject({ fresh: false, activity: 'waiting' })
    expect(markOf(store.slots.get('card:a')?.answer)).toBe('baked')
    expect(store.slots.get('card:a')?.answered?.period.from).toBe(0)
    const { source, waiting } = slow()
    const taken = store.use({ engine: source })
    await turn()
    waiting[0]?.resolve('filtered')
    await taken
    expect(store.slots.get('card:a')).toMatchObject({ fresh: true, activity: 'idle' })
    expect(markOf(store.slots.get('card:a')?.answer)).toBe('filtered')
  })

  it('shows at once what the engine has at hand, and asks nobody', async () => {
    const store = useAnswersStore()
    let asked = 0
    const source: Source = {
      origin: 'engine',
      atHand: (questions) => questions.map((one) => (one.period.from === 5 ? answerOf(one, 'at hand') : null)),
      answer: async (questions) => {
        asked += questions.length
        return questions.map((one) => answerOf(one, 'engine'))
      },
    }
    await store.use({ engine: source })
    await store.ask('overview', [{ slot: 'card:a', question: question('a') }, { slot: 'card:b', question: question('b') }])
    expect(asked).toBe(2)
    const done = store.ask('overview', [{ slot: 'card:a', question: question('a', 5) }, { slot: 'card:b', question: question('b') }])
    expect(store.slots.get('card:a')).toMatchObject({ fresh: true, origin: 'engine', activity: 'idle' })
    expect(markOf(store.slots.get('card:a')?.answer)).toBe('at hand')
    const kept = store.slots.get('card:b')
    await done
    expect(asked).toBe(2)
    expect(store.slots.get('card:b')).toBe(kept)
  })

  it('asks as ever where looking at hand fails', async () => {
    const store = useAnswersStore()
    await store.use({ engine: { origin: 'engine', atHand: () => { throw new TypeError('bad question') }, answer: async (questions) => questions.map((one) => answerOf(one, 'engine')) } })
    await store.ask('overview', [{ slot: 'card:a', question: question('a') }])
    expect(markOf(store.slots.get('card:a')?.answer)).toBe('engine')
  })

  it('drops a late answer', async () => {
    const store = useAnswersStore()
    const { source, waiting } = slow()
    await store.use({ engine: source })
    const first = store.ask('overview', [{ slot: 'card:a', question: question('a', 1) }])
    await turn()
    const second = store.ask('overview', [{ slot: 'card:a', question: question('a', 2) }])
    await turn()
    expect(waiting[0]?.signal?.aborted).toBe(true)
    waiting[1]?.resolve('second')
    await second
    waiting[0]?.resolve('first')
    await first
    expect(markOf(store.slots.get('card:a')?.answer)).toBe('second')
  })

  it('lets one failing question fail alone', async () => {
    const store = useAnswersStore()
    const source: Source = {
      origin: 'engine',
      answer: async (questions) => {
        if (questions.some((one) => one.kind === 'list' && one.list === 'bad')) throw new EngineError('query_failed', { detail: 'x' })
        return questions.map((one) => answerOf(one, 'engine'))
      },
    }
    await store.use({ engine: source })
    await store.ask('overview', [{ slot: 'card:a', question: question('a') }, { slot: 'card:bad', question: question('bad') }, { slot: 'card:c', question: question('c') }])
    expect(store.slots.get('card:a')).toMatchObject({ fresh: true, trouble: null })
    expect(store.slots.get('card:c')).toMatchObject({ fresh: true, trouble: null })
    expect(store.slots.get('card:bad')).toMatchObject({ fresh: false, activity: 'idle', trouble: { what: { zh: '查询出错：x。', en: 'A query failed: x.' }, detail: 'query_failed' } })
    expect(store.origin).toBe('baked')
  })

  it('does not ask again unasked what has failed', async () => {
    const store = useAnswersStore()
    const asked: string[] = []
    await store.use({ engine: { origin: 'engine', answer: async (questions) => { asked.push(...questions.map((one) => (one.kind === 'list' ? one.list : ''))); throw new EngineError('query_failed') } } })
    await store.ask('overview', [{ slot: 'card:a', question: question('a') }])
    await new Promise((resolve) => { setTimeout(resolve, 700) })
    expect(asked).toEqual(['a'])
    expect(store.slots.get('card:a')?.trouble).not.toBeNull()
  })

  it('works out what seems likely, and leaves it where something else does now', async () => {
    const store = useAnswersStore()
    const looked: string[] = []
    const source: Source = { origin: 'engine', answer: async (questions) => questions.map((one) => answerOf(one, 'x')), atHand: (questions) => questions.map((one) => { looked.push(one.kind === 'list' ? one.list : ''); return answerOf(one, 'x') }) }
    await store.use({ engine: source })
    store.rehearse(['a', 'b', 'c'].map((list) => ({ slot: list, question: question(list) })))
    store.rehearse(['d', 'e'].map((list) => ({ slot: list, question: question(list) })))
    await vi.waitFor(() => expect(looked).toContain('e'))
    expect(looked).toEqual(['d', 'e'])
  })

  it('keeps a baked number when the engine fails on it', async () => {
    const store = useAnswersStore()
    await store.use({ baked: baked(['a']), engine: { origin: 'engine', answer: () => Promise.reject(new EngineError('engine_lost', { detail: 'x' })) } })
    await store.ask('overview', [{ slot: 'card:a', question: question('a') }])
    expect(store.slots.get('card:a')).toMatchObject({ fresh: true, origin: 'baked', trouble: null })
  })

  it('asks for a file once, and says that it is missing only where the engine does not answer', async () => {
    let fetched = 0
    const gone: Source = { origin: 'baked', answer: () => Promise.reject(new EngineError('not_found', { file: String(++fetched) })) }
    const batch = ['a', 'b', 'c'].map((list) => ({ slot: `card:${list}`, question: question(list) }))
    const store = useAnswersStore()
    await store.use({ baked: gone })
    await store.ask('overview', batch)
    expect(fetched).toBe(1)
    expect(batch.map(({ slot }) => store.slots.get(slot)?.trouble?.detail)).toEqual(['not_found', 'not_found', 'not_found'])

    const { source, waiting } = slow()
    const computing = store.use({ engine: source })
    await turn()
    expect([fetched, store.slots.get('card:a')?.activity, store.slots.get('card:a')?.trouble]).toEqual([2, 'asking', null])
    waiting[0]?.resolve('engine')
    await computing
    expect(batch.map(({ slot }) => [store.slots.get(slot)?.origin, store.slots.get(slot)?.trouble])).toEqual(batch.map(() => ['engine', null]))
  })

  it('lets the engine answer while a file is still on its way, and then has no use for it', async () => {
    let arrive = (): void => undefined
    const late: Source = { origin: 'baked', answer: (questions) => new Promise((resolve) => { arrive = () => resolve(questions.map((one) => answerOf(one, 'baked'))) }) }
    const { source, waiting } = slow()
    const store = useAnswersStore()
    await store.use({ baked: late, engine: source })
    const asked = store.ask('overview', [{ slot: 'card:a', question: question('a') }])
    await expect.poll(() => waiting.length).toBe(1)
    waiting[0]?.resolve('engine')
    await turn()
    expect(markOf(store.slots.get('card:a')?.answer)).toBe('engine')
    arrive()
    await asked
    expect(markOf(store.slots.get('card:a')?.answer)).toBe('engine')
  })

  it('is busy while a question waits for a source or is being answered, and only then', async () => {
    const store = useAnswersStore()
    await store.use({ baked: baked(['a']) })
    await store.ask('overview', [{ slot: 'card:a', question: question('a') }])
    expect(store.busy).toBe(false)
    await store.ask('overview', [{ slot: 'card:a', question: question('a', 1) }])
    expect([store.slots.get('card:a')?.activity, store.busy]).toEqual(['waiting', true])
    const { source, waiting } = slow()
    const taken = store.use({ engine: source })
    await turn()
    expect([store.slots.get('card:a')?.activity, store.busy]).toEqual(['asking', true])
    waiting[0]?.resolve('engine')
    await taken
    expect(store.busy).toBe(false)
  })

  it('is not busy where there is nothing to wait for: refused, failed, or answered before', async () => {
    const store = useAnswersStore()
    await store.ask('overview', [{ slot: 'card:b', question: question('b') }])
    expect(store.busy).toBe(true)
    await store.use({ hopeless: true })
    expect([store.refused, store.busy]).toEqual([true, false])
    const { source, waiting } = slow()
    const taken = store.use({ hopeless: false, engine: source })
    await turn()
    waiting[0]?.reject(new EngineError('query_failed', { detail: 'x' }))
    await taken
    expect([store.slots.get('card:b')?.trouble === null, store.busy]).toEqual([false, false])
  })

  it('says when no source will ever answer', async () => {
    const store = useAnswersStore()
    await store.use({ baked: baked(['a']), hopeless: true })
    await store.ask('overview', [{ slot: 'card:a', question: question('a') }, { slot: 'card:b', question: question('b') }])
    expect(store.slots.get('card:b')).toMatchObject({ answer: null, activity: 'refused' })
    expect(store.refused).toBe(true)
  })

  it('carries nothing over to another page or another extract', async () => {
    const store = useAnswersStore()
    await store.use({ baked: baked(['a']) })
    await store.ask('overview', [{ slot: 'card:a', question: question('a') }, { slot: 'card:old', question: question('a') }])
    await store.ask('disputes', [{ slot: 'card:a', question: question('b') }])
    expect([...store.slots.keys()]).toEqual(['card:a'])
    expect(store.slots.get('card:a')?.answer).toBeNull()
    store.forget()
    expect(store.slots.size).toBe(0)
  })

  it('asks ahead only for what is not at hand, and keeps to itself what fails', async () => {
    const store = useAnswersStore()
    const asked: Question[] = []
    const engine: Source = {
      origin: 'engine',
      atHand: (questions) => questions.map((one) => (one.period.from === 5 ? answerOf(one, 'at hand') : null)),
      answer: async (questions) => {
        asked.push(...questions)
        throw new EngineError('query_failed', { detail: '' })
      },
    }
    const moments: (() => void)[] = []
    vi.stubGlobal('requestIdleCallback', (work: () => void) => moments.push(work))
    await store.use({ engine })
    store.rehearse([{ slot: 'card:a', question: question('a', 5) }, { slot: 'card:b', question: question('b') }])
    while (moments.length > 0) moments.shift()?.()
    await turn()
    vi.unstubAllGlobals()
    expect([asked, store.slots.size, store.busy]).toEqual([[question('b')], 0, false])
  })
})

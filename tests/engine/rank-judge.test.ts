import { describe, expect, it } from 'vitest'
import { rankWorth, standardDraws, type RankJob } from '../../src/domain/evaluation/ranks'
import { createRankJudge } from '../../src/engine/rank-judge'
import type { WorkerLike } from '../../src/engine/parquet'

const job: RankJob = {
  trees: [{ weights: [0.5, 0.5, 1], draws: [0, 1, 2], children: [[], [], [0, 1]] }],
  indicators: 3,
  groups: [[10, 20, null], [30, 5, null]].map((points, unit) => ({ unit, tree: 0, n: 1, points })),
  units: 2,
  ...standardDraws,
}

/** A worker that does with each message what it is told. */
const fakeWorker = (react: (message: { id: number; job: RankJob }, emit: (type: string, event: object) => void) => void) => {
  const listeners: { type: string; listener: (event: never) => void }[] = []
  let ended = 0
  const emit = (type: string, event: object) => { for (const one of listeners) if (one.type === type) one.listener(event as never) }
  const worker: WorkerLike = {
    postMessage: (message) => queueMicrotask(() => react(message as { id: number; job: RankJob }, emit)),
    addEventListener: (type, listener) => { listeners.push({ type, listener }) },
    terminate: () => { ended += 1 },
  }
  return { worker, ended: () => ended }
}

describe('ranks from a worker', () => {
  it('come back to the one who asked', async () => {
    const { worker, ended } = fakeWorker(({ id, job: asked }, emit) => emit('message', { data: { id, worth: rankWorth(asked) } }))
    const judge = createRankJudge(() => worker)
    expect(await Promise.all([judge.judge(job), judge.judge({ ...job, noise: 0 })])).toEqual([rankWorth(job), rankWorth({ ...job, noise: 0 })])
    judge.close()
    expect(ended()).toBe(1)
  })

  it('are drawn here where no worker starts', async () => {
    const judge = createRankJudge(() => { throw new Error('blocked') })
    expect(await judge.judge(job)).toEqual(rankWorth(job))
  })

  it.each([['error', {}], ['message', { data: { workerFailure: 'broken' } }]])('are drawn here where the worker dies of %s', async (type, event) => {
    const { worker, ended } = fakeWorker((_, emit) => emit(type, event))
    const judge = createRankJudge(() => worker)
    expect(await judge.judge(job)).toEqual(rankWorth(job))
    expect(await judge.judge(job)).toEqual(rankWorth(job))
    expect(ended()).toBeGreaterThan(0)
  })
})

import { rankWorth, type RankJob, type RankWorth } from '../domain/evaluation/ranks'
import { withDeadline } from './deadline'
import type { WorkerLike } from './parquet'
import { isWorkerFailure } from './workers/failure'
import type { RankReply, RankRequest } from './workers/ranks-message'

/** Draws ranks off the main thread; where no worker can start or answer, on it. */
export interface RankJudge {
  judge(job: RankJob): Promise<RankWorth>
  close(): void
}

const answerMs = 60_000

const started = (start: () => WorkerLike): WorkerLike | null => {
  try {
    return start()
  } catch {
    // Blocked by the host's policy or unknown to the browser: the draws are made here.
    return null
  }
}

export const createRankJudge = (start: () => WorkerLike): RankJudge => {
  let worker = started(start)
  const waiting = new Map<number, { done(worth: RankWorth): void; fail(error: Error): void }>()
  let last = 0

  const die = () => {
    worker?.terminate()
    worker = null
    for (const { fail } of waiting.values()) fail(new Error('The worker is gone'))
    waiting.clear()
  }
  worker?.addEventListener('error', die)
  worker?.addEventListener('messageerror', die)
  worker?.addEventListener('message', (event) => {
    const data: unknown = (event as MessageEvent).data
    if (isWorkerFailure(data)) return die()
    const { id, worth } = data as RankReply
    waiting.get(id)?.done(worth)
    waiting.delete(id)
  })

  const ask = (to: WorkerLike, job: RankJob): Promise<RankWorth> =>
    withDeadline(
      () => new Promise<RankWorth>((done, fail) => {
        const request: RankRequest = { id: ++last, job }
        waiting.set(request.id, { done, fail })
        to.postMessage(request)
      }),
      answerMs,
      () => new Error('The worker does not answer'),
    )

  return {
    judge: (job) => (worker ? ask(worker, job).catch(() => { die(); return rankWorth(job) }) : Promise.resolve(rankWorth(job))),
    close: () => { worker?.terminate(); worker = null },
  }
}

import { createRankJudge, type RankJudge } from './rank-judge'
import RanksWorker from './workers/ranks.worker?worker'

/** Ranks drawn in a worker of their own; a browser only. */
export const startRankJudge = (): RankJudge => createRankJudge(() => new RanksWorker())

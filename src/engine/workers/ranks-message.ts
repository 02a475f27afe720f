import type { RankJob, RankWorth } from '../../domain/evaluation/ranks'

export interface RankRequest {
  readonly id: number
  readonly job: RankJob
}

export interface RankReply {
  readonly id: number
  readonly worth: RankWorth
}

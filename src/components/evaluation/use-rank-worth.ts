import { computed, onBeforeUnmount, onMounted, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { rankWorth, type RankJob, type RankWorth } from '../../domain/evaluation/ranks'
import type { RankJudge } from '../../engine/rank-judge'
import { parts } from '../parts'

export interface LiveRanks {
  /** Scores and order, at once. */
  readonly base: ComputedRef<RankWorth>
  /** What they are worth under noise; null while it is drawn. */
  readonly worth: ShallowRef<RankWorth | null>
}

/** Below this many scores to compute, drawing before the first paint is not felt. */
const smallWork = 4_000_000

const workOf = ({ indicators, groups, draws }: RankJob): number => indicators * groups.length * draws

/** Ranks at once, their worth from a worker as soon as it is drawn. A late answer to an earlier question is dropped. */
export const useRankWorth = (job: ComputedRef<RankJob | null>): LiveRanks => {
  const base = computed(() => rankWorth({ ...(job.value ?? { trees: [], indicators: 0, groups: [], units: 0, noise: 0, seed: 0 }), draws: 0 }))
  // The baked page has no worker and must not show a bare ranking.
  const worth = shallowRef(job.value && workOf(job.value) <= smallWork ? rankWorth(job.value) : null)
  let judge: RankJudge | null = null
  let gone = false
  let drawing = false

  const judgeOf = async (): Promise<RankJudge> => {
    const { startRankJudge } = await parts.ranks()
    judge ??= startRankJudge()
    if (gone) judge.close()
    return judge
  }
  /** One at a time: while a slider moves only its last place is worth drawing. */
  const draw = async (): Promise<void> => {
    if (drawing) return
    drawing = true
    while (!gone && job.value && !worth.value) {
      const asked: RankJob = job.value
      const drawn = await (await judgeOf()).judge(asked)
      if (job.value === asked) worth.value = drawn
    }
    drawing = false
  }
  watch(job, () => {
    worth.value = null
    void draw()
  })
  onMounted(() => void draw())
  onBeforeUnmount(() => {
    gone = true
    judge?.close()
  })
  return { base, worth }
}

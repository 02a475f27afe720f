import type { Bilingual, Language } from '../text'
import type { RanksChanged } from './ranking'

/** What the weights panel says. */
export const words = {
  weights: { zh: '权重', en: 'Weights' },
  level: { zh: '调整哪一级', en: 'Level to move' },
  total: { zh: '总分的各分项', en: 'Parts of the total' },
  official: { zh: '规定', en: 'official' },
  reset: { zh: '恢复规定权重', en: 'Back to the official weights' },
  notStored: { zh: '调整只在本页试算，不保存。', en: 'Moves are tried on this page only and stored nowhere.' },
  ranking: { zh: '名次与名次区间', en: 'Ranks and their intervals' },
  rank: { zh: '名次', en: 'Rank' },
  score: { zh: '总分', en: 'Score' },
  interval: { zh: '名次区间（95%）', en: 'Rank interval (95%)' },
  next: { zh: '与下一名', en: 'Against the next' },
  waiting: { zh: '计算中', en: 'being drawn' },
  tooClose: { zh: '得分差异不足以排名', en: 'too close to rank' },
  left: { zh: '未达计分条件，不排名：', en: 'Too little rated, not ranked: ' },
  nothing: { zh: '本期没有可排序的评价。', en: 'Nothing to rank in this period.' },
  noTree: { zh: '数据包没有评价指标体系，或本期尚无启用的权重。', en: 'The extract has no tree of indicators in force in this period.' },
  kind: { zh: '被评对象：', en: 'Units evaluated: ' },
} as const satisfies Record<string, Bilingual>

const percent = (share: number, digits = 0): string => `${(share * 100).toFixed(digits)}%`

export const swapWords = (swap: number, language: Language): string =>
  language === 'zh' ? `${percent(swap)} 的抽样中次序互换` : `order swaps in ${percent(swap)} of draws`

/** Where nothing can be put in order no rank has stayed or changed. */
const noOrder = {
  no_weight: { zh: '权重全部为 0，没有名次可排：请调高其中一项，或恢复规定权重', en: 'every weight is 0, so that no order exists: raise one of them, or go back to the official weights' },
  no_score: { zh: '各对象均未达计分条件，没有名次可排', en: 'no unit is rated enough to be scored, so that no order exists' },
} as const satisfies Record<string, Bilingual>

export const movedWords = (moved: number, changed: RanksChanged, language: Language): string => {
  if (moved === 0) return language === 'zh' ? '现为规定权重。' : 'Official weights.'
  const effect = typeof changed === 'string' ? noOrder[changed][language] : language === 'zh' ? `${changed} 个对象的名次改变` : `${changed} ${changed === 1 ? 'rank changes' : 'ranks change'}`
  return language === 'zh' ? `已调整 ${moved} 项权重，${effect}。` : `${moved} ${moved === 1 ? 'weight' : 'weights'} moved, ${effect}.`
}

export const officialRankWords = (rank: number, language: Language): string => (language === 'zh' ? `原第 ${rank}` : `was ${rank}`)

export const sinceWords = (date: string | null, language: Language): string => {
  if (date === null) return language === 'zh' ? '规定权重（台账未注明启用日期）' : 'Official weights (the ledger gives no date)'
  return language === 'zh' ? `规定权重自 ${date}起施行` : `Official weights in force from ${date}`
}

export const methodWords = ({ draws, noise, severalTrees }: { draws: number; noise: number; severalTrees: boolean }, language: Language): string => {
  const [low, high] = [percent(1 - noise), percent(1 + noise)]
  const times = draws.toLocaleString('en-US')
  if (language === 'zh') {
    const trees = severalTrees ? '本期内指标体系有过调整：各次评价按其评价期末所用的体系计分，所移动的权重用于各版本中的同一指标。' : ''
    return `名次区间：每项权重各自在 ${low} 至 ${high} 之间均匀变动后归一，共抽样 ${times} 次（随机种子固定，可重现），取 95% 的抽样所在名次。总分逐次评价合成后再平均，与“服务评价总分”同一算法；缺评与否不随权重抽样而变。${trees}`
  }
  const trees = severalTrees ? ' The tree was changed within the period: each evaluation is scored by the one in force as its period ended, and a moved weight holds for its indicator in all of them.' : ''
  return `Rank intervals: every weight drawn evenly from ${low} to ${high} of itself, then brought back to a sum of 1, ${times} draws (fixed seed, so that they can be repeated); 95% of the draws lie within. Each evaluation is combined first and the totals are averaged, as in the service score; a draw never changes what counts as rated.${trees}`
}

import type { Metric, Operand } from './metric'

const of = (sum: string): Operand => ({ fact: 'scores', sum, axis: 'period' })

const adds = { time: false, place: false } as const
const points = { unit: 'point', digits: 1, basis: 'period', adds } as const

const rule = {
  zh: '定量指标按固定上下限折成 0–100 分（超出按端点计，逆向指标反算），逐级按权重加权平均；未评的不计 0 分也不估补，其权重由同级已评指标按比例承担，已评权重不足一半的不计分。',
  en: 'Each indicator becomes 0–100 points between fixed goalposts (beyond a goalpost counts as on it; lower-is-better is reversed) and each level is the weighted mean of the one below. What is not rated is neither 0 nor estimated: rated siblings carry its weight in proportion, and with less than half of the weight rated there is no score.',
} as const

const apartText = {
  zh: '企业、工会、地区的评价不合并；未选时只看其中一类。',
  en: 'Evaluations of enterprises, unions and areas are never pooled; where none is chosen only one kind is shown.',
} as const

const changes = (): Metric[] => {
  const pairs = {
    zh: '只比较今年与上年同一评价期都有总分的同一对象，按对象平均。',
    en: 'Only units with a total in both this and the same period a year before, averaged over them.',
  }
  const part = (id: string, sum: string, zh: string, en: string, definition: { zh: string; en: string }, direction: Metric['direction']): Metric => ({
    id,
    name: { zh, en },
    short: { zh, en },
    definition: { zh: definition.zh + pairs.zh, en: `${definition.en} ${pairs.en}` },
    reading: { zh: '得分变动与权重变动相加即为总分变动；各末级指标相加即为总计。', en: 'The two effects add up to the change; the lowest-level indicators add up to the total.' },
    formula: { kind: 'ratio', of: of(sum), per: of('paired') },
    ...points,
    digits: 2,
    direction,
  })
  return [
    part('evaluation.change', 'change', '总分较上年变动', 'Change on the year before', { zh: '该指标对总分的贡献比上年同期增减的分数。', en: 'Points by which the indicator’s contribution to the total rose or fell on the year before.' }, 'up'),
    part('evaluation.change_by_score', 'change_by_score', '其中得分变动', 'Of this: scores', { zh: '两期实际权重的平均 × 得分之差。', en: 'Mean weight of both periods × change of the score.' }, 'up'),
    part('evaluation.change_by_weight', 'change_by_weight', '其中权重与缺评变动', 'Of this: weights and missing ratings', { zh: '总变动减去得分变动：权重调整、指标增减和缺评所致。', en: 'The rest: weights changed, indicators added or dropped, ratings missing at one date.' }, 'neutral'),
  ]
}

export const evaluationMetrics: readonly Metric[] = [
  {
    id: 'evaluation.score',
    name: { zh: '服务评价总分', en: 'Evaluation score' },
    short: { zh: '总分', en: 'Score' },
    definition: {
      zh: `期内各评价期（按评价期的最后一个月归期）中，有总分的被评对象总分的平均（每一对象每一评价期计一次）。${rule.zh}权重取评价期末日所用版本。`,
      en: `Mean total of the units that have one, over the evaluation periods whose last month lies in the period (each unit once per period evaluated). ${rule.en} Weights are those in force on the last day of the period evaluated.`,
    },
    reading: { zh: `先看分项再看总分；名次须同名次区间一并看。${apartText.zh}`, en: `Read the parts before the total, and a rank only with its interval. ${apartText.en}` },
    formula: { kind: 'ratio', of: of('score'), per: of('rated') },
    ...points,
    direction: 'up',
  },
  {
    id: 'evaluation.score_median',
    name: { zh: '服务评价总分中位数', en: 'Median evaluation score' },
    short: { zh: '总分中位数', en: 'Median score' },
    definition: { zh: '期内各次评价总分（保留一位小数）的中位数；不足以计分的不计。', en: 'Median of the totals (to one decimal) of the period’s evaluations; those without a total are left out.' },
    reading: { zh: `比平均分更少受个别对象影响。${apartText.zh}`, en: `Less moved by single units than the mean. ${apartText.en}` },
    formula: { kind: 'quantile', of: { fact: 'score_spread', sum: 'n', axis: 'period' }, q: 0.5 },
    ...points,
    direction: 'up',
  },
  {
    id: 'evaluation.supplied',
    name: { zh: '报送总分', en: 'Supplied composite' },
    short: { zh: '报送总分', en: 'Supplied' },
    definition: {
      zh: '报送单位自行给出的总分的平均，折为百分制：总指标有上下限的按其上下限，没有的按各指标共同的上下限，再没有的视为百分制。',
      en: 'Mean of the composites that the source itself supplies, in points out of 100: on the goalposts of the top indicator where it has its own, else on those all indicators share, else as points.',
    },
    reading: { zh: '只作核对，不代替按指标计算的总分；两者口径不同时看“报送与计算不符”。', en: 'For checking alone; it never replaces the computed total. See the evaluations where the two differ.' },
    formula: { kind: 'ratio', of: of('supplied_score'), per: of('supplied_n') },
    ...points,
    direction: 'neutral',
  },
  {
    id: 'evaluation.differs',
    name: { zh: '报送总分与计算不符', en: 'Supplied composite differs' },
    short: { zh: '报送与计算不符', en: 'Differs' },
    definition: {
      zh: '报送总分与其各分项加权平均之差超过 0.0075 的评价次数，在报送所用的分值上比较（0.0075 为两位小数四舍五入所能造成的差）；总分不足以计算的不比较。',
      en: 'Evaluations whose supplied composite is off the weighted mean of its parts by more than 0.0075, compared on the scale it was supplied on (what rounding to two decimals can make). Not compared where no total can be computed.',
    },
    reading: { zh: '不为 0 时应核对报送的权重、缺评处理与版本。', en: 'Where it is not 0, check the source’s weights, its treatment of missing ratings and its version.' },
    formula: { kind: 'sum', of: of('differs') },
    unit: 'record',
    digits: 0,
    direction: 'down',
    basis: 'period',
    adds: { time: true, place: true },
  },
  {
    id: 'evaluation.part',
    name: { zh: '分项得分', en: 'Score by indicator' },
    short: { zh: '分项得分', en: 'Part score' },
    definition: {
      zh: `期内各次评价在该指标上得分的平均，只计已评的；不分指标时为总分。${rule.zh}`,
      en: `Mean score at the indicator over the period’s evaluations that rate it; the total where no indicator is asked. ${rule.en}`,
    },
    reading: { zh: '上级指标的得分由其下级算出，不与下级相加。', en: 'An upper indicator is made of those below it and is not added to them.' },
    formula: { kind: 'ratio', of: of('score'), per: of('rated') },
    ...points,
    direction: 'up',
  },
  {
    id: 'evaluation.contribution',
    name: { zh: '对总分的贡献', en: 'Contribution to the total' },
    short: { zh: '贡献分', en: 'Contribution' },
    definition: {
      zh: '该指标的得分乘以其在总分中的实际权重（缺评调整后），按有总分的评价平均；同一级各指标的贡献相加即为总分。',
      en: 'Score at the indicator times its weight in the total (after missing ratings), averaged over the evaluations with a total; the contributions of one level add up to the total.',
    },
    reading: { zh: '贡献大可能只是权重大；与实际权重对照看。', en: 'A large contribution may be nothing but a large weight; read it beside the weight.' },
    formula: { kind: 'ratio', of: of('points'), per: of('evaluated') },
    ...points,
    digits: 2,
    direction: 'neutral',
  },
  {
    id: 'evaluation.weight',
    name: { zh: '实际权重', en: 'Weight in the total' },
    short: { zh: '实际权重', en: 'Weight' },
    definition: { zh: '该指标在总分中的权重，缺评调整后，按有总分的评价平均。', en: 'Weight of the indicator in the total after missing ratings, averaged over the evaluations with a total.' },
    reading: { zh: '与规定权重不同，即有缺评。', en: 'Where it is not the official weight, some ratings are missing.' },
    formula: { kind: 'ratio', of: of('weight'), per: of('evaluated') },
    unit: 'percent',
    digits: 1,
    direction: 'neutral',
    basis: 'period',
    adds,
  },
  {
    id: 'evaluation.rated_share',
    name: { zh: '指标已评比例', en: 'Indicators rated' },
    short: { zh: '已评比例', en: 'Share rated' },
    definition: { zh: '期内各次评价应评的末级指标中，已有评价值的比例。', en: 'Of the lowest-level indicators due in the period’s evaluations: share with a value.' },
    reading: { zh: '比例低时，总分由少数指标决定。', en: 'Where it is low, few indicators decide the total.' },
    formula: { kind: 'share', of: of('leaves_rated'), per: of('leaves') },
    unit: 'percent',
    digits: 1,
    direction: 'up',
    basis: 'period',
    adds,
  },
  {
    id: 'evaluation.congress_share',
    name: { zh: '职代会指标占总分比例', en: 'Share of the score from congress indicators' },
    short: { zh: '职代会指标占比', en: 'From congress' },
    definition: {
      zh: '总分中来自职代会运行指标（含其下级指标）的分数占总分的比例：各次评价的该部分分数之和 ÷ 总分之和。',
      en: 'Of the points of the totals, the share that comes from indicators on the running of congresses and those below them: both are summed over evaluations, then divided.',
    },
    reading: { zh: '反映职代会在评价中的分量，不是职代会的成效。', en: 'How much congresses weigh in the evaluation, not what they achieve.' },
    formula: { kind: 'ratio', of: of('congress_score'), per: of('score') },
    unit: 'percent',
    digits: 1,
    direction: 'neutral',
    basis: 'period',
    adds,
  },
  {
    id: 'evaluation.evaluated',
    name: { zh: '有总分的评价', en: 'Evaluations with a total' },
    short: { zh: '有总分的评价', en: 'With a total' },
    definition: { zh: '期内能算出总分的评价次数（每一对象每一评价期一次）。', en: 'Evaluations of the period for which a total can be computed, one per unit and period evaluated.' },
    reading: { zh: '按季度评价的对象一年计四次。', en: 'A unit evaluated by the quarter counts four times a year.' },
    formula: { kind: 'sum', of: of('rated') },
    unit: 'record',
    digits: 0,
    direction: 'neutral',
    basis: 'period',
    adds: { time: true, place: true },
  },
  {
    id: 'evaluation.below',
    name: { zh: '不足以计分的评价', en: 'Evaluations with too little rated' },
    short: { zh: '不足以计分', en: 'Too little rated' },
    definition: { zh: '期内已评权重不足一半、因而没有总分的评价次数。', en: 'Evaluations of the period without a total because less than half of the weight is rated.' },
    reading: { zh: '没有总分不等于 0 分，也不参加排序。', en: 'No total is not a total of 0, and it takes no rank.' },
    formula: { kind: 'sum', of: of('below') },
    unit: 'record',
    digits: 0,
    direction: 'down',
    basis: 'period',
    adds: { time: true, place: true },
  },
  {
    id: 'evaluation.responses',
    name: { zh: '平均样本数', en: 'Responses behind a score' },
    short: { zh: '平均样本数', en: 'Responses' },
    definition: { zh: '期内记有样本数的评价平均每次所依据的样本数；上级指标为其下级之和。', en: 'Responses behind an evaluation of the period, of those that record them; at an upper indicator the sum of those below.' },
    reading: { zh: '样本少的得分不宜比较。', en: 'Scores from few responses should not be compared.' },
    formula: { kind: 'ratio', of: of('responses'), per: of('responses_n') },
    unit: 'record',
    digits: 1,
    direction: 'neutral',
    basis: 'period',
    adds,
  },
  ...changes(),
]

import { dayOf, years } from './days'
import { isOpenOn, type Firm } from './enterprises'
import { committees } from './places'
import type { Random } from './random'
import type { Row } from './row'
import { clamp, drawn, planted, rounded } from './sampling'
import { monthNumberOf, monthNumber, type Adoption } from './scenario'

interface Indicator {
  readonly id: string
  readonly parent: string | null
  readonly name: string
  readonly english: string
  /** Weight among its siblings in the first and the second version. */
  readonly weights: readonly [number, number]
  readonly down?: true
  readonly goals?: readonly [number, number]
  readonly congress?: true
}

const ROOT = 'E'

/** The tree in its two versions; goalposts stay, so that past scores do not move. */
export const indicators: readonly Indicator[] = [
  { id: ROOT, parent: null, name: '区域企业服务评价', english: 'Regional enterprise service evaluation', weights: [1, 1] },
  { id: 'E1', parent: ROOT, name: '职代会运行', english: 'Operation of the congress', weights: [0.25, 0.35], congress: true },
  { id: 'E11', parent: 'E1', name: '年度会议次数', english: 'Meetings in the year', weights: [0.3, 0.3], goals: [0, 2], congress: true },
  { id: 'E12', parent: 'E1', name: '提案答复率', english: 'Proposals answered', weights: [0.3, 0.4], goals: [0, 1], congress: true },
  { id: 'E13', parent: 'E1', name: '决议落实率', english: 'Resolutions carried out', weights: [0.4, 0.3], goals: [0, 1], congress: true },
  { id: 'E2', parent: ROOT, name: '劳动关系和谐', english: 'Harmony of labor relations', weights: [0.35, 0.3] },
  { id: 'E21', parent: 'E2', name: '书面劳动合同签订率', english: 'Written-contract rate', weights: [0.4, 0.4], goals: [0.8, 1] },
  { id: 'E22', parent: 'E2', name: '千人争议发生率', english: 'Disputes per 1,000 workers', weights: [0.3, 0.25], goals: [0, 20], down: true },
  { id: 'E23', parent: 'E2', name: '争议调解成功率', english: 'Mediation success', weights: [0.3, 0.35], goals: [0.3, 0.9] },
  { id: 'E3', parent: ROOT, name: '企业服务响应', english: 'Response to enterprises', weights: [0.25, 0.2] },
  { id: 'E31', parent: 'E3', name: '诉求按时办结率', english: 'Tickets closed in time', weights: [0.4, 0.4], goals: [0.5, 1] },
  { id: 'E32', parent: 'E3', name: '平均办理工作日', english: 'Mean workdays to close', weights: [0.25, 0.25], goals: [1, 15], down: true },
  { id: 'E33', parent: 'E3', name: '企业满意度', english: 'Satisfaction of enterprises', weights: [0.35, 0.35], goals: [1, 5] },
  { id: 'E4', parent: ROOT, name: '发展与成长', english: 'Growth', weights: [0.15, 0.15] },
  { id: 'E41', parent: 'E4', name: '用工人数增长率', english: 'Growth of employment', weights: [0.4, 0.4], goals: [-0.1, 0.1] },
  { id: 'E42', parent: 'E4', name: '职工培训覆盖率', english: 'Workers trained', weights: [0.3, 0.3], goals: [0, 1] },
  { id: 'E43', parent: 'E4', name: '社会保险参保率', english: 'Social-insurance participation', weights: [0.3, 0.3], goals: [0.6, 1] },
]

const leaves = indicators.filter(({ goals }) => goals !== undefined)
const FIRST_SCORED = 2023
const SECOND_VERSION = 2024
const versionOf = (year: number): 0 | 1 => (year >= SECOND_VERSION ? 1 : 0)

export const indicatorRows = (): readonly Row[] =>
  ([0, 1] as const).flatMap((version) => indicators.map(({ id, parent, name, english, weights, down, goals, congress }) => ({
    indicator_id: id, parent_id: parent, name_zh: name, name_en: english, weight: weights[version], direction: down ? 'down' : 'up',
    goal_low: goals?.[0] ?? null, goal_high: goals?.[1] ?? null, is_congress: congress === true,
    valid_from: dayOf(version === 0 ? FIRST_SCORED : SECOND_VERSION, 1, 1),
  })))

/** Whom is scored for which period, how good it is (0 to 1), and whether it has a congress to be judged by. */
interface Unit { readonly id: string; readonly kind: 'union' | 'enterprise'; readonly period: string; readonly year: number; readonly good: number; readonly hasCongress: boolean }

const UNRATED = 0.06
/** Firms that are evaluated one by one. */
const ENTERPRISES = 150

const rawOf = (random: Random, { good }: Unit, { goals: [low, high] = [0, 1], down }: Indicator): number => {
  const share = clamp(good + 0.13 * random.normal(), -0.05, 1.05)
  return rounded(low + (down ? 1 - share : share) * (high - low), 3)
}

type Scores = ReadonlyMap<string, number>

const scoresOf = (random: Random, unit: Unit): Scores => new Map(leaves.flatMap((leaf) => {
  const isRated = !random.chance(UNRATED) && (leaf.congress !== true || unit.hasCongress)
  const raw = rawOf(random, unit, leaf)
  return isRated ? [[leaf.id, raw] as const] : []
}))

const leafScore = ({ goals: [low, high] = [0, 1], down }: Indicator, raw: number): number => {
  const share = clamp((raw - low) / (high - low), 0, 1)
  return 100 * (down ? 1 - share : share)
}

/** Weight of the parts that must have a score for the whole to have one. */
const LEAST = 0.5

/** Score of a node from 0 to 100: the weighted mean of those of its parts that have one, where these weigh half or more. */
const scoreOf = (node: Indicator, scores: Scores, version: 0 | 1): number | null => {
  const raw = scores.get(node.id)
  if (node.goals !== undefined) return raw === undefined ? null : leafScore(node, raw)
  const parts = indicators.filter(({ parent }) => parent === node.id).flatMap((part) => {
    const score = scoreOf(part, scores, version)
    return score === null ? [] : [{ score, weight: part.weights[version] }]
  })
  const weight = parts.reduce((sum, part) => sum + part.weight, 0)
  return weight < LEAST - 1e-9 ? null : parts.reduce((sum, part) => sum + part.score * part.weight, 0) / weight
}

const unionUnits = (random: Random, adoptions: readonly Adoption[]): readonly Unit[] =>
  committees.flatMap(({ unionId }) => {
    const adopted = adoptions.find(({ committee }) => committee.unionId === unionId)?.adopted ?? null
    const start = 0.5 + 0.11 * random.normal()
    return years.filter((year) => year >= FIRST_SCORED).flatMap((year) => [1, 2, 3, 4].map((quarter): Unit => ({
      id: unionId, kind: 'union', year, period: `${year}-Q${quarter}`,
      good: start + 0.035 * (year - FIRST_SCORED) + 0.008 * quarter,
      hasCongress: adopted !== null && monthNumberOf(adopted) <= monthNumber(year, quarter * 3),
    })))
  })

const enterpriseUnits = (random: Random, firms: readonly Firm[], adoptions: readonly Adoption[]): readonly Unit[] => {
  const lasting = firms.filter((firm) => firm.target >= 8 && isOpenOn(firm, dayOf(FIRST_SCORED, 1, 1)))
  return drawn(random, lasting, ENTERPRISES).flatMap((firm) => {
    const start = 0.52 + 0.14 * random.normal()
    const adopted = adoptions.find(({ committee }) => committee === firm.committee)?.adopted ?? Infinity
    return years.filter((year) => year >= FIRST_SCORED && isOpenOn(firm, dayOf(year, 12, 31))).map((year): Unit => ({
      id: firm.id, kind: 'enterprise', year, period: String(year), good: start + 0.03 * (year - FIRST_SCORED), hasCongress: adopted <= dayOf(year, 12, 31),
    }))
  })
}

/** Composites that the street's own sheet got wrong, and by how many points. */
export const WRONG_COMPOSITES = 5
const WRONG_BY = 3.5

const rowsOf = (random: Random, unit: Unit, isWrong: boolean): readonly Row[] => {
  const scores = scoresOf(random, unit)
  const [root] = indicators
  const composite = root === undefined ? null : scoreOf(root, scores, versionOf(unit.year))
  const about = { unit_id: unit.id, unit_kind: unit.kind, period: unit.period }
  const parts = leaves.map(({ id }): Row =>
    ({ indicator_id: id, ...about, raw: scores.get(id) ?? null, n: id === 'E33' && scores.has(id) ? random.int(4, 40) : null }))
  return [...parts, { indicator_id: ROOT, ...about, raw: composite === null ? null : rounded(composite + (isWrong ? WRONG_BY : 0), 2), n: null }]
}

/** Scores of every union and quarter and of some firms and years, each with the composite as the street worked it out. */
export const indicatorScoreRows = (random: Random, firms: readonly Firm[], adoptions: readonly Adoption[]): readonly Row[] => {
  const units = [...unionUnits(random, adoptions), ...enterpriseUnits(random, firms, adoptions)]
  const wrong = planted(random, units, [['wrong', WRONG_COMPOSITES]])
  return units.flatMap((unit) => rowsOf(random, unit, wrong.has(unit)))
}

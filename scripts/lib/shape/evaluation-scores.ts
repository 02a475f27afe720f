import { changeOf, type Change, type Dated } from '../../../src/domain/evaluation/change'
import { ratedPartsMember, ratedPartsOf } from '../../../src/domain/evaluation/rated-parts'
import { scoreTree } from '../../../src/domain/evaluation/score'
import { differs, suppliedPoints } from '../../../src/domain/evaluation/supplied'
import { nodesOf, treeFor, treesAt, type Indicator, type Tree } from '../../../src/domain/evaluation/tree'
import { lastDayOf, monthOfDate, parsePeriod } from '../../../src/domain/period'

/** What the ledger says of one unit in one period. */
export interface Evaluation {
  readonly kind: string
  readonly unit: string
  readonly period: string
  /** Indicators it has a row for, rated or not. */
  readonly named: ReadonlySet<string>
  readonly raw: ReadonlyMap<string, number>
  /** Responses behind each value. */
  readonly responses: ReadonlyMap<string, number>
}

/** One unit at one node of the tree in one period. */
export interface ScoreRow {
  readonly kind: string
  readonly unit: string
  readonly period: string
  readonly month: number
  readonly node: string
  /** Member that says which leaves of which tree the evaluation rates. */
  readonly ratedParts: string
  readonly score: number | null
  readonly congress: number
  readonly weight: number
  readonly points: number
  readonly leaves: number
  readonly leavesRated: number
  readonly responses: number | null
  /** Whether the unit's total could be computed. */
  readonly evaluated: boolean
  /** On the row of the total alone: a composite of the source, in points and as it was given. */
  readonly supplied: { readonly raw: number; readonly points: number; readonly differs: boolean | null } | null
  readonly change: Change | null
}

interface Judged extends Dated {
  readonly evaluation: Evaluation
  readonly tree: Tree
  /** Last day of the period. */
  readonly end: string
  readonly month: number
}

type TreesAt = (date: string) => readonly Tree[]

/** A period counts from its last month on: a ledger gives its scores as it ends, and no day. */
const judged = (evaluation: Evaluation, asOf: string, trees: TreesAt): Judged | null => {
  const period = evaluation.period.includes('..') ? null : parsePeriod(evaluation.period)
  const end = period && lastDayOf(period.to)
  const tree = end && period.to <= monthOfDate(asOf) ? treeFor(trees(end), evaluation.named) : null
  return period && end && tree ? { evaluation, tree, end, root: tree.root, month: period.to, scores: scoreTree(tree.root, evaluation.raw) } : null
}

const yearBefore = (period: string): string => `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`

const keyOf = ({ kind, unit }: Evaluation, period: string): string => JSON.stringify([kind, unit, period])

const suppliedOf = ({ evaluation, tree, scores }: Judged): ScoreRow['supplied'] => {
  const raw = tree.ledgerRoot === null || tree.root.goal ? undefined : evaluation.raw.get(tree.ledgerRoot)
  const points = raw === undefined ? null : suppliedPoints(raw, tree.supplied)
  if (raw === undefined || points === null) return null
  const own = scores.get(tree.root.id)?.score ?? null
  return { raw, points, differs: own === null ? null : differs(raw, own, tree.supplied) }
}

const responsesUnder = ({ evaluation, root }: Judged): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  const add = (node: typeof root): number | undefined => {
    const under = node.children.map(add).filter((n) => n !== undefined)
    const own = node.children.length ? (under.length ? under.reduce((a, b) => a + b, 0) : undefined) : evaluation.responses.get(node.id)
    if (own !== undefined) sums.set(node.id, own)
    return own
  }
  add(root)
  return sums
}

const nothing = { score: null, congress: 0, weight: 0, points: 0, leaves: 0, rated: 0 } as const

/** By tree the first of the dates evaluated on which it is in force, so that evaluations under one tree are known as such. */
const treeDates = (all: readonly Judged[]): ReadonlyMap<Tree, string> => {
  const texts = new Map([...new Set(all.map(({ tree }) => tree))].map((tree) => [tree, JSON.stringify(tree)]))
  const first = new Map<string | undefined, string>()
  for (const { tree, end } of all) {
    const text = texts.get(tree)
    const known = first.get(text)
    if (known === undefined || end < known) first.set(text, end)
  }
  return new Map([...texts].map(([tree, text]) => [tree, first.get(text) ?? '']))
}

const rowsOf = (one: Judged, before: Judged | undefined, dates: ReadonlyMap<Tree, string>): ScoreRow[] => {
  const { evaluation: { kind, unit, period }, root, scores, month } = one
  const changes = before ? changeOf(before, one) : null
  const responses = responsesUnder(one)
  const evaluated = (scores.get(root.id)?.score ?? null) !== null
  const ratedParts = ratedPartsMember(ratedPartsOf(one.tree, dates.get(one.tree) ?? one.end, (leaf) => (scores.get(leaf)?.score ?? null) !== null))
  const nodes = new Set([...nodesOf(root).map(({ id }) => id), ...(changes?.keys() ?? [])])
  return [...nodes].map((node) => {
    const { score, congress, weight, points, leaves, rated } = scores.get(node) ?? nothing
    return {
      kind, unit, period, month, node, ratedParts, score, congress, weight, points, leaves, leavesRated: rated, evaluated,
      responses: responses.get(node) ?? null,
      supplied: node === root.id ? suppliedOf(one) : null,
      change: changes?.get(node) ?? null,
    }
  })
}

/** Every unit's scores in every period up to the as-of date's month, at every node of the tree in force at the period's end. */
export const scoreRows = (evaluations: readonly Evaluation[], indicators: readonly Indicator[], asOf: string): ScoreRow[] => {
  const known = new Map<string, readonly Tree[]>()
  const trees: TreesAt = (date) => {
    const found = known.get(date) ?? treesAt(indicators, date)
    known.set(date, found)
    return found
  }
  const all = evaluations.flatMap((evaluation) => judged(evaluation, asOf, trees) ?? [])
  const byKey = new Map(all.map((one) => [keyOf(one.evaluation, one.evaluation.period), one]))
  const dates = treeDates(all)
  return all.flatMap((one) => rowsOf(one, byKey.get(keyOf(one.evaluation, yearBefore(one.evaluation.period))), dates))
}

import { totalId } from '../evaluation/tree'
import type { Axis, Fact } from './fact'

const ofUnit = ['area', 'subdistrict', 'district', 'union', 'industry', 'industry_section', 'industry_group', 'size', 'unit_kind', 'unit'] as const

const scored = ['indicator_scores.raw', 'indicators.indicator_id'] as const
const supplied = [...scored, 'indicator_scores.supplied'] as const

/** Kinds of units are evaluated by other yardsticks; an indicator is a part of another and never added to it. */
const unitKinds = ['enterprise', 'union', 'area'] as const

/** A score given for a period stands from that period's last month on, also where the ledgers end within it. */
const period: Axis = { month: 'period_month', part: null, lag: 0, rows: 'state', needs: scored, words: { zh: '按评价期末月', en: 'by last month of the period evaluated' } }

const count = { type: 'count', needs: scored } as const
const real = { type: 'real', needs: scored } as const

const scores: Fact = {
  id: 'scores',
  name: { zh: '服务评价得分', en: 'Evaluation scores' },
  dimensions: [...ofUnit, 'indicator', 'rated_parts'],
  apart: { unit_kind: unitKinds, indicator: [totalId] },
  axes: { period },
  sums: {
    n: count,
    rated: count,
    score: real,
    congress_score: { type: 'real', needs: [...scored, 'indicators.is_congress'] },
    weight: real,
    points: real,
    leaves: count,
    leaves_rated: count,
    responses: { type: 'count', needs: ['indicator_scores.n'] },
    responses_n: { type: 'count', needs: ['indicator_scores.n'] },
    evaluated: count,
    below: count,
    supplied_n: { type: 'count', needs: supplied },
    supplied_score: { type: 'real', needs: supplied },
    supplied_compared: { type: 'count', needs: supplied },
    differs: { type: 'count', needs: supplied },
    paired: count,
    change: real,
    change_by_score: real,
    change_by_weight: real,
  },
  details: { evaluated_period: 'text', computed_text: 'text', supplied_text: 'text' },
}

const scoreSpread: Fact = {
  id: 'score_spread',
  name: { zh: '服务评价总分分布', en: 'Spread of total scores' },
  dimensions: ofUnit,
  apart: { unit_kind: unitKinds },
  axes: { period },
  sums: { n: count },
  spread: 'score',
  details: {},
}

export const evaluationFacts: readonly Fact[] = [scores, scoreSpread]

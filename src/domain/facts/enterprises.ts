import type { Fact } from './fact'

const places = ['area', 'subdistrict', 'district', 'union', 'industry', 'industry_section', 'industry_group', 'size', 'ownership'] as const

const register = ['enterprises.enterprise_id'] as const
const heads = [...register, 'enterprises.heads'] as const
const reported = (column: string): readonly string[] => [...register, 'workforce_months.enterprise_id', `workforce_months.${column}`]
const disputes = [...register, 'disputes.firm', 'disputes.opened_on'] as const

/** Enterprises active at the end of each month, with what is known of their workers then. */
export const cluster: Fact = {
  id: 'cluster',
  name: { zh: '企业与职工', en: 'Enterprises and workers' },
  dimensions: [...places, 'congress'],
  needs: { ownership: ['enterprises.ownership'] },
  axes: {
    state: { month: 'month', part: null, lag: 0, rows: 'state', needs: register, words: { zh: '月末', en: 'at the end of the month' } },
    // Set against monthly reports: whole months between the first and the last on record.
    reported: { month: 'report_month', part: null, lag: 0, rows: 'report', needs: reported('month'), words: { zh: '有月报的月份', en: 'in the months reported' } },
  },
  sums: {
    n: { type: 'count', needs: register },
    heads: { type: 'real', needs: heads },
    with_heads: { type: 'count', needs: heads },
    women: { type: 'real', needs: reported('women') },
    women_heads: { type: 'real', needs: reported('women') },
    migrants: { type: 'real', needs: reported('migrants') },
    migrants_heads: { type: 'real', needs: reported('migrants') },
    dispatched: { type: 'real', needs: reported('dispatched') },
    gig: { type: 'real', needs: reported('gig') },
    sized: { type: 'count', needs: [...register, 'enterprises.sized'] },
    under25: { type: 'count', needs: [...register, 'enterprises.sized'] },
    unionised: { type: 'count', needs: [...register, 'enterprises.union_joined_on'] },
    dispute_base: { type: 'count', needs: disputes },
    dispute_free: { type: 'count', needs: disputes },
  },
  details: {},
}

/** All enterprises of the register as of the as-of date, also those gone. */
export const enterpriseRegister: Fact = {
  id: 'register',
  name: { zh: '企业台账', en: 'Register of enterprises' },
  dimensions: [...places, 'status'],
  needs: { ownership: ['enterprises.ownership'], status: ['enterprises.status'] },
  axes: { now: { month: 'month', part: null, lag: 0, rows: 'state', needs: register, words: { zh: '数据截止日', en: 'at the as-of date' } } },
  sums: { n: { type: 'count', needs: register } },
  details: {},
}

/** Enterprises that show a sign of risk at the as-of date, one row each. */
export const enterpriseRisk: Fact = {
  id: 'enterprise_risk',
  name: { zh: '风险企业', en: 'Firms at risk' },
  dimensions: [...places, 'congress', 'status'],
  needs: { ownership: ['enterprises.ownership'], status: ['enterprises.status'] },
  axes: { now: { month: 'month', part: null, lag: 0, rows: 'state', needs: register, words: { zh: '数据截止日', en: 'at the as-of date' } } },
  sums: {
    n: { type: 'count', needs: [...register, 'enterprises.risk'] },
    risk_arrears: { type: 'count', needs: reported('arrears') },
    risk_layoffs: { type: 'count', needs: reported('layoffs') },
    risk_closing: { type: 'count', needs: [...register, 'enterprises.closing'] },
  },
  details: { enterprise_id: 'text', arrears_month: 'text', layoffs_month: 'text', closed_on: 'date' },
}

export const enterprisesFacts: readonly Fact[] = [cluster, enterpriseRegister, enterpriseRisk]

import type { Fact, Sum } from './fact'

const of = (...names: readonly string[]): readonly string[] => names.map((name) => `workforce_months.${name}`)

/** Monthly flows and the ledger columns they need; all ends together need the two that every ledger tells apart. */
const flows: Readonly<Record<string, readonly string[]>> = {
  hires: of('hires'),
  quits: of('quits'),
  layoffs: of('layoffs'),
  separations: of('quits', 'layoffs'),
  mutual_ends: of('mutual_ends'),
  expiries: of('expiries'),
  other_separations: of('other_separations'),
}

const real = (needs: readonly string[]): Sum => ({ type: 'real', needs })

/** Each flow with its bases: reference-period employment, mean of opening and closing. */
const flowSums: Readonly<Record<string, Sum>> = Object.fromEntries(
  Object.entries(flows).flatMap(([flow, needs]) => {
    const [reference, average] = [real([...needs, ...of('employment')]), real([...needs, ...of('opening', 'closing')])]
    return [[`${flow}_ref`, reference], [`ref_${flow}`, reference], [`${flow}_avg`, average], [`avg_${flow}`, average]]
  }),
)

const pair = (part: string, base: string, baseName: string): Readonly<Record<string, Sum>> => ({
  [part]: real(of(part, base)),
  [baseName]: real(of(part, base)),
})

const firms = of('enterprise_id')
const identity = of('opening', 'closing', 'hires', 'quits', 'layoffs')

export const workforce: Fact = {
  id: 'workforce',
  name: { zh: '用工', en: 'Workforce' },
  dimensions: ['area', 'subdistrict', 'district', 'union', 'industry', 'industry_section', 'industry_group', 'size', 'congress', 'panel'],
  apart: { panel: ['register', null, 'panel', 'survey'] },
  axes: { month: { month: 'month', part: null, lag: 0, rows: 'report', absent: 'not_reported', needs: of('month') } },
  sums: {
    n: { type: 'count', needs: of('month') },
    worker_years: real(of('headcount')),
    employed: real(of('headcount')),
    average_heads: real(of('opening', 'closing')),
    hires: real(flows.hires ?? []),
    quits: real(flows.quits ?? []),
    layoffs: real(flows.layoffs ?? []),
    separations: real(flows.separations ?? []),
    ...flowSums,
    ends_quits: real(of('quits', 'layoffs')),
    ends_layoffs: real(of('quits', 'layoffs')),
    ...pair('women', 'closing', 'closing_women'),
    ...pair('migrants', 'closing', 'closing_migrants'),
    ...pair('insured', 'closing', 'closing_insured'),
    ...pair('written_contracts', 'contract_required', 'required_written'),
    arrears_firms: { type: 'count', needs: [...of('arrears'), ...firms] },
    arrears_known: { type: 'count', needs: [...of('arrears'), ...firms] },
    mass_layoffs: { type: 'count', needs: [...of('layoffs'), ...firms] },
    identity_checked: { type: 'count', needs: identity },
    identity_broken: { type: 'count', needs: identity },
    reporting: { type: 'count', needs: [...firms, 'enterprises.enterprise_id'] },
  },
  details: {},
}

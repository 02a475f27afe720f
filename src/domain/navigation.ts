import { dashboardOf } from './dashboards/index'
import type { Dashboard } from './dashboards/dashboard'
import { panelMetrics } from './dashboards/panel-metrics'
import { operandGap, operandsOf } from './compile/gap'
import type { Manifest } from './manifest'
import { findMetric } from './metrics/index'
import type { Metric } from './metrics/metric'
import type { PageId } from './pages'

export type GroupId = 'overview' | 'relations' | 'participation' | 'business' | 'about'

export interface PageGroup {
  readonly id: GroupId
  readonly pages: readonly PageId[]
}

/** Pages as the navigation groups them; a group of one page is a plain link. */
const groups: readonly PageGroup[] = [
  { id: 'overview', pages: ['overview'] },
  { id: 'relations', pages: ['disputes', 'ladder', 'turnover', 'coverage', 'congress'] },
  { id: 'participation', pages: ['outreach', 'tickets', 'evaluation'] },
  { id: 'business', pages: ['investment', 'investor', 'citizen'] },
  { id: 'about', pages: ['data', 'dictionary'] },
]

/** What a page is about: the metrics its sentence is made of, else everything it shows. What other cards add is context and may stand on any page. */
const subjectOf = (dashboard: Dashboard): Metric[] => {
  const said = [...dashboard.verdict, ...dashboard.attention]
  const ids = said.length > 0 ? said : dashboard.cards.map(({ metric }) => metric)
  const metrics = ids.flatMap((id) => findMetric(id) ?? [])
  return metrics.length > 0 ? metrics : dashboard.panels.flatMap(panelMetrics)
}

const hasRows = (metric: Metric, manifest: Manifest): boolean => {
  const [operand] = operandsOf(metric.formula)
  return operand !== undefined && (manifest.facts[operand.fact]?.n ?? 0) > 0 && operandGap(operand, [], manifest) === null
}

/** Whether an extract holds anything a page is about. Pages without cards, such as the one on the data itself, always have something to say. */
export const hasData = (page: string, manifest: Manifest): boolean => {
  const dashboard = dashboardOf(page)
  return dashboard === null || dashboard.cards.length === 0 || subjectOf(dashboard).some((metric) => hasRows(metric, manifest))
}

/**
 * Whether an extract may show a page at all; an extract not yet known shows every page that any extract may. The public is
 * not led to pages of which its extract holds nothing.
 */
export const mayShow = (page: string, manifest: Manifest | null): boolean => {
  const profile = dashboardOf(page)?.profile
  if (profile !== undefined && profile !== (manifest?.profile ?? 'internal')) return false
  return manifest?.profile !== 'public' || hasData(page, manifest)
}

/** The groups with the pages an extract may show. */
export const groupsFor = (manifest: Manifest | null): PageGroup[] =>
  groups.map(({ id, pages }) => ({ id, pages: pages.filter((page) => mayShow(page, manifest)) })).filter(({ pages }) => pages.length > 0)

import { expect, test } from 'vitest'
import { dashboards } from '../../../src/domain/dashboards'
import type { Dashboard } from '../../../src/domain/dashboards/dashboard'
import { panelMetrics } from '../../../src/domain/dashboards/panel-metrics'
import { metrics } from '../../../src/domain/metrics'

const shownBy = ({ verdict, attention, backing, cards, panels }: Dashboard): (string | undefined)[] => [
  ...verdict,
  ...attention,
  ...backing.flatMap(({ metric, beside }) => [metric, beside]),
  ...cards.flatMap(({ metric, otherwise, beside }) => [metric, otherwise, beside]),
  ...panels.flatMap((panel) => panelMetrics(panel).map(({ id }) => id)),
]
const shown = new Set(dashboards.flatMap(shownBy))

test('every metric stands on a page, or the catalogue says why it does not', () => {
  expect(metrics.filter(({ id, unplaced }) => shown.has(id) === (unplaced !== undefined)).map(({ id }) => id)).toEqual([])
})

test.each(['union', 'industry_group', 'size', 'ownership'])('enterprises and workers are split by %s somewhere', (by) => {
  const tables = dashboards.flatMap(({ panels }) => panels).filter((panel) => panel.chart === 'table' && panel.by === by)
  expect(tables.some((panel) => ['enterprises.count', 'enterprises.workers'].every((id) => panelMetrics(panel).some((metric) => metric.id === id)))).toBe(true)
})

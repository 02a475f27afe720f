import { dimensionOf } from '../../../src/domain/dimensions'
import { parseMetricRef, type MetricRef } from '../../../src/domain/member-ref'
import { fixedMembers } from '../../../src/domain/members'
import { findMetric } from '../../../src/domain/metrics'
import type { Column, SourceTable } from '../../../src/domain/tables/table'
import type { CellCheck } from '../check/texts'
import { cellRule } from '../check/texts'
import type { Draft } from './intake'
import { cellFlag, columnStep, position, type Step } from './steps'

const reject = (table: SourceTable, column: Column, kind: CellCheck, value: string, draft: Draft): null => {
  draft.findings.push({ rule: cellRule(table, column, kind), severity: 'reject', column: column.name, value })
  return null
}

/** A member that the catalogue itself lists must be among them; places, unions and industries are the extract's own. */
const isKnownMember = ({ member }: MetricRef): boolean => {
  const dimension = member && dimensionOf(member.dimension)
  const members = dimension ? fixedMembers(dimension) : []
  return members.length === 0 || members.some(({ id }) => id === member?.member)
}

const metricSteps = (table: SourceTable): readonly Step[] => columnStep(table, 'metric_id', (text, draft, column) => {
  const ref = parseMetricRef(text)
  if (!ref || !isKnownMember(ref)) draft.findings.push(cellFlag(table, column, 'unknown_metric', text))
  return text
})

/** 85% is 0.85 of a share; a percent of anything else, or a share above the whole, is a slip that would be drawn a hundred times too high. */
const valueSteps = (table: SourceTable): readonly Step[] => {
  const metricAt = position(table, 'metric_id')
  return columnStep(table, 'value', (text, draft, column) => {
    const metric = findMetric(parseMetricRef(draft.values[metricAt] ?? '')?.metric ?? '')
    const percent = text.endsWith('%')
    if (percent && metric && metric.unit !== 'percent') return reject(table, column, 'percent', text, draft)
    const value = percent ? Number((Number(text.slice(0, -1)) / 100).toPrecision(12)) : Number(text)
    const { kind } = metric?.formula ?? {}
    if (Math.abs(value) > 1 && (kind === 'share' || kind === 'net')) return reject(table, column, 'above_one', text, draft)
    if (!percent && metric?.unit === 'percent' && Math.abs(value) > 1) draft.findings.push(cellFlag(table, column, 'above_one', text))
    return String(value)
  })
}

/** What targets and benchmarks need: a metric that exists, and a value in its own scale. */
export const referenceSteps = (table: SourceTable): readonly Step[] => (position(table, 'metric_id') < 0 ? [] : [...metricSteps(table), ...valueSteps(table)])

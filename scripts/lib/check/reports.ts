import { sourceTables } from '../../../src/domain/tables/index'
import { afterAsOf } from './common'
import type { Rule } from './rule'

/** A ledger whose rows belong to a union and a day, so that it can be told whether one reported for a period. */
interface Reported {
  readonly table: string
  readonly day: string
  /** Columns that name the union, the firm whose union it is, or the place whose union it is; the first that is filled counts. */
  readonly by: readonly ('union_id' | 'enterprise_id' | 'area_code')[]
}

const reported: readonly Reported[] = [
  { table: 'disputes', day: 'opened_on', by: ['area_code', 'enterprise_id'] },
  { table: 'external_cases', day: 'month', by: ['area_code'] },
  { table: 'workforce_months', day: 'month', by: ['enterprise_id', 'area_code'] },
  { table: 'contracts', day: 'signed_on', by: ['union_id'] },
  { table: 'congress_meetings', day: 'held_on', by: ['union_id'] },
  { table: 'proposals', day: 'submitted_on', by: ['union_id'] },
  { table: 'trainings', day: 'held_on', by: ['union_id'] },
  { table: 'outreach_events', day: 'held_on', by: ['union_id'] },
  { table: 'tickets', day: 'submitted_at', by: ['area_code', 'enterprise_id'] },
  { table: 'entity_flows', day: 'month', by: ['area_code'] },
  { table: 'investment_leads', day: 'opened_on', by: ['area_code'] },
  { table: 'union_snapshots', day: 'as_of', by: ['union_id'] },
]

/** The one union of a committee, or of a street, by its place. */
const unionsByArea = `
  SELECT area_code, min(union_id) AS union_id FROM work.unions WHERE level IN ('joint', 'subdistrict') GROUP BY area_code HAVING count(*) = 1`

/** A street's union reports what its committees hold. */
const unionsBelow = `
  SELECT p.union_id, u.union_id AS below FROM work.unions u JOIN work.unions p
    ON p.level IN ('district', 'subdistrict') AND p.union_id <> u.union_id AND starts_with(u.area_code, p.area_code)`

const unionOf: Readonly<Record<Reported['by'][number], string>> = {
  union_id: 'r.union_id',
  enterprise_id: 'coalesce(e.union_id, f.union_id)',
  area_code: 'a.union_id',
}

const rowsOf = ({ table, day, by }: Reported): string => `
  SELECT DISTINCT coalesce(${by.map(column => unionOf[column]).join(', ')}) AS union_id, r.${day}::DATE AS day
  FROM work.${table} r
  ${by.includes('area_code') ? `LEFT JOIN (${unionsByArea}) a ON a.area_code = r.area_code` : ''}
  ${by.includes('enterprise_id') ? `LEFT JOIN work.enterprises e ON e.enterprise_id = r.enterprise_id LEFT JOIN (${unionsByArea}) f ON f.area_code = e.area_code` : ''}`

const periods = `unnest([strftime(day, '%Y'), strftime(day, '%Y') || '-Q' || quarter(day), strftime(day, '%Y-%m')])`

/** Silent for a ledger that is not in the folder at all. */
const rowsFitStatus = (one: Reported): Rule => {
  const zh = sourceTables.find(table => table.name === one.table)?.zh ?? one.table
  return {
    id: `reports.${one.table}.rows`,
    table: 'reports',
    severity: 'flag',
    column: 'status',
    zh: `${zh}：应当且仅当报送状态为已报或迟报时有该工会该期间的数据`,
    en: `${one.table}: must have rows for the union and period exactly when the status is reported or late`,
    from: `
      WITH own AS (SELECT DISTINCT union_id, ${periods} AS period FROM (${rowsOf(one)}) WHERE union_id IS NOT NULL),
      below AS (SELECT DISTINCT b.union_id, o.period FROM own o JOIN (${unionsBelow}) b ON b.below = o.union_id)
      SELECT p._ord, concat_ws(' · ', p.union_id, p.period, p.status) AS shown
      FROM work.reports p LEFT JOIN own o ON o.union_id = p.union_id AND o.period = p.period
      LEFT JOIN below b ON b.union_id = p.union_id AND b.period = p.period
      WHERE p.table_name = '${one.table}'
        AND CASE WHEN p.status IN ('reported', 'late') THEN o.union_id IS NULL AND b.union_id IS NULL ELSE o.union_id IS NOT NULL END`,
    needs: [`${one.table}.${one.day}`, 'reports.status'],
  }
}

export const reportRules: readonly Rule[] = [
  ...reported.map(rowsFitStatus),
  afterAsOf('reports', 'reported_on', '报送日期'),
]

import { workforceMonths } from '../../../src/domain/tables/workforce'
import { counted } from './common'
import type { Rule } from './rule'

const table = 'workforce_months'

const counts = workforceMonths.columns.filter(column => column.unit === 'person').map(column => column.name)
const flows = ['hires', 'quits', 'layoffs', 'mutual_ends', 'expiries', 'other_separations']
const separations = ['quits', 'layoffs', 'mutual_ends', 'expiries', 'other_separations']

/** Counts may be averages with decimals; a hundredth of a person is rounding. */
const TOLERANCE = 0.01

/** What is left of a difference of equal numbers. */
const ROUNDING = 1e-9

const count = (name: string): string => counted(table, name)

const identity = `t.opening + ${count('hires')} - ${separations.map(count).join(' - ')}`

const labels: Readonly<Record<string, string>> = Object.fromEntries(workforceMonths.columns.map(column => [column.name, column.zh]))

export const workforceRejects: readonly Rule[] = [
  {
    id: 'workforce_months.whose',
    table,
    severity: 'reject',
    column: 'enterprise_id',
    zh: '应写明企业，或同时写明区划与行业',
    en: 'must name an enterprise, or an area and an industry',
    where: 'enterprise_id IS NULL AND (area_code IS NULL OR industry_code IS NULL)',
    shown: `concat_ws(' · ', area_code, industry_code, month)`,
  },
  ...counts.map((name): Rule => ({
    id: `workforce_months.${name}.negative`,
    table,
    severity: 'reject',
    column: name,
    zh: `${labels[name]}为负数`,
    en: `negative number in ${name}`,
    where: `${name} < -${ROUNDING}`,
  })),
]

/** Heads may be averages of a month; who came or left an enterprise is counted one by one. A place's figures may be estimates. */
export const workforceBlanks: readonly Rule[] = flows.map((name): Rule => ({
  id: `workforce_months.${name}.whole`,
  table,
  severity: 'flag',
  column: name,
  zh: `企业的${labels[name]}应为整数（人），按空缺处理`,
  en: `${name} of an enterprise must be a whole number of people; taken as missing`,
  where: `enterprise_id IS NOT NULL AND abs(${name} - round(${name})) > ${ROUNDING}`,
  blanks: [name],
}))

export const workforceFlags: readonly Rule[] = [
  {
    id: 'workforce_months.identity',
    table,
    severity: 'flag',
    column: 'closing',
    zh: '期末人数应等于期初人数＋新进－各项减少',
    en: 'closing must equal opening + hires − all separations',
    where: `abs(t.closing - (${identity})) > ${TOLERANCE}`,
    shown: `concat_ws(' ≠ ', t.closing, ${identity})`,
    needs: ['workforce_months.closing', 'workforce_months.opening', 'workforce_months.hires'],
  },
  {
    id: 'workforce_months.opening_is_last_closing',
    table,
    severity: 'flag',
    column: 'opening',
    zh: '期初人数应等于上月期末人数',
    en: 'opening must equal the closing of the month before',
    from: `
      SELECT t._ord, concat_ws(' ≠ ', t.opening, b.closing) AS shown
      FROM work.workforce_months t JOIN work.workforce_months b
        ON b.month = (t.month - INTERVAL 1 MONTH)::DATE
        AND b.panel IS NOT DISTINCT FROM t.panel
        AND b.enterprise_id IS NOT DISTINCT FROM t.enterprise_id
        AND (t.enterprise_id IS NOT NULL OR (b.area_code = t.area_code AND b.industry_code = t.industry_code))
      WHERE abs(t.opening - b.closing) > ${TOLERANCE}`,
  },
  {
    id: 'workforce_months.month.after_as_of',
    table,
    severity: 'flag',
    column: 'month',
    zh: '月份晚于数据截止日',
    en: 'month lies after the as-of date',
    where: `month > getvariable('as_of')::DATE`,
  },
]

import { firmList, flag, kindRank, placesOf } from './common.sql'
import { monthSql } from './time'
import { countedTwice, nestings } from './wider.sql'

const separations = ['quits', 'layoffs', 'mutual_ends', 'expiries', 'other_separations']
const flows = ['hires', 'quits', 'layoffs', 'separations', 'mutual_ends', 'expiries', 'other_separations']

/** A column that no ledger records counts as nothing in the sum of all ends; one recorded and blank here leaves the sum unknown. */
const allEnds = (recorded: ReadonlySet<string>): string =>
  separations.filter((name) => recorded.has(`workforce_months.${name}`)).map((name) => `w.${name}`).join(' + ') || 'NULL::DOUBLE'

/**
 * 裁减人员 in one month: 20 people or more, or a tenth of the staff or more (上海市集体合同条例 15). Of the smallest firms a
 * tenth is one person whom no plan to cut staff concerns, hence two at least.
 */
export const massLayoff = (row: string): string =>
  `(${row}.layoffs >= 20 OR (${row}.layoffs >= 2 AND ${row}.layoffs * 10 >= coalesce(${row}.opening, ${row}.employment, ${row}.closing)))`

/** Whether the union has a congress in effect in a month; unknown where no congress is recorded at all or the month is beyond those judged. */
export const congressOf = (union: string, month: string): string => `
  CASE WHEN ${union} IS NULL OR ${month} < (SELECT min(month) FROM shape.months) OR NOT EXISTS (SELECT 1 FROM shape.congresses) THEN NULL
    WHEN (${month}, ${union}) IN (SELECT (month, "union") FROM shape.congresses) THEN 'with' ELSE 'without' END`

/** Of the rows of `fact.workforce` those of the kind that covers most. */
export const principalPanel = `panel IS NOT DISTINCT FROM (SELECT panel FROM fact.workforce ORDER BY ${kindRank('panel')} LIMIT 1)`

/**
 * A sum of decimals that is the same in any order, so that two runs give the same bytes: added as fixed-point numbers,
 * which is exact to the twelfth digit and needs none of the memory that sorting every sum would.
 */
export const exactSum = (expression: string, name: string): string => `CAST(sum(CAST(${expression} AS DECIMAL(38, 12))) AS DOUBLE) AS ${name}`

/** A flow and its bases, each pair over the enterprise-months that record both. */
const flowPairs = (flow: string): string[] => [
  exactSum(`CASE WHEN employment IS NOT NULL THEN ${flow} END`, `${flow}_ref`),
  exactSum(`CASE WHEN ${flow} IS NOT NULL THEN employment END`, `ref_${flow}`),
  exactSum(`CASE WHEN average IS NOT NULL THEN ${flow} END`, `${flow}_avg`),
  exactSum(`CASE WHEN ${flow} IS NOT NULL THEN average END`, `avg_${flow}`),
]

const paired = (part: string, base: string, baseName: string): string[] => [
  exactSum(`CASE WHEN ${base} IS NOT NULL THEN ${part} END`, part),
  exactSum(`CASE WHEN ${part} IS NOT NULL THEN ${base} END`, baseName),
]

const count = (condition: string, name: string): string => `CAST(sum(${flag(condition)}) AS INTEGER) AS ${name}`

const balanced = 'opening IS NOT NULL AND closing IS NOT NULL AND hires IS NOT NULL AND separations IS NOT NULL'
const byFirm = 'enterprise_id IS NOT NULL'

const sums: readonly string[] = [
  'CAST(count(*) AS INTEGER) AS n',
  'CAST(sum(CAST(heads AS DECIMAL(38, 12))) AS DOUBLE) / 12 AS worker_years',
  exactSum('heads', 'employed'),
  exactSum('average', 'average_heads'),
  ...['hires', 'quits', 'layoffs', 'separations'].map((flow) => exactSum(flow, flow)),
  ...flows.flatMap(flowPairs),
  exactSum('CASE WHEN separations IS NOT NULL THEN quits END', 'ends_quits'),
  exactSum('CASE WHEN separations IS NOT NULL THEN layoffs END', 'ends_layoffs'),
  ...paired('women', 'closing', 'closing_women'),
  ...paired('migrants', 'closing', 'closing_migrants'),
  ...paired('insured', 'closing', 'closing_insured'),
  ...paired('written_contracts', 'contract_required', 'required_written'),
  count(`${byFirm} AND arrears`, 'arrears_firms'),
  count(`${byFirm} AND arrears IS NOT NULL`, 'arrears_known'),
  count(`${byFirm} AND mass_layoff`, 'mass_layoffs'),
  count(balanced, 'identity_checked'),
  // A hundredth of a person is rounding.
  count(`${balanced} AND abs(closing - (opening + hires - separations)) > 0.01`, 'identity_broken'),
  count('reporting', 'reporting'),
]

const counts = ['opening', 'hires', 'quits', 'layoffs', 'closing', 'employment', 'mutual_ends', 'expiries', 'other_separations', 'women', 'migrants', 'written_contracts', 'contract_required', 'insured']
/** Whole months of reports, those of enterprises with their place and trade by the register. */
export const placedReports = (schema: string, asOf: string): string => `
SELECT w.* REPLACE (coalesce(w.area_code, e.area_code) AS area_code, coalesce(w.industry_code, e.industry_code) AS industry_code)
FROM ${schema}.workforce_months w LEFT JOIN ${schema}.enterprises e ON e.enterprise_id = w.enterprise_id
WHERE last_day(w.month) <= ${asOf}`

/** A place and trade may also hold enterprises of its own code, where any report. */
export const besideFirms = (rows: string): string => `EXISTS (SELECT 1 FROM ${rows} WHERE enterprise_id IS NOT NULL)`

/**
 * `shape.counted_elsewhere`: reports whose people another report of the same month and kind counts too, for the row of a
 * place and trade holds the enterprises and the narrower places in it. One without head counts or flows holds nobody.
 */
const countedElsewhereSql = (asOf: string): string => `
CREATE TEMP VIEW whole_reports AS ${placedReports('stage', `DATE '${asOf}'`)};

CREATE TABLE shape.counted_elsewhere AS ${countedTwice({
  rows: 'whole_reports',
  ...nestings.workforce_months,
  other: besideFirms('whole_reports'),
})};
`

/**
 * Monthly reports pooled by month, place, trade, size, congress and kind of sample. A month whose last day lies after
 * the as-of date is not yet whole and is left out; enterprise-months are pooled here because nothing on a page asks for
 * one enterprise's headcount. Kinds stay apart: a register, a panel and a survey are never one base. An enterprise whose people
 * are counted elsewhere still tells its arrears and that it reported.
 */
export const workforceSql = (asOf: string, recorded: ReadonlySet<string>): string => `
${countedElsewhereSql(asOf)}
CREATE VIEW shape.workforce_reports AS
WITH counted AS (
SELECT w.* REPLACE (${counts.map((name) => `CASE WHEN c._row IS NULL THEN w.${name} END AS ${name}`).join(', ')}), ${massLayoff('w')} AS mass_layoff
FROM stage.workforce_months w LEFT JOIN shape.counted_elsewhere c ON c._file = w._file AND c._row = w._row
WHERE last_day(w.month) <= DATE '${asOf}' AND (c._row IS NULL OR w.enterprise_id IS NOT NULL)
),
placed AS (
SELECT w.* REPLACE (${monthSql('w.month')} AS month, coalesce(w.area_code, e.area_code) AS area_code), coalesce(e.union_id, u.union_id) AS "union",
  e.size_class AS size, coalesce(w.industry_code, e.industry_code) AS trade, e.enterprise_id IS NOT NULL AND k.enterprise_id IS NOT NULL AS reporting
FROM counted w
LEFT JOIN stage.enterprises e ON e.enterprise_id = w.enterprise_id
LEFT JOIN shape.unions_by_area u ON u.area_code = coalesce(w.area_code, e.area_code)
LEFT JOIN shape.cluster k ON k.enterprise_id = w.enterprise_id AND k.month = ${monthSql('w.month')}
)
SELECT w.*, w.area_code AS area, ${placesOf('w.area_code')}, i.industry, i.industry_section, i.industry_group,
  ${congressOf('w."union"', 'w.month')} AS congress,
  (w.opening + w.closing) / 2 AS average, coalesce(w.employment, (w.opening + w.closing) / 2, w.closing, w.opening) AS heads,
  ${recorded.has('workforce_months.quits') && recorded.has('workforce_months.layoffs') ? allEnds(recorded) : 'NULL::DOUBLE'} AS separations
FROM placed w LEFT JOIN shape.industries i ON i.code = w.trade;

CREATE TABLE fact.workforce AS
WITH pooled AS (
SELECT ${firmList}, congress, panel, month,
  ${sums.join(',\n  ')}
FROM shape.workforce_reports GROUP BY ALL
)
SELECT *, concat_ws('|', month, coalesce(area, ''), coalesce("union", ''), coalesce(industry, ''), coalesce(industry_section, ''), coalesce(size, ''), coalesce(congress, ''), coalesce(panel, '')) AS _ord FROM pooled;
`

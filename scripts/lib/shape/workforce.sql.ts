import { monthSql } from './time'

const kindRank = (panel: string): string => `CASE coalesce(${panel}, '') WHEN 'register' THEN 1 WHEN '' THEN 2 WHEN 'panel' THEN 3 ELSE 4 END`

/**
 * Worker-years by month, place, trade and size. A month whose last day lies after the as-of date is not yet whole and
 * is left out; enterprise-months are pooled here because nothing on a page asks for one enterprise's headcount.
 * Where rows of several kinds are reported, only the kind that covers most is read: a register, else what names no
 * kind, else a panel, else a survey. They are never mixed in one base.
 */
export const workforceSql = (asOf: string): string => `
CREATE TABLE fact.workforce AS
WITH pooled AS (
SELECT coalesce(w.area_code, e.area_code) AS area,
  CASE WHEN regexp_full_match(coalesce(w.area_code, e.area_code), '\\d{9,}') THEN left(coalesce(w.area_code, e.area_code), 9) END AS subdistrict,
  CASE WHEN regexp_full_match(coalesce(w.area_code, e.area_code), '\\d{6,}') THEN left(coalesce(w.area_code, e.area_code), 6) END AS district,
  coalesce(e.union_id, u.union_id) AS "union",
  i.industry, i.industry_section, i.industry_group, e.size_class AS size,
  ${monthSql('w.month')} AS month,
  CAST(count(*) AS INTEGER) AS n,
  sum(coalesce(w.employment, (w.opening + w.closing) / 2, w.closing, w.opening) / 12 ORDER BY w._file, w._row) AS worker_years
FROM stage.workforce_months w
LEFT JOIN stage.enterprises e ON e.enterprise_id = w.enterprise_id
LEFT JOIN shape.unions_by_area u ON u.area_code = coalesce(w.area_code, e.area_code)
LEFT JOIN shape.industries i ON i.code = coalesce(w.industry_code, e.industry_code)
WHERE last_day(w.month) <= DATE '${asOf}'
  AND ${kindRank('w.panel')} = (SELECT min(${kindRank('panel')}) FROM stage.workforce_months)
GROUP BY ALL
)
SELECT *, concat_ws('|', month, coalesce(area, ''), coalesce("union", ''), coalesce(industry, ''), coalesce(industry_section, ''), coalesce(size, '')) AS _ord FROM pooled;
`

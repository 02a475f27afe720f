import { afterAsOf, counted } from './common'
import { overlapping } from '../shape/wider.sql'
import type { Rule } from './rule'

const flows = 'entity_flows'
const leads = 'investment_leads'

const expected = `b.stock_end + t.entries + ${counted(flows, 'moved_in')} - t.exits - ${counted(flows, 'moved_out')}`

export const investmentFlags: readonly Rule[] = [
  {
    id: 'entity_flows.stock_identity',
    table: flows,
    severity: 'flag',
    column: 'stock_end',
    zh: '期末户数应等于上月期末户数＋新设＋迁入－注销－迁出',
    en: 'stock_end must equal the stock_end before + entries + moved in − exits − moved out',
    from: `
      SELECT t._ord, concat_ws(' ≠ ', t.stock_end, ${expected}) AS shown
      FROM work.entity_flows t JOIN work.entity_flows b
        ON b.month = (t.month - INTERVAL 1 MONTH)::DATE AND b.area_code = t.area_code AND b.industry_code = t.industry_code
        AND b.size_class IS NOT DISTINCT FROM t.size_class
      WHERE t.stock_end <> ${expected}`,
    needs: ['entity_flows.stock_end'],
  },
  {
    id: 'entity_flows.stock_blank',
    table: flows,
    severity: 'flag',
    column: 'stock_end',
    zh: '没有填期末户数，当月户数合计不含本行，只是一部分',
    en: 'no stock_end: the stock of this month leaves the row out and is that of a part',
    where: 'stock_end IS NULL',
    shown: `concat_ws(' · ', area_code, industry_code, size_class, strftime(month, '%Y-%m'))`,
    needs: ['entity_flows.stock_end'],
  },
  {
    id: 'entity_flows.stock_breaks_off',
    table: flows,
    severity: 'flag',
    column: 'month',
    zh: '期末户数不为零，而下月没有同一区划、行业、规模的行：此后各月的户数合计都缺这一项（所列为缺行的月份）',
    en: 'the stock is not 0 and the next month has no row of the same place, trade and size: from then on the stock lacks it (the month without a row is shown)',
    from: `
      WITH followed AS (
        SELECT *, (month + INTERVAL 1 MONTH)::DATE AS due, lead(month) OVER (PARTITION BY area_code, industry_code, size_class ORDER BY month, _ord) AS next, max(month) OVER () AS last FROM work.entity_flows
      ), broken AS (SELECT * FROM followed WHERE stock_end > 0 AND month < last AND (next IS NULL OR next > due)),
      elsewhere AS (SELECT DISTINCT b._ord FROM broken b JOIN work.entity_flows o ON o.month = b.due AND ${overlapping('o', 'b')})
      SELECT _ord, strftime(due, '%Y-%m') AS shown FROM broken WHERE _ord NOT IN (SELECT _ord FROM elsewhere)`,
    needs: ['entity_flows.stock_end'],
  },
  afterAsOf(flows, 'month', '月份'),
  afterAsOf(leads, 'opened_on', '登记日期'),
  afterAsOf(leads, 'visited_on', '考察日期'),
  afterAsOf(leads, 'negotiated_on', '洽谈日期'),
  afterAsOf(leads, 'signed_on', '签约日期'),
  afterAsOf(leads, 'landed_on', '落地日期'),
  afterAsOf(leads, 'lost_on', '流失日期'),
]

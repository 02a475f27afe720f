import { afterAsOf, counted } from './common'
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
  afterAsOf(flows, 'month', '月份'),
  afterAsOf(leads, 'opened_on', '登记日期'),
  afterAsOf(leads, 'visited_on', '考察日期'),
  afterAsOf(leads, 'negotiated_on', '洽谈日期'),
  afterAsOf(leads, 'signed_on', '签约日期'),
  afterAsOf(leads, 'landed_on', '落地日期'),
  afterAsOf(leads, 'lost_on', '流失日期'),
]

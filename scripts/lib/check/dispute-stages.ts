import { afterAsOf } from './common'
import type { Rule } from './rule'

const table = 'dispute_stages'

/** The stages of each case in order, with the one before. */
const inOrder = `
  SELECT _ord, dispute_id, seq, stage, applied_on, result,
    lag(seq) OVER case_rows AS seq_before,
    lag(applied_on) OVER case_rows AS applied_before,
    bool_or(result = 'settled') OVER (PARTITION BY dispute_id ORDER BY seq, _ord ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS settled_before
  FROM work.dispute_stages
  WINDOW case_rows AS (PARTITION BY dispute_id ORDER BY seq, _ord)`

export const stageRejects: readonly Rule[] = [
  {
    id: 'dispute_stages.orphan',
    table,
    severity: 'reject',
    column: 'dispute_id',
    zh: '案件编号在劳动争议台账中不存在（或该案件行未被采用）',
    en: 'dispute_id is not in disputes (or that row was left out)',
    where: 'NOT EXISTS (SELECT 1 FROM work.disputes d WHERE d.dispute_id = t.dispute_id)',
  },
  {
    id: 'dispute_stages.date_order',
    table,
    severity: 'reject',
    column: 'applied_on',
    zh: '日期顺序应为：进入 ≤ 受理 ≤ 结束',
    en: 'dates must run applied_on ≤ accepted_on ≤ ended_on',
    where: 'applied_on > accepted_on OR accepted_on > ended_on OR applied_on > ended_on',
    shown: `concat_ws(' → ', applied_on, accepted_on, ended_on)`,
  },
]

export const stageFlags: readonly Rule[] = [
  {
    id: 'dispute_stages.seq_gap',
    table,
    severity: 'flag',
    column: 'seq',
    zh: '序号应从 1 起连续',
    en: 'seq must run 1, 2, 3 … without a gap',
    from: `SELECT _ord, seq::VARCHAR AS shown FROM (${inOrder}) WHERE seq <> coalesce(seq_before, 0) + 1`,
  },
  {
    id: 'dispute_stages.after_settled',
    table,
    severity: 'flag',
    column: 'stage',
    zh: '达成协议之后又进入下一环节（反悔或不履行），保留',
    en: 'a stage after a settled one: the agreement was broken; kept',
    law: '劳动争议调解仲裁法 5',
    from: `SELECT _ord, stage AS shown FROM (${inOrder}) WHERE settled_before`,
  },
  {
    id: 'dispute_stages.entered_before_previous',
    table,
    severity: 'flag',
    column: 'applied_on',
    zh: '进入日期早于上一环节的进入日期',
    en: 'applied_on is earlier than that of the stage before',
    from: `SELECT _ord, concat_ws(' → ', applied_before, applied_on) AS shown FROM (${inOrder}) WHERE applied_on < applied_before`,
  },
  {
    id: 'dispute_stages.pending_exactly_when_open',
    table,
    severity: 'flag',
    column: 'ended_on',
    zh: '结束日期应当且仅当结果为“在办”时为空',
    en: 'ended_on must be empty exactly when the result is pending',
    where: `(ended_on IS NULL) <> (result = 'pending')`,
    shown: `concat_ws(' · ', coalesce(ended_on::VARCHAR, '—'), result)`,
    needs: ['dispute_stages.ended_on'],
  },
  afterAsOf(table, 'applied_on', '进入日期'),
  afterAsOf(table, 'accepted_on', '受理日期'),
  afterAsOf(table, 'ended_on', '结束日期'),
]

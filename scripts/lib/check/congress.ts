import { afterAsOf, mustExist, ofTotal, pair } from './common'
import { lessThanHalf, lessThanTwoThirds, limits, moreThanThreeTenths, outsideYears } from './limits'
import type { Rule } from './rule'

const terms = 'congress_terms'
const meetings = 'congress_meetings'
const items = 'congress_items'
const law = (article: number): string => `上海市职工代表大会条例 ${article}`

/** Article 41 is about regional and sectoral congresses; a single employer's has limits of its own. */
const isRegional = `NOT EXISTS (SELECT 1 FROM work.unions u WHERE u.union_id = t.union_id AND u.level = 'enterprise')`

const composition: readonly Rule[] = [
  {
    id: 'congress_terms.seats',
    table: terms,
    severity: 'flag',
    column: 'seats',
    zh: '区域性职代会代表应不少于 30 人',
    en: 'a regional congress must have at least 30 representatives',
    law: law(41),
    where: `seats < ${limits.regional_congress_seats} AND ${isRegional}`,
  },
  {
    id: 'congress_terms.managers',
    table: terms,
    severity: 'flag',
    column: 'seats_managers',
    zh: '中高层管理人员应不超过代表名额的 30%',
    en: 'managers must hold at most 30 % of the seats',
    law: law(41),
    where: `${moreThanThreeTenths('seats_managers', 'seats')} AND ${isRegional}`,
    shown: ofTotal('seats_managers', 'seats'),
  },
  {
    id: 'congress_terms.frontline',
    table: terms,
    severity: 'flag',
    column: 'seats_frontline',
    zh: '一线职工代表应不少于代表名额的 50%',
    en: 'frontline workers must hold at least 50 % of the seats',
    law: law(41),
    where: `${lessThanHalf('seats_frontline', 'seats')} AND ${isRegional}`,
    shown: ofTotal('seats_frontline', 'seats'),
  },
]

/** Years that are over and in which the term ran, without a meeting of its union. */
const missedYears = `
  WITH due AS (
    SELECT _ord, union_id, unnest(generate_series(year(start_on), year(coalesce(extended_to, end_on)))) AS due_year FROM work.congress_terms
  ), met AS (SELECT DISTINCT union_id, year(held_on) AS met_year FROM work.congress_meetings)
  SELECT _ord, string_agg(due_year::VARCHAR, ', ' ORDER BY due_year) AS shown
  FROM due WHERE make_date(due_year::INTEGER, 12, 31) <= getvariable('as_of')::DATE
    AND NOT EXISTS (SELECT 1 FROM met WHERE met.union_id = due.union_id AND met_year = due_year)
  GROUP BY _ord`

const termRules: readonly Rule[] = [
  {
    id: 'congress_terms.turnout',
    table: terms,
    severity: 'flag',
    column: 'votes_cast',
    zh: '实际参选人数少于应参选人数的三分之二（仅供提示：法律按选区计算）',
    en: 'fewer than two thirds of the eligible voted (a hint only: the law tests each constituency)',
    law: law(15),
    where: lessThanTwoThirds('votes_cast', 'eligible_voters'),
    shown: ofTotal('votes_cast', 'eligible_voters'),
  },
  {
    id: 'congress_terms.term',
    table: terms,
    severity: 'flag',
    column: 'end_on',
    zh: '职代会每届应为 3 至 5 年',
    en: 'a term must be 3 to 5 years',
    law: law(22),
    where: outsideYears('start_on', 'end_on', limits.congress_term_years_min, limits.congress_term_years_max),
    shown: pair('start_on', 'end_on'),
  },
  {
    id: 'congress_terms.delay',
    table: terms,
    severity: 'flag',
    column: 'extended_to',
    zh: '延期换届应不超过 1 年',
    en: 'an extension must be at most 1 year after the end of the term',
    law: law(22),
    where: `extended_to > end_on + INTERVAL ${limits.congress_term_delay_years} YEAR`,
    shown: pair('end_on', 'extended_to'),
  },
  {
    id: 'congress_terms.overlap',
    table: terms,
    severity: 'flag',
    column: 'end_on',
    zh: '本届届满之前下一届已经开始：自下一届开始之日起只计下一届，请核对两届日期（所列为本届届满和下一届开始日期）',
    en: 'the next term begins before this one ends: from then on the next alone counts; check both (the end of this and the start of the next are shown)',
    from: `
      SELECT t._ord, ${pair('t.end_on', 'min(o.start_on)')} AS shown
      FROM work.congress_terms t JOIN work.congress_terms o ON o.union_id = t.union_id AND (o.start_on, o.term) > (t.start_on, t.term) AND o.start_on < t.end_on
      GROUP BY t._ord, t.end_on`,
  },
  {
    id: 'congress_meetings.yearly',
    table: terms,
    severity: 'flag',
    column: 'start_on',
    zh: '届期内每年应至少召开一次会议；所列年份没有会议记录',
    en: 'at least one meeting is due in each calendar year of the term; the years listed have none',
    law: law(22),
    from: missedYears,
    needs: ['congress_meetings.held_on'],
  },
]

const meetingRules: readonly Rule[] = [
  {
    id: 'congress_meetings.quorum',
    table: meetings,
    severity: 'flag',
    column: 'reps_present',
    zh: '到会代表应达到全体代表的三分之二以上（含三分之二）',
    en: 'at least two thirds of all representatives must be present',
    law: law(28),
    where: lessThanTwoThirds('reps_present', 'reps_total'),
    shown: ofTotal('reps_present', 'reps_total'),
  },
  {
    id: 'congress_meetings.papers',
    table: meetings,
    severity: 'flag',
    column: 'papers_sent_on',
    zh: '会议材料应至少提前 7 日送达代表',
    en: 'papers must be sent at least 7 days before the meeting',
    law: law(30),
    where: `date_diff('day', papers_sent_on, held_on) < ${limits.congress_papers_days}`,
    shown: pair('papers_sent_on', 'held_on'),
  },
  {
    id: 'congress_meetings.reported',
    table: meetings,
    severity: 'flag',
    column: 'reported_on',
    zh: '应在会议结束后 7 个工作日内报告上级工会',
    en: 'the meeting must be reported to the upper union within 7 workdays after it ends',
    law: law(37),
    from: `
      SELECT t._ord, ${pair('t.held_on', 't.reported_on')} AS shown
      FROM work.congress_meetings t JOIN work.workdays a ON a.day = t.held_on JOIN work.workdays b ON b.day = t.reported_on
      WHERE t.reported_on < t.held_on OR b.number - a.number > ${limits.congress_report_workdays}`,
    needs: ['congress_meetings.reported_on'],
  },
  afterAsOf(meetings, 'held_on', '召开日期'),
  afterAsOf(meetings, 'reported_on', '报告上级工会日期'),
  afterAsOf(meetings, 'published_on', '公布日期'),
]

const itemRules: readonly Rule[] = [
  mustExist({
    table: items, column: 'meeting_id', other: meetings, severity: 'flag',
    zh: '会议编号在职代会会议表中不存在', en: 'meeting_id is not in congress_meetings',
  }),
  {
    id: 'congress_items.passed',
    table: items,
    severity: 'flag',
    column: 'passed',
    zh: '应当且仅当赞成票达到全体代表半数（含半数）时为通过',
    en: 'an item must be passed exactly when at least half of all representatives voted for it',
    law: law(31),
    from: `
      SELECT t._ord, concat_ws(' · ', ${ofTotal('t.yes_votes', 'm.reps_total')}, t.passed) AS shown
      FROM work.congress_items t JOIN work.congress_meetings m USING (meeting_id)
      WHERE t.passed = (${lessThanHalf('t.yes_votes', 'm.reps_total')})`,
  },
  afterAsOf(items, 'resolution_done_on', '决议落实日期'),
]

const proposalRules: readonly Rule[] = [
  {
    id: 'proposals.date_order',
    table: 'proposals',
    severity: 'flag',
    column: 'submitted_on',
    zh: '日期顺序应为：提出 ≤ 答复 ≤ 办结',
    en: 'dates must run submitted_on ≤ answered_on ≤ closed_on',
    where: 'submitted_on > answered_on OR answered_on > closed_on OR submitted_on > closed_on',
    shown: `concat_ws(' → ', submitted_on, answered_on, closed_on)`,
  },
  mustExist({
    table: 'proposals', column: 'rep_id', other: 'representatives', severity: 'flag',
    zh: '领衔代表编号在职工代表表中不存在', en: 'rep_id is not in representatives',
  }),
  afterAsOf('proposals', 'submitted_on', '提出日期'),
  afterAsOf('proposals', 'answered_on', '答复日期'),
  afterAsOf('proposals', 'closed_on', '办结日期'),
]

export const congressRejects: readonly Rule[] = [
  {
    id: 'congress_meetings.present_within_total',
    table: meetings,
    severity: 'reject',
    column: 'reps_present',
    zh: '到会人数多于代表总数',
    en: 'more representatives present than there are',
    where: 'reps_present > reps_total',
    shown: ofTotal('reps_present', 'reps_total'),
  },
  mustExist({
    table: 'training_attendance', column: 'training_id', other: 'trainings', severity: 'reject',
    zh: '培训编号在职工代表培训表中不存在', en: 'training_id is not in trainings',
  }),
  mustExist({
    table: 'training_attendance', column: 'rep_id', other: 'representatives', severity: 'reject',
    zh: '代表编号在职工代表表中不存在', en: 'rep_id is not in representatives',
  }),
]

export const congressFlags: readonly Rule[] = [
  ...composition,
  ...termRules,
  ...meetingRules,
  ...itemRules,
  afterAsOf('representatives', 'elected_on', '当选日期'),
  afterAsOf('representatives', 'left_on', '离任日期'),
  ...proposalRules,
  afterAsOf('trainings', 'held_on', '培训日期'),
  afterAsOf('adoptions', 'adopted_on', '推行日期'),
]

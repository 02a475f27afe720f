import type { SourceTable } from './table'

export const congressTerms: SourceTable = {
  name: 'congress_terms',
  zh: '职代会届次',
  grain: 'one row per union and term',
  keys: [['union_id', 'term']],
  subject: 'congress',
  privacy: 'public',
  columns: [
    { name: 'union_id', zh: '工会编号', type: 'text', required: true },
    { name: 'term', zh: '届次', type: 'int', required: true },
    { name: 'start_on', zh: '开始日期', type: 'date', required: true },
    { name: 'end_on', zh: '届满日期', type: 'date', required: true, note: 'term of 3 to 5 years' },
    { name: 'extended_to', zh: '批准延期至', type: 'date', note: '1 year at most; an approved delay is not a lapse' },
    { name: 'seats', zh: '代表名额', type: 'int', required: true, unit: 'person', note: 'regional congress: 30 or more' },
    { name: 'seats_women', zh: '其中女代表', type: 'int', unit: 'person' },
    { name: 'seats_frontline', zh: '其中一线职工代表', type: 'int', unit: 'person', note: 'regional: at least half' },
    { name: 'seats_managers', zh: '其中中高层管理人员', type: 'int', unit: 'person', note: 'regional: at most 30 %' },
    { name: 'workers_represented', zh: '代表职工数', type: 'int', unit: 'person' },
    { name: 'enterprises_represented', zh: '代表企业数', type: 'int', unit: 'enterprise' },
    { name: 'eligible_voters', zh: '应参选人数', type: 'int', unit: 'person' },
    { name: 'votes_cast', zh: '实际参选人数', type: 'int', unit: 'person', note: 'sum over constituencies; the legal test is per constituency so a union total only hints' },
  ],
}

export const congressMeetings: SourceTable = {
  name: 'congress_meetings',
  zh: '职代会会议',
  grain: 'one row per meeting',
  keys: [['meeting_id']],
  subject: 'congress',
  privacy: 'public',
  columns: [
    { name: 'meeting_id', zh: '会议编号', type: 'text', required: true },
    { name: 'union_id', zh: '工会编号', type: 'text', required: true },
    { name: 'held_on', zh: '召开日期', type: 'date', required: true },
    { name: 'papers_sent_on', zh: '会前材料送达日期', type: 'date', note: '7 days ahead' },
    { name: 'reported_on', zh: '报告上级工会日期', type: 'date', note: 'within 7 workdays after closing' },
    { name: 'published_on', zh: '公布日期', type: 'date' },
    { name: 'reps_total', zh: '代表总数', type: 'int', required: true, unit: 'person' },
    { name: 'reps_present', zh: '到会人数', type: 'int', required: true, unit: 'person', note: 'quorum 2/3 of all' },
    { name: 'items', zh: '议题数', type: 'int', unit: 'item' },
    { name: 'items_passed', zh: '通过数', type: 'int', unit: 'item' },
    { name: 'secret_ballot', zh: '是否无记名投票', type: 'bool' },
  ],
}

export const congressItems: SourceTable = {
  name: 'congress_items',
  zh: '职代会议题与决议',
  grain: 'one row per agenda item',
  keys: [['meeting_id', 'seq']],
  subject: 'congress',
  privacy: 'public',
  columns: [
    { name: 'meeting_id', zh: '会议编号', type: 'text', required: true },
    { name: 'seq', zh: '序号', type: 'int', required: true },
    { name: 'topic', zh: '议题', type: 'enum', required: true, values: 'topic', note: '重大事项协商' },
    { name: 'power', zh: '职权', type: 'enum', values: 'power' },
    { name: 'yes_votes', zh: '赞成票', type: 'int', unit: 'vote' },
    { name: 'passed', zh: '是否通过', type: 'bool' },
    { name: 'resolution_due_on', zh: '决议落实期限', type: 'date' },
    { name: 'resolution_done_on', zh: '决议落实日期', type: 'date' },
  ],
}

export const proposals: SourceTable = {
  name: 'proposals',
  zh: '职工代表提案',
  grain: 'one row per proposal',
  keys: [['proposal_id']],
  subject: 'congress',
  privacy: 'internal',
  columns: [
    { name: 'proposal_id', zh: '提案编号', type: 'text', required: true },
    { name: 'union_id', zh: '工会编号', type: 'text', required: true },
    { name: 'rep_id', zh: '领衔代表编号', type: 'text' },
    { name: 'submitted_on', zh: '提出日期', type: 'date', required: true },
    { name: 'topic', zh: '类别', type: 'enum', values: 'topic' },
    { name: 'answered_on', zh: '答复日期', type: 'date' },
    { name: 'closed_on', zh: '办结日期', type: 'date' },
    { name: 'accepted', zh: '是否采纳', type: 'bool' },
  ],
}

export const representatives: SourceTable = {
  name: 'representatives',
  zh: '职工代表',
  grain: 'one row per representative and term (no names)',
  keys: [['rep_id', 'term']],
  subject: 'congress',
  privacy: 'internal',
  columns: [
    { name: 'rep_id', zh: '代表编号', type: 'text', required: true, note: 'no names anywhere' },
    { name: 'union_id', zh: '工会编号', type: 'text', required: true },
    { name: 'enterprise_id', zh: '企业编号', type: 'text' },
    { name: 'term', zh: '届次', type: 'int', required: true },
    { name: 'gender', zh: '性别', type: 'enum', values: 'gender' },
    { name: 'role', zh: '身份', type: 'enum', values: 'role' },
    { name: 'elected_on', zh: '当选日期', type: 'date' },
    { name: 'left_on', zh: '离任日期', type: 'date' },
  ],
}

export const trainings: SourceTable = {
  name: 'trainings',
  zh: '职工代表培训',
  grain: 'one row per training session',
  keys: [['training_id']],
  subject: 'congress',
  privacy: 'public',
  columns: [
    { name: 'training_id', zh: '培训编号', type: 'text', required: true },
    { name: 'union_id', zh: '工会编号', type: 'text', note: 'empty = street-wide' },
    { name: 'held_on', zh: '日期', type: 'date', required: true },
    { name: 'hours', zh: '学时', type: 'decimal', unit: 'hour' },
    { name: 'topic', zh: '主题', type: 'text' },
  ],
}

export const trainingAttendance: SourceTable = {
  name: 'training_attendance',
  zh: '培训签到',
  grain: 'one row per session and representative',
  keys: [['training_id', 'rep_id']],
  subject: 'congress',
  privacy: 'internal',
  columns: [
    { name: 'training_id', zh: '培训编号', type: 'text', required: true },
    { name: 'rep_id', zh: '代表编号', type: 'text', required: true },
  ],
}

export const adoptions: SourceTable = {
  name: 'adoptions',
  zh: '制度推行日期',
  grain: 'one row per union and mechanism',
  keys: [['union_id', 'mechanism']],
  subject: 'evidence',
  privacy: 'public',
  columns: [
    { name: 'union_id', zh: '工会编号', type: 'text', required: true },
    { name: 'mechanism', zh: '制度', type: 'enum', required: true, values: 'mechanism' },
    { name: 'adopted_on', zh: '推行日期', type: 'date', note: 'empty = not adopted' },
  ],
}

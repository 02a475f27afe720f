import type { Fact } from './fact'

const places = ['area', 'subdistrict', 'district', 'union'] as const
const state = { month: 'month', part: null, lag: 0, rows: 'state', words: { zh: '期末时点', en: 'at the end of the period' } } as const
/** The months of a state that are over, for rates over events of whole months. */
const whole = { month: 'month', part: null, lag: 0, rows: 'report', words: { zh: '各整月', en: 'of whole months' } } as const

const terms = ['unions.union_id', 'congress_terms.start_on'] as const
const meetingsHeld = ['congress_meetings.held_on'] as const

export const unionStates: Fact = {
  id: 'union_states',
  name: { zh: '联合工会职代会状况', en: 'State of the congresses' },
  dimensions: [...places, 'uncovered'],
  needs: { uncovered: [...terms, ...meetingsHeld] },
  axes: { state },
  sums: {
    n: { type: 'count', needs: ['unions.union_id'] },
    in_term: { type: 'count', needs: terms },
    delayed: { type: 'count', needs: terms },
    lapsed: { type: 'count', needs: terms },
    covered: { type: 'count', needs: [...terms, ...meetingsHeld] },
    not_covered: { type: 'count', needs: [...terms, ...meetingsHeld] },
    met_12m: { type: 'count', needs: ['unions.union_id', ...meetingsHeld] },
  },
  details: { term_until: 'date', missed_year: 'text', last_met_on: 'date' },
}

/** One row per joint union, check and month; neither passed nor failed means not recorded. */
export const congressChecks: Fact = {
  id: 'congress_checks',
  name: { zh: '职代会法定检查', en: 'Legal checks of the congresses' },
  dimensions: [...places, 'check'],
  axes: { state },
  sums: {
    n: { type: 'count', needs: terms },
    passed: { type: 'count', needs: terms },
    failed: { type: 'count', needs: terms },
    checked: { type: 'count', needs: terms },
    beyond: { type: 'count', needs: terms },
  },
  details: {},
}

export const congressMeetings: Fact = {
  id: 'congress_meetings',
  name: { zh: '职代会会议', en: 'Congress meetings' },
  dimensions: places,
  axes: { held: { month: 'held_month', part: 'held_part', lag: 0, needs: meetingsHeld, words: { zh: '按召开日期', en: 'by date held' } } },
  sums: {
    n: { type: 'count', needs: meetingsHeld },
    present: { type: 'count', needs: ['congress_meetings.reps_present', 'congress_meetings.reps_total'] },
    total: { type: 'count', needs: ['congress_meetings.reps_present', 'congress_meetings.reps_total'] },
    items: { type: 'count', needs: ['congress_meetings.items'] },
    items_judged: { type: 'count', needs: ['congress_meetings.items', 'congress_meetings.items_passed'] },
    items_passed: { type: 'count', needs: ['congress_meetings.items', 'congress_meetings.items_passed'] },
  },
  details: {},
}

export const congressItems: Fact = {
  id: 'congress_items',
  name: { zh: '职代会议题与决议', en: 'Items and resolutions' },
  dimensions: [...places, 'topic', 'power'],
  needs: { topic: ['congress_items.topic'], power: ['congress_items.power'] },
  axes: {
    held: { month: 'held_month', part: 'held_part', lag: 0, needs: ['congress_items.topic'], words: { zh: '按会议日期', en: 'by date of the meeting' } },
    due: { month: 'due_month', part: 'due_part', lag: 0, needs: ['congress_items.resolution_due_on'], words: { zh: '按落实期限', en: 'by the day due' } },
  },
  sums: {
    n: { type: 'count', needs: ['congress_items.topic'] },
    resolutions: { type: 'count', needs: ['congress_items.resolution_due_on'] },
    done: { type: 'count', needs: ['congress_items.resolution_due_on', 'congress_items.resolution_done_on'] },
    on_time: { type: 'count', needs: ['congress_items.resolution_due_on', 'congress_items.resolution_done_on'] },
  },
  details: {},
}

const submitted = ['proposals.submitted_on'] as const

export const proposals: Fact = {
  id: 'proposals',
  name: { zh: '职工代表提案', en: 'Proposals' },
  dimensions: [...places, 'topic', 'trained'],
  needs: { topic: ['proposals.topic'], trained: ['proposals.rep_id', 'training_attendance.rep_id'] },
  axes: {
    submitted: { month: 'submitted_month', part: 'submitted_part', lag: 0, needs: submitted, words: { zh: '按提出日期', en: 'by date submitted' } },
    whole: { month: 'submitted_month', part: null, lag: 0, needs: submitted, words: { zh: '按提出日期（整月）', en: 'by date submitted, whole months' } },
  },
  sums: {
    n: { type: 'count', needs: submitted },
    by_rep: { type: 'count', needs: ['proposals.rep_id'] },
    answered: { type: 'count', needs: ['proposals.answered_on'] },
    closed: { type: 'count', needs: ['proposals.closed_on'] },
    judged: { type: 'count', needs: ['proposals.accepted'] },
    accepted: { type: 'count', needs: ['proposals.accepted'] },
  },
  details: {},
}

const reps = ['representatives.rep_id'] as const
const attended = ['representatives.rep_id', 'training_attendance.rep_id'] as const

/** Representatives in office, pooled. */
export const representatives: Fact = {
  id: 'representatives',
  name: { zh: '在任职工代表', en: 'Representatives in office' },
  dimensions: [...places, 'gender', 'role', 'trained'],
  needs: { gender: ['representatives.gender'], role: ['representatives.role'], trained: attended },
  axes: { state, whole },
  sums: {
    n: { type: 'count', needs: reps },
    sexed: { type: 'count', needs: ['representatives.gender'] },
    women: { type: 'count', needs: ['representatives.gender'] },
    roled: { type: 'count', needs: ['representatives.role'] },
    frontline: { type: 'count', needs: ['representatives.role'] },
    trained_12m: { type: 'count', needs: attended },
    hours_12m: { type: 'real', needs: [...attended, 'trainings.hours'] },
  },
  details: {},
}

/** Workers of the joint unions that have representatives in office. */
export const representedWorkers: Fact = {
  id: 'represented_workers',
  name: { zh: '有职工代表的联合工会的职工', en: 'Workers with representatives' },
  dimensions: places,
  axes: { state },
  sums: {
    n: { type: 'count', needs: reps },
    representatives: { type: 'count', needs: [...reps, 'congress.heads'] },
    workers: { type: 'count', needs: [...reps, 'congress.heads'] },
    sexed_workers: { type: 'count', needs: [...reps, 'workforce_months.women'] },
    women_workers: { type: 'count', needs: [...reps, 'workforce_months.women'] },
  },
  details: {},
}

export const trainings: Fact = {
  id: 'trainings',
  name: { zh: '代表培训', en: 'Trainings' },
  dimensions: places,
  axes: { held: { month: 'held_month', part: 'held_part', lag: 0, needs: ['trainings.held_on'], words: { zh: '按培训日期', en: 'by date held' } } },
  sums: {
    n: { type: 'count', needs: ['trainings.held_on'] },
    attended: { type: 'count', needs: ['training_attendance.rep_id'] },
    hours: { type: 'real', needs: ['trainings.hours', 'training_attendance.rep_id'] },
  },
  details: {},
}

const snapshot = (...columns: string[]): string[] => columns.map((name) => `union_snapshots.${name}`)

/** Each joint union's latest snapshot, not older than 12 months. */
export const membership: Fact = {
  id: 'membership',
  name: { zh: '建会入会', en: 'Membership' },
  dimensions: places,
  axes: { state },
  sums: {
    n: { type: 'count', needs: snapshot('as_of') },
    unionised: { type: 'count', needs: [...snapshot('enterprises_unionised'), 'enterprises.enterprise_id'] },
    enterprises: { type: 'count', needs: [...snapshot('enterprises_unionised'), 'enterprises.enterprise_id'] },
    members: { type: 'count', needs: snapshot('members') },
    members_paired: { type: 'count', needs: snapshot('members', 'workers') },
    workers_paired: { type: 'count', needs: snapshot('members', 'workers') },
    women: { type: 'count', needs: snapshot('members_women') },
    migrants: { type: 'count', needs: snapshot('members_migrant') },
    gig: { type: 'count', needs: snapshot('members_gig') },
  },
  details: {},
}

export const congressFacts: readonly Fact[] = [unionStates, congressChecks, congressMeetings, congressItems, proposals, representatives, representedWorkers, trainings, membership]

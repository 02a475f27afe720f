import { rmSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { anyRows, evaluationRows, type Dice } from './any-rows'

/** The last day of a generated ledger: in the middle of a month, so that parts of months matter. */
export const ledgerAsOf = '2025-06-18'

type Row = readonly (string | number | null)[]

/** Mulberry32. */
const diceOf = (seed: number): Dice => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  return { below, pick: (from) => from[below(from.length)] ?? from[0], maybe: (share, value) => (next() < share ? value() : null) }
}

const day = (n: number): string => new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10)
const lastDay = (Date.parse(ledgerAsOf) - Date.UTC(2023, 0, 1)) / 86_400_000

const committees = ['310106099001', '310106099002', '310106099003', '310106099004'] as const
const firms = 9

const reference: Record<string, readonly Row[]> = {
  areas: [['area_code', 'name_zh', 'level'], ['310106', '静安区', 'district'], ['310106099', '算例街道', 'subdistrict'], ...committees.map((code, i): Row => [code, `第${i + 1}居民区`, 'committee'])],
  unions: [['union_id', 'name_zh', 'level', 'area_code'], ...committees.map((code, i): Row => [`U${i + 1}`, `第${i + 1}联合工会`, 'joint', code])],
  enterprises: [
    ['enterprise_id', 'name', 'area_code', 'industry_code', 'size_class', 'status', 'ownership', 'opened_on', 'closed_on', 'employees', 'union_joined_on'],
    ...Array.from({ length: firms }, (_, i): Row => [
      `E${i}`, `算例${i}号`, committees[i % 3] ?? '', ['H62', 'F52', 'G54', 'O80'][i % 4] ?? '', ['micro', 'small', 'medium'][i % 3] ?? '', i === 8 ? 'moved_out' : 'active',
      ['private', 'individual', 'foreign'][i % 3] ?? '', i < 4 ? '2015-03-02' : day(40 * i), i === 5 ? day(700) : null, i === 3 ? null : 8 + 9 * i, i % 2 ? '2022-05-01' : null,
    ]),
    // The register tells of closures from early on: who was founded since is followed.
    ['E9', '算例9号', committees[0], 'H62', 'micro', 'deregistered', 'private', '2015-03-02', day(90), 8, null],
  ],
  targets: [['metric_id', 'area_code', 'period', 'value'], ['disputes.opened', null, '2024', 60], ['ladder.grassroots_resolution', '310106099001', '2024', 0.8]],
}

interface Stage {
  readonly stage: string
  readonly from: number
  readonly to: number | null
  readonly result: string
}

const rungs = ['tier1', 'tier2', 'tier3', 'arbitration'] as const

const stagesOf = (dice: Dice, opened: number): Stage[] => {
  const stages: Stage[] = []
  let [rung, from] = [dice.below(2), opened]
  for (let left = 4; left > 0 && from <= lastDay; left -= 1) {
    const to = from + dice.below(26)
    const stage = rungs[rung] ?? 'tier1'
    if (to > lastDay) return [...stages, { stage, from, to: null, result: 'pending' }]
    const result = dice.pick(['settled', 'settled', 'failed', 'failed', 'withdrawn', 'refused', 'referred'])
    stages.push({ stage, from, to, result })
    if (result === 'settled' ? dice.below(8) > 0 : dice.below(4) === 0) break
    from = to + dice.below(12)
    rung = Math.max(0, Math.min(3, rung + dice.pick([1, 1, 1, 0, -1])))
  }
  return stages
}

const disputeHeader: Row = [
  'dispute_id', 'enterprise_id', 'area_code', 'source_channel', 'case_group', 'opened_on', 'accepted_on', 'closed_on', 'cause', 'workers',
  'amount_claimed', 'amount_agreed', 'final_stage', 'outcome', 'due_on', 'performed_on', 'performance', 'amount_performed',
]

const outcomeOf = (last: Stage | undefined): string => (last?.result === 'referred' ? 'transferred' : (last?.result ?? 'failed'))

const moneyOf = (dice: Dice, closed: number | null, settled: boolean): Row => {
  const claimed = dice.maybe(0.8, () => 1000 + dice.below(90_000) / 100)
  if (!settled || closed === null) return [claimed, null, null, null, null, null]
  const due = closed + dice.below(60)
  const agreed = dice.maybe(0.9, () => dice.below(200_000) / 100)
  return [claimed, agreed, day(due), dice.maybe(0.5, () => day(Math.min(due, lastDay))), dice.maybe(0.6, () => dice.pick(['immediate', 'on_time', 'late', 'none'])), dice.maybe(0.5, () => dice.below(100_000) / 100)]
}

const disputeOf = (dice: Dice, id: string, opened: number, stages: readonly Stage[]): Row => {
  const last = stages.at(-1)
  const closed = last?.to ?? null
  const settled = last?.result === 'settled' && closed !== null
  const [claimed = null, agreed = null, due = null, performedOn = null, performance = null, performed = null] = moneyOf(dice, closed, settled)
  const firm = dice.maybe(0.85, () => `E${dice.below(firms)}`)
  return [
    id, firm, firm ? null : dice.maybe(0.7, () => dice.pick(committees)), dice.maybe(0.8, () => dice.pick(['visit', 'phone', 'petition'])),
    dice.maybe(0.3, () => `G${dice.below(8)}`), day(opened), null, closed === null ? null : day(closed),
    dice.maybe(0.9, () => dice.pick(['pay_arrears', 'pay_other', 'social_insurance', 'work_injury', 'contract_unsigned'])),
    dice.maybe(0.9, () => 1 + dice.below(6)), claimed, agreed, closed === null ? null : (last?.stage ?? null), closed === null ? 'pending' : outcomeOf(last),
    due, performedOn, performance, performed,
  ]
}

const workforceHeader: Row = ['enterprise_id', 'month', 'opening', 'hires', 'quits', 'layoffs', 'mutual_ends', 'expiries', 'other_separations', 'closing', 'employment', 'women', 'migrants', 'written_contracts', 'contract_required', 'insured', 'arrears', 'panel', 'dispatched', 'gig']

const workforceRow = (dice: Dice, firm: number, month: number): Row => {
  const count = (n: number) => dice.maybe(0.9, () => dice.below(n))
  return [
    `E${firm}`, `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`, 20 + dice.below(60), count(6), count(5), count(3), count(2), count(2), count(2), 20 + dice.below(60),
    dice.maybe(0.7, () => 20 + dice.below(60)), count(20), count(20), count(20), dice.maybe(0.9, () => 20), count(20), dice.maybe(0.9, () => dice.pick(['true', 'false', 'false'])), dice.pick(['register', 'register', 'survey']), count(4), count(4),
  ]
}

const workforceRows = (dice: Dice): Row[] =>
  Array.from({ length: 30 }, (_, month) => month).flatMap((month) => Array.from({ length: firms - 1 }, (_, firm) => firm).flatMap((firm) => dice.maybe(0.95, () => [workforceRow(dice, firm, month)]) ?? []))

const numbered = (prefix: string, n: number): readonly [string, ...string[]] => [`${prefix}0`, ...Array.from({ length: n - 1 }, (_, i) => `${prefix}${i + 1}`)]

const csv = (rows: readonly Row[]): string => `${rows.map((row) => row.map((value) => value ?? '').join(',')).join('\n')}\n`

const writeLedger = async (seed: number, cases: number): Promise<string> => {
  const dice = diceOf(seed)
  const disputes: Row[] = [disputeHeader]
  const stages: Row[] = [['dispute_id', 'seq', 'stage', 'applied_on', 'ended_on', 'result', 'recorded_by', 'extended_to']]
  const sessions: Row[] = [['dispute_id', 'seq', 'held_on', 'mode']]
  for (let i = 0; i < cases; i += 1) {
    const [id, opened] = [`D${i}`, dice.below(lastDay + 1)]
    const passed = stagesOf(dice, opened)
    disputes.push(disputeOf(dice, id, opened, passed))
    if (dice.below(6) > 0)
      passed.forEach((s, k) => stages.push([id, k + 1, s.stage, day(s.from), s.to === null ? null : day(s.to), s.result, dice.pick(['union', 'union', 'enterprise', 'inferred']), dice.maybe(0.2, () => day(s.from + 30))]))
    for (let k = dice.below(3); k > 0; k -= 1) sessions.push([id, k, day(Math.min(opened + k, lastDay)), dice.pick(['caucus', 'joint', 'phone'])])
  }
  const workforce: Row[] = [workforceHeader, ...workforceRows(dice)]
  const others = anyRows(dice, {
    enterprise_id: numbered('E', firms), union_id: ['U1', 'U2', 'U3'], area_code: committees,
    dispute_id: numbered('D', cases), industry_code: ['H62', 'F52', 'G54'],
  }, lastDay)
  const evaluation = evaluationRows(dice, ['U1', 'U2', 'U3'], ['E0', 'E1', 'E2', 'E4'])
  const folder = await mkdtemp(join(tmpdir(), 'xieshang-ledger-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const files = { ...reference, disputes, dispute_stages: stages, mediation_sessions: sessions, workforce_months: workforce, ...others, ...evaluation }
  for (const [name, rows] of Object.entries(files)) await writeFile(join(folder, `${name}.csv`), csv(rows))
  await writeFile(join(folder, 'source.json'), '{ "name": "mini", "title": { "zh": "算例", "en": "Worked example" }, "synthetic": true }')
  return folder
}

const written = new Map<string, Promise<string>>()

/** A folder of ledgers of `cases` disputes with every column the metrics read, the same for the same seed, written once. */
export const miniLedger = (seed: number, cases: number): Promise<string> => {
  const key = `${seed}-${cases}`
  const known = written.get(key) ?? writeLedger(seed, cases)
  written.set(key, known)
  return known
}

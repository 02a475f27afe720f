import { enumValues } from '../../../src/domain/enums'
import { disputeStages, mediationSessions } from '../../../src/domain/tables/disputes'
import type { SourceTable } from '../../../src/domain/tables/table'
import { headerKey, readHeader } from './header-text'
import { unitFactor } from './unit'

/** What one header of a wide row stands for: a column of one rung, or of one session. */
export interface WideHeader {
  readonly table: SourceTable
  /** Column that tells the rows of one wide row apart, and its value. */
  readonly fixed: { readonly column: 'stage' | 'seq', readonly value: string }
  readonly column: string
  readonly factor: number
  readonly order: number
}

const stageFields: Readonly<Record<string, readonly string[]>> = {
  applied_on: ['进入日期', '收到申请日期', '收到日期', '收到', '进入', '申请日期', '进入时间', '收到时间', 'received', 'receivedon', 'appliedon'],
  accepted_on: ['受理日期', '受理', '受理时间', 'accepted', 'acceptedon'],
  ended_on: ['结束日期', '办结日期', '结案日期', '结束', '办结', '结束时间', '办结时间', 'ended', 'endedon'],
  result: ['结果', '处理结果', '调解结果', 'result'],
  body: ['经办组织', 'body'],
  recorded_by: ['记录来源', 'recordedby'],
  extended_to: ['延期至', '双方同意延期至', 'extendedto'],
  departments: ['联动部门', 'departments'],
}

const sessionFields: Readonly<Record<string, readonly string[]>> = {
  held_on: ['日期', '时间', 'heldon', 'date'],
  mode: ['方式', 'mode'],
  minutes: ['时长', '时长分钟', 'minutes'],
}

/** Whatever a clerk puts between rung and field: `第二级·收到`, `第二级、收到`, `第二级|收到`, `第二级（收到）`. */
const wideKey = (text: string): string => headerKey(text).replace(/[\p{P}\p{S}]/gu, '')

const fieldOf = (fields: Readonly<Record<string, readonly string[]>>, rest: string): string | null =>
  Object.keys(fields).find(column => fields[column]?.includes(rest)) ?? null

interface Rung {
  readonly label: string
  readonly value: string
  readonly order: number
}

const rungs: readonly Rung[] = enumValues('stage')
  .flatMap((stage, order) =>
    [stage.value, stage.zh, stage.en, ...(stage.also ?? [])].map(label => ({ label: wideKey(label), value: stage.value, order })))
  .sort((a, b) => b.label.length - a.label.length)

const numerals = '一二三四五六七八九十'

const sessionNumber = (text: string): number => {
  const at = numerals.indexOf(text)
  return at >= 0 ? at + 1 : Number(text)
}

const sessionHeader = /^(?:第(\d{1,3}|[一二三四五六七八九十])[次场](?:调解|会议|协商|会商)?|session(\d{1,3}))(.+)$/

const readStage = (key: string): WideHeader | null => {
  for (const rung of rungs) {
    if (!key.startsWith(rung.label)) continue
    const column = fieldOf(stageFields, key.slice(rung.label.length))
    if (column) return { table: disputeStages, fixed: { column: 'stage', value: rung.value }, column, factor: 1, order: rung.order }
  }
  return null
}

const readSession = (key: string, bracket: string | null): WideHeader | null => {
  const match = sessionHeader.exec(key)
  const seq = match ? sessionNumber(match[1] ?? match[2] ?? '') : Number.NaN
  const name = match ? fieldOf(sessionFields, match[3] ?? '') : null
  const column = mediationSessions.columns.find(one => one.name === name)
  const factor = column ? unitFactor(column, bracket) : null
  if (!column || factor === null || !(seq >= 1)) return null
  return { table: mediationSessions, fixed: { column: 'seq', value: String(seq) }, column: column.name, factor, order: seq }
}

/** Reads `<层级><分隔符><字段>` and `第N次调解<字段>`; null when the header follows neither pattern. */
export const readWideHeader = (text: string): WideHeader | null => {
  const { bare, bracket } = readHeader(text)
  const full = wideKey(text)
  return readStage(full) ?? readStage(wideKey(bare)) ?? readSession(wideKey(bare), bracket) ?? readSession(full, null)
}

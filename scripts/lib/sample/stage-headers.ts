import { enumValues } from '../../../src/domain/enums'
import { headerOf } from './wording'
import { MAX_SESSIONS } from './cases'
import type { Rung } from './rates'

/** Fields of a rung in a wide ledger; the header is `<层级><字段>`, such as 企业内部协商收到日期. */
export const stageFields = {
  received: '收到日期',
  ended: '结束日期',
  result: headerOf('dispute_stages', 'result'),
  body: headerOf('dispute_stages', 'body'),
  recordedBy: headerOf('dispute_stages', 'recorded_by'),
} as const

export type StageField = keyof typeof stageFields

/** Fields of a session in a wide ledger; the header is `第<n>次调解<字段>`. */
export const sessionFields = { held: '日期', mode: '方式', minutes: '时长' } as const

export const stageHeader = (rung: Rung, field: StageField): string => {
  const stage = enumValues('stage').find(({ value }) => value === rung)
  return `${stage?.zh ?? rung}${stageFields[field]}`
}

export const sessionHeader = (seq: number, field: keyof typeof sessionFields): string => `第${seq}次调解${sessionFields[field]}`

/** Which fields a rung has in the books; who recorded it matters inside the firm only. */
export const stageColumns: readonly (readonly [Rung, StageField])[] = [
  ['tier1', 'received'], ['tier1', 'ended'], ['tier1', 'result'], ['tier1', 'recordedBy'],
  ['tier2', 'received'], ['tier2', 'ended'], ['tier2', 'result'], ['tier2', 'body'],
  ['tier3', 'received'], ['tier3', 'ended'], ['tier3', 'result'],
  ['arbitration', 'received'], ['arbitration', 'ended'], ['arbitration', 'result'],
  ['litigation', 'received'], ['litigation', 'ended'], ['litigation', 'result'],
]

export const sessionColumns: readonly (readonly [number, keyof typeof sessionFields])[] =
  Array.from({ length: MAX_SESSIONS }, (_, i) => i + 1).flatMap((seq) =>
    (['held', 'mode', 'minutes'] as const).map((field) => [seq, field] as const))

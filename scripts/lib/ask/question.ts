import { parseArgs } from 'node:util'
import { dimensions, dimensionOf } from '../../../src/domain/dimensions'
import type { Manifest } from '../../../src/domain/manifest'
import { fixedMembers, membersOf } from '../../../src/domain/members'
import { findMetric, metrics } from '../../../src/domain/metrics'
import { grains, type Grain } from '../../../src/domain/period'
import { industryOf } from '../../../src/domain/reference/industry'
import { comparisons, type Comparison, type Filter, type MeasureQuestion } from '../../../src/domain/question'
import { CommandError } from '../command/command-error'
import { heldFor, periodOf } from './period'

export const formats = ['table', 'csv', 'json'] as const

const options = {
  extract: { type: 'string' },
  by: { type: 'string', multiple: true },
  grain: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  where: { type: 'string', multiple: true },
  compare: { type: 'string' },
  format: { type: 'string' },
  list: { type: 'boolean' },
  sql: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

export const readArguments = (argv: readonly string[]) => parseArgs({ args: [...argv], options, allowPositionals: true })

export type AskArguments = ReturnType<typeof readArguments>

const wrong = (zh: string, en: string, todoZh: string, todoEn: string) => new CommandError({ zh, en }, { zh: todoZh, en: todoEn })

/** One of a closed list, or the default. */
export const chosen = <T extends string>(name: string, given: string | undefined, allowed: readonly T[], fallback: T): T => {
  if (given === undefined) return fallback
  const found = allowed.find((a) => a === given)
  if (found) return found
  throw wrong(`--${name} 不能是“${given}”。`, `--${name} cannot be "${given}".`, `可用：${allowed.join('、')}。`, `Use one of: ${allowed.join(', ')}.`)
}

const listOf = (values: readonly string[] | undefined): string[] => (values ?? []).flatMap((v) => v.split(',')).map((v) => v.trim()).filter(Boolean)

const knownDimension = (id: string): string => {
  if (dimensionOf(id)) return id
  throw wrong(`没有名为“${id}”的维度。`, `No dimension is called "${id}".`, `可用：${dimensions.map((d) => d.id).join('、')}。`, `Use one of: ${dimensions.map((d) => d.id).join(', ')}.`)
}

const knownMetrics = (ids: readonly string[]): string[] => {
  if (ids.length === 0) throw wrong('没有写要问的指标。', 'No metric was named.', '例：npm run ask -- disputes.opened；指标见 --list。', 'Example: npm run ask -- disputes.opened; see --list.')
  for (const id of ids)
    if (!findMetric(id)) throw wrong(`没有名为“${id}”的指标。`, `No metric is called "${id}".`, `用 --list 查看全部 ${metrics.length} 个指标。`, `See all ${metrics.length} with --list.`)
  return [...ids]
}

const membersShown = 30

/** A member by its id or by its Chinese or English name; `~` is the member «not recorded». */
const memberOf = (manifest: Manifest, dimension: string, text: string): string | null => {
  if (text === '~') return null
  const found = dimensionOf(dimension)
  const known = [...membersOf(manifest, dimension), ...(found ? fixedMembers(found) : [])]
  const member = known.find((m) => m.id === text) ?? known.find((m) => m.zh === text || m.en.toLowerCase() === text.toLowerCase())
  if (member) return member.id
  // Of a dimension without members nothing is recorded, and the answer says so; a known industry without a case is a fair 0.
  if (known.length === 0 || (dimension.startsWith('industry') && industryOf(text))) return text
  const some = [...new Map(known.map((m) => [m.id, m.zh === m.id ? m.id : `${m.id} ${m.zh}`])).values()].slice(0, membersShown)
  throw wrong(`“${dimension}”里没有“${text}”。`, `"${dimension}" has no "${text}".`, `可用：${some.join('、')}${known.length > membersShown ? '……' : ''}。`, `Use one of: ${some.join(', ')}${known.length > membersShown ? ' …' : ''}.`)
}

const filterOf = (manifest: Manifest, text: string): Filter => {
  const at = text.indexOf('=')
  if (at < 1) throw wrong(`--where “${text}” 缺少等号。`, `--where "${text}" has no equals sign.`, '写法：--where 维度=成员[,成员]。', 'Write --where dimension=member[,member].')
  const dimension = knownDimension(text.slice(0, at).trim())
  const members = listOf([text.slice(at + 1)])
  if (!members.length) throw wrong(`--where “${text}” 没有成员。`, `--where "${text}" names no member.`, '写法：--where 维度=成员[,成员]。', 'Write --where dimension=member[,member].')
  return { dimension, members: members.map((m) => memberOf(manifest, dimension, m)) }
}

/** The question a command line asks of an extract. Throws CommandError where it asks nothing that exists. */
export const questionOf = ({ values, positionals }: AskArguments, manifest: Manifest): MeasureQuestion => {
  const asked = knownMetrics(listOf(positionals))
  return {
    kind: 'measure',
    metrics: asked,
    by: listOf(values.by).map(knownDimension),
    grain: chosen<Grain>('grain', values.grain, grains, 'year'),
    period: periodOf(values, heldFor(asked, manifest)),
    where: (values.where ?? []).map((text) => filterOf(manifest, text)),
    compare: chosen<Comparison>('compare', values.compare, comparisons, 'none'),
  }
}

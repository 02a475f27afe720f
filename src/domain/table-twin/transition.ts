import type { Member, TransitionAnswer } from '../answer'
import { dimensionOf } from '../dimensions'
import { periodLabel } from '../format-time'
import { fixedMembers } from '../members'
import { periodKey } from '../period'
import type { DimensionId } from '../question'
import { transitionOf } from '../transitions'
import { counted, plain, reasonRows, type Twin, type TwinColumn, type TwinContext } from './twin'
import { word } from './words'

/** Members in the catalogue's order, those it does not know last. */
const ordered = (members: readonly Member[], dimension: DimensionId): Member[] => {
  const found = dimensionOf(dimension)
  const ids: Member[] = found ? fixedMembers(found).map(({ id }) => id) : []
  const rank = (member: Member) => (ids.includes(member) ? ids.indexOf(member) : ids.length)
  return [...new Set(members)].sort((a, b) => rank(a) - rank(b))
}

/** A matrix: states before down, states after across, with both totals. */
export const transitionTwin = (answer: TransitionAnswer, caption: string, transition: string, { language, label }: TwinContext): Twin => {
  const { from, to } = transitionOf(transition)
  const [before, after] = [ordered(answer.flows.map((flow) => flow.from), from), ordered(answer.flows.map((flow) => flow.to), to)]
  const n = (a: Member | undefined, b: Member | undefined) => answer.flows.filter((flow) => (a === undefined || flow.from === a) && (b === undefined || flow.to === b)).reduce((sum, flow) => sum + flow.n, 0)
  const [total, span] = [word('total', language), answer.between]
  const month = (key: number) => periodLabel(periodKey('month', key), language)
  const head = span ? `${month(span.from)} → ${month(span.to)}` : `${word('from', language)} → ${word('to', language)}`
  const columns: TwinColumn[] = [
    { key: 'from', label: head, kind: 'text' },
    ...after.map((member): TwinColumn => ({ key: `to.${member ?? '~'}`, label: label(to, member), kind: 'number' })),
    { key: 'total', label: total, kind: 'number' },
  ]
  const row = (name: string, a: Member | undefined) => ({ cells: [plain(name), ...after.map((b) => counted(n(a, b), language)), counted(n(a, undefined), language)] })
  const rows = [...before.map((member) => row(label(from, member), member)), ...(before.length > 0 ? [row(total, undefined)] : [])]
  return { caption, columns, notes: [], rows: answer.missing ? reasonRows(answer.missing, columns.length, language) : rows }
}

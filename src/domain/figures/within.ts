import type { Answer, Cell, Member } from '../answer'
import { dimensionOf } from '../dimensions/index'
import type { DimensionId } from '../question'
import type { Language } from '../text'

type Within = Cell['within']

export type Label = (dimension: DimensionId, member: Member) => string

const keyOf = (dimension: DimensionId, member: Member): string => `${dimension}=${member ?? '~'}`

const distinct = (all: readonly Within[]): [DimensionId, Member][] =>
  [...new Map(all.flatMap((within) => Object.entries(within).map(([dimension, member]) => [keyOf(dimension, member), [dimension, member] as [DimensionId, Member]] as const))).values()]

const within = (answer: Answer): readonly Within[] => {
  if (answer.kind === 'measure') return answer.cells.map((cell) => cell.within)
  return answer.kind === 'list' ? [] : [answer.within]
}

/** To whom a number is confined without being asked, by the members' names: `固定样本`, `工会评估`. */
export const withinLabels = (cell: Pick<Cell, 'within'> | undefined, label: Label): string[] =>
  cell ? Object.entries(cell.within).map(([dimension, member]) => label(dimension, member)) : []

/** The same of a whole answer, each with the name of its dimension: `样本类型：固定样本`. */
export const withinWords = (answer: Answer | null, label: Label, language: Language): string[] =>
  answer ? distinct(within(answer)).map(([dimension, member]) => `${dimensionOf(dimension)?.name[language] ?? dimension}${language === 'zh' ? '：' : ': '}${label(dimension, member)}`) : []

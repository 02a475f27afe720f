import type { Answer, Cell, Member } from '../domain/answer'
import { dimensionOf } from '../domain/dimensions/index'
import type { MissingReason } from '../domain/missing'
import type { DimensionId, Filter, MetricId } from '../domain/question'

export const cellsOf = (answer: Answer): readonly Cell[] => (answer.kind === 'measure' ? answer.cells : [])

export const cellsOfMetric = (answer: Answer, metric: MetricId): readonly Cell[] => cellsOf(answer).filter((cell) => cell.metric === metric)

/** Period keys in time order. */
export const periodsOf = (cells: readonly Cell[]): string[] => [...new Set(cells.map((cell) => cell.period))].sort()

/** Members in the order in which they are given: code order, never by value. */
export const membersOf = (cells: readonly Cell[], dimension: DimensionId): Member[] => [...new Set(cells.map((cell) => cell.members[dimension] ?? null))]

/** What a click on a member's mark means; null where a page cannot be narrowed by the dimension. */
export const filterOf = (dimension: DimensionId, member: Member): Filter | null => (dimensionOf(dimension)?.filterable ? { dimension, members: [member] } : null)

/** The reason when not one number is known. */
export const wholeReason = (cells: readonly Cell[]): MissingReason | null => (cells.some((cell) => cell.value !== null) ? null : (cells[0]?.missing ?? null))

export const known = (cell: Cell | undefined): cell is Cell & { readonly value: number } => cell !== undefined && cell.value !== null && Number.isFinite(cell.value)

import { normaliseHeader } from './header-text'
import type { Merge, SheetRow } from './sheet'

/** Where a sheet's header stands, and its column names; a column without a name is the empty text. */
export interface Header {
  /** Number of the first header row. */
  readonly row: number
  readonly lastRow: number
  readonly names: readonly string[]
}

const SEARCHED_ROWS = 30
const DEEPEST = 3
const JOINT = '·'

interface Candidate {
  readonly header: Header
  readonly known: number
}

/**
 * The header within the first 30 rows: the row, or group rows together, with most known names – at least two, or one where
 * the sheet has one or two columns. Group cells over several columns (merged, or in CSV followed by blanks) join their
 * columns' names as group·name; a cell merged downwards is its column's name. Null when there is none.
 */
export function locateHeader(
  rows: readonly SheetRow[], merges: readonly Merge[], known: (header: string) => boolean,
): Header | null {
  const searched = rows.slice(0, SEARCHED_ROWS)
  const grid = new HeaderGrid(searched, merges)
  const candidates = searched.flatMap(({ number }) => grid.depthsAt(number).map((depth) => candidate(grid, number, depth, known)))
  const best = candidates.reduce<Candidate | null>((found, next) => (found && !isBetter(next, found) ? found : next), null)
  return best && best.known >= (grid.width <= 2 ? 1 : 2) ? best.header : null
}

function candidate(grid: HeaderGrid, row: number, depth: number, known: (header: string) => boolean): Candidate {
  const names = grid.names(row, depth)
  const distinct = new Set(names.filter((name) => name !== '' && known(name)))
  return { header: { row, lastRow: row + depth - 1, names }, known: distinct.size }
}

/** More known names; the deeper reading of the same row where it loses none; else the earlier row. */
function isBetter(next: Candidate, found: Candidate): boolean {
  return next.known > found.known || (next.known === found.known && next.known > 0 && next.header.row === found.header.row)
}

/** The first rows as header texts, with merged ranges spread over their cells. */
class HeaderGrid {
  readonly width: number
  private readonly texts = new Map<number, string[]>()

  constructor(rows: readonly SheetRow[], private readonly merges: readonly Merge[]) {
    for (const { number, cells } of rows) this.texts.set(number, cells.map(normaliseHeader))
    this.width = Math.max(0, ...[...this.texts.values()].map((texts) => texts.findLastIndex((text) => text !== '') + 1))
  }

  /** How many rows a header that starts here may have: told by cells merged downwards, else one, or two under group cells. */
  depthsAt(row: number): readonly number[] {
    if (this.isCovered(row)) return []
    const downwards = this.merges.filter((merge) => merge.top === row && merge.bottom > row && merge.left < this.width)
    const depth = Math.max(1, ...downwards.map((merge) => merge.bottom - row + 1))
    if (depth > 1) return depth <= DEEPEST ? [depth] : [1]
    return this.hasGroups(row) ? [1, 2] : [1]
  }

  names(row: number, depth: number): string[] {
    return Array.from({ length: this.width }, (_, column) => {
      const parts = Array.from({ length: depth }, (_, level) => this.spread(row + level, column, level < depth - 1))
      return parts.filter((part, level) => part !== '' && part !== parts[level - 1]).join(JOINT)
    })
  }

  private at(row: number, column: number): string {
    return this.texts.get(row)?.[column] ?? ''
  }

  private hasMerges(row: number): boolean {
    return this.merges.some(({ top }) => top === row)
  }

  /** True when a header cell above reaches down into this row. */
  private isCovered(row: number): boolean {
    const reaches = (merge: Merge) => merge.top < row && merge.bottom >= row && merge.bottom - merge.top < DEEPEST
    return this.merges.some((merge) => reaches(merge) && this.at(merge.top, merge.left) !== '')
  }

  /** The text of a cell: of the merged range it lies in, else, in a group row, of the group cell to its left. */
  private spread(row: number, column: number, isGroupRow: boolean): string {
    const merge = this.mergeAt(row, column)
    if (merge) return this.at(merge.top, merge.left)
    const own = this.at(row, column)
    if (own !== '' || !isGroupRow || this.hasMerges(row)) return own
    return this.isUnderGroup(row, column) ? this.at(row, this.groupStart(row, column)) : ''
  }

  private mergeAt(row: number, column: number): Merge | undefined {
    return this.merges.find(({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right)
  }

  private groupStart(row: number, column: number): number {
    let start = column
    while (start > 0 && this.at(row, start) === '') start--
    return start
  }

  /** In a row without merges a blank continues the group to its left as long as every column between has a name below. */
  private isUnderGroup(row: number, column: number): boolean {
    for (let c = this.groupStart(row, column); c <= column; c++) if (this.at(row + 1, c) === '') return false
    return true
  }

  /** Two rows are header and group only if names below stand under group cells or blanks, and some group spans columns. */
  private hasGroups(row: number): boolean {
    if (!this.texts.has(row + 1) || this.isTitle(row)) return false
    const isGroupCell = (column: number) => this.at(row, column) === '' || this.span(row, column) > 1
    const below = Array.from({ length: this.width }, (_, column) => column).filter((column) => this.at(row + 1, column) !== '')
    return below.length > 1 && below.every(isGroupCell) && below.some((column) => this.span(row, column) > 1)
  }

  private span(row: number, column: number): number {
    const merge = this.mergeAt(row, column)
    if (merge) return merge.right - merge.left + 1
    if (this.at(row, column) === '' || this.hasMerges(row)) return 1
    let end = column + 1
    while (end < this.width && this.at(row, end) === '' && this.at(row + 1, end) !== '') end++
    return end - column
  }

  /** A lone cell that is merged over most of the sheet, or that stands alone in its row without being a group. */
  private isTitle(row: number): boolean {
    const filled = (this.texts.get(row) ?? []).flatMap((text, column) => (text === '' ? [] : [column]))
    return filled.length === 0 || (filled.length === 1 && (this.width < 3 || this.span(row, filled[0]!) > this.width * 0.6))
  }
}

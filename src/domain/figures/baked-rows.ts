import type { Answer } from '../answer'
import type { Twin } from '../table-twin/twin'
import type { Bilingual, Language } from '../text'

/**
 * Rows of a table that stand in a page's file. A curve has a row for every day on which something happened and a city a row
 * for every joint union: the file is to be read at once, also on a phone, and no number in a chart is lost by it.
 */
export const mostBakedRows = 24

/** The same of a table that stands by itself and is read where it is: a table of some dozen rows must not grow under the reader's eyes. */
export const mostReadRows = 60

const rest = (more: number): Bilingual => ({
  zh: `另有 ${more} 行，页面脚本运行后在此全部列出`,
  en: `${more} more rows: all of them stand here once the page's script runs`,
})

/** Of rows those that stand in a page's file, and the sentence on the others; null where there are none. */
export const firstBaked = <T>(rows: readonly T[], language: Language, most: number): { rows: readonly T[]; note: string | null } => {
  const more = rows.length - most
  return more <= 0 ? { rows, note: null } : { rows: rows.slice(0, most), note: rest(more)[language] }
}

/** A table as it stands in a page's file: its first rows, and how many more there are. */
export const bakedRows = (twin: Twin, language: Language, most: number): Twin => {
  const { rows, note } = firstBaked(twin.rows, language, most)
  return note === null ? twin : { ...twin, rows, notes: [...twin.notes, note] }
}

/** Members of which a page's file still holds the chart, three times, once for each width. */
const mostDrawn = 36

/** Whether a chart would have a row for each of so many members that a page's file gives their table instead. */
export const isDrawnLater = (answer: Answer | null): boolean =>
  answer?.kind === 'measure' && new Set(answer.cells.map(({ members }) => JSON.stringify(members))).size > mostDrawn

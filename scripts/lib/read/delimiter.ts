import Papa from 'papaparse'
import type { ParseResult } from 'papaparse'

export type Delimiter = ',' | '\t' | ';'

const candidates: readonly Delimiter[] = [',', '\t', ';']
const declared = /^sep=(.)\r?\n/i

/**
 * The delimiter of a text, judged by its first rows: the candidate under which most rows have the same, largest number of
 * cells. Title rows have none and do not vote; delimiters inside quotes do not count. A comma when nothing speaks.
 */
export function sniffDelimiter(text: string): Delimiter {
  const named = declared.exec(text)?.[1]
  const known = candidates.find((candidate) => candidate === named)
  if (known) return known
  const scores = candidates.map((candidate) => evidence(text, candidate))
  return candidates[scores.indexOf(Math.max(...scores))]!
}

/** Rows that agree × log2 of their width: a wide regular table beats a stray mark that happens once in every row. */
function evidence(text: string, delimiter: Delimiter): number {
  const rows = new Map<number, number>()
  for (const cells of sampleRows(text, delimiter)) rows.set(cells.length, (rows.get(cells.length) ?? 0) + 1)
  return Math.max(0, ...[...rows].map(([width, count]) => count * Math.log2(width)))
}

function sampleRows(text: string, delimiter: Delimiter): string[][] {
  const parser = new Papa.Parser({ delimiter, newline: '\n', preview: 200 })
  const result: ParseResult<string[]> = parser.parse(text, 0, false)
  return result.data.filter((cells) => cells.some((cell) => cell !== ''))
}

import { safeText } from '../../../src/domain/safe-text'
import type { CheckLine } from '../stage/staged'

const header = ['file', 'sheet', 'row', 'column', 'value', 'rule', 'severity', '原因', 'why']

/** A number that is written as one is run by nobody. */
const harmless = (text: string): string => (/^[+-]?[\d.,]+$/.test(text) ? text : safeText(text))

const cell = (text: string): string => {
  const safe = harmless(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const record = (line: CheckLine): string => [
  line.file, line.sheet ?? '', line.row === null ? '' : String(line.row), line.column ?? '', line.value ?? '',
  line.rule, line.severity, line.why.zh, line.why.en,
].map(cell).join(',')

/** Names of enterprises by their ids in the extract, as CSV: for the clerk's own machine. */
export const namesCsv = (names: ReadonlyMap<string, string>): string =>
  `\uFEFFenterprise_id,name\r\n${[...names].map((pair) => `${pair.map(cell).join(',')}\r\n`).join('')}`

/** The check report as CSV that Excel opens in the right encoding, in pieces. Holds values: for the clerk's own machine. */
export function* reportCsv(lines: readonly CheckLine[]): Generator<string> {
  yield `\uFEFF${header.join(',')}\r\n`
  for (const line of lines) yield `${record(line)}\r\n`
}

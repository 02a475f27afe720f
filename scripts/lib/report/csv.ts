import type { CheckLine } from '../stage/staged'

const header = ['file', 'sheet', 'row', 'column', 'value', 'rule', 'severity', '原因', 'why']

/** A text that a spreadsheet would run as a formula, in some editions also in full width, is shown as text; so is one that has been shown so already. */
const harmless = (text: string): string => /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^[+-]?[\d.,]+$/.test(text) ? `'${text}` : text

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

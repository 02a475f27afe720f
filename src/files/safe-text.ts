/** What a spreadsheet takes for the beginning of a formula, the full-width forms included. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/

/** A text that no spreadsheet runs: one that would begin a formula stands behind an apostrophe. Numbers are no texts. */
export const safeText = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** What a spreadsheet takes for the beginning of a formula, the full-width forms included. */
const formula = '[=+\\-@\\t\\r\\n＝＋－＠]'

const run = new RegExp(`^'*${formula}`)
const shown = new RegExp(`^'(?='*${formula})`)

/** A text that no spreadsheet runs: one that would begin a formula stands behind an apostrophe, and so does one that stands so already. Numbers are no texts. */
export const safeText = (text: string): string => (run.test(text) ? `'${text}` : text)

/** The text that `safeText` was given. */
export const unsafeText = (text: string): string => text.replace(shown, '')

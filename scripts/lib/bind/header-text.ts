/** A header reduced to what identifies it: width, case, spaces, underscores and required-marks do not count. */
export const headerKey = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/[\s_*＊:：]+/g, '')

export interface HeaderText {
  /** Key with a unit or remark in brackets taken off. */
  readonly bare: string
  /** What the brackets hold, or null. */
  readonly bracket: string | null
  readonly full: string
}

const bracketed = /^(.+?)[([【〔]([^()[\]【】〔〕]*)[)\]】〕]$/
const trailingUnit = /^(.+?)[/,，]?((?:百|千|万|百万|千万|亿)?元)$/

/** Splits `诉求金额（万元）` or `诉求金额/万元` into name and unit. */
export const readHeader = (text: string): HeaderText => {
  const full = headerKey(text)
  const match = bracketed.exec(full) ?? trailingUnit.exec(full)
  return match ? { full, bare: match[1] ?? full, bracket: match[2] ?? null } : { full, bare: full, bracket: null }
}

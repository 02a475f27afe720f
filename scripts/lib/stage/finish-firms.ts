import { checkCreditCode } from '../../../src/domain/reference/credit-code'
import type { SourceTable } from '../../../src/domain/tables/table'
import type { Finding } from '../check/book'
import { findings } from '../check/texts'
import { firmPseudonym, type FirmMatch, type FirmNaming } from '../match/register'
import type { Draft } from './intake'
import type { Knowledge } from './knowledge'
import { flag, position, type Step } from './steps'

export const namingOf = (draft: Draft, id: number, uscc: number, name: number): FirmNaming =>
  ({ id: draft.values[id] ?? null, uscc: draft.values[uscc] ?? null, name: draft.values[name] ?? null })

/** A text in the column for credit codes that is none (详见附件) identifies no firm by itself. */
export const trusted = (naming: FirmNaming): FirmNaming =>
  naming.uscc !== null && naming.name !== null && checkCreditCode(naming.uscc) === 'malformed' ? { ...naming, uscc: null } : naming

/** Lists of firms that say nothing without the firm: a row whose enterprise does not exist is left out. */
const mustExist: ReadonlySet<string> = new Set(['contract_enterprises', 'outreach_attendance'])

const columnOf = (naming: FirmNaming): string => naming.name !== null ? 'enterprise_name' : naming.uscc !== null ? 'uscc' : 'enterprise_id'

const matchFinding = (table: SourceTable, match: Extract<FirmMatch, { shown: string }>, column: string): Finding => {
  const unmatched = column === 'enterprise_id' || column === 'unit_id' ? findings.unknownFirmId : findings.unmatchedFirm
  const rule = match.kind === 'ambiguous' ? findings.ambiguousFirm : unmatched
  return { ...flag(rule, column, match.shown), severity: mustExist.has(table.name) ? 'reject' : 'flag' }
}

const setIfBlank = (draft: Draft, at: number, value: string | null): void => {
  if (at >= 0) draft.values[at] ??= value
}

/** Rows find their enterprise, and take its place and industry where their table has them and they have none. */
export const firmStep = (table: SourceTable, known: Knowledge): Step => {
  const at = ['enterprise_id', 'uscc', 'enterprise_name', 'area_code', 'industry_code'].map(name => position(table, name))
  const [id = -1, uscc = -1, name = -1, area = -1, industry = -1] = at
  return (draft) => {
    const naming = trusted(namingOf(draft, id, uscc, name))
    if (known.register === null) {
      draft.values[id] = firmPseudonym(naming, known.pseudonym)
      return
    }
    const match = known.register.match(naming, draft.values[area] ?? null)
    if (match.kind === 'none') return
    if (match.kind === 'matched') {
      draft.values[id] = match.firm.id
      setIfBlank(draft, area, match.firm.area)
      setIfBlank(draft, industry, match.firm.industry)
      return
    }
    draft.values[id] = match.id
    draft.findings.push(matchFinding(table, match, columnOf(naming)))
  }
}

/** The pseudonym of a firm that stands in a column of its own, by id, credit code or name. */
export const firmOf = (known: Knowledge, table: SourceTable, column: string, text: string, draft: Draft): string | null => {
  const naming: FirmNaming = { id: text, uscc: null, name: null }
  if (known.register === null) return firmPseudonym(naming, known.pseudonym)
  const match = known.register.match(naming, null)
  if (match.kind === 'none') return null
  if (match.kind === 'matched') return match.firm.id
  draft.findings.push(matchFinding(table, match, column))
  return match.id
}

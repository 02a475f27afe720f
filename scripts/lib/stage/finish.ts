import { checkCreditCode } from '../../../src/domain/reference/credit-code'
import { sizeClass } from '../../../src/domain/reference/size-rule'
import type { Column, SourceTable } from '../../../src/domain/tables/table'
import type { Finding } from '../check/book'
import { cellRule, findings, type CellCheck } from '../check/texts'
import { findIndustry } from '../match/industries'
import { firmPseudonym, type FirmMatch, type FirmNaming } from '../match/register'
import type { Draft, Finish } from './intake'
import type { Knowledge } from './knowledge'

type Step = (draft: Draft, ord: number) => void

const position = (table: SourceTable, name: string): number => table.columns.findIndex(column => column.name === name)

const flag = (rule: Finding['rule'], column: string, value: string | null): Finding => ({ rule, severity: 'flag', column, value })

const cellFlag = (table: SourceTable, column: Column, kind: CellCheck, value: string): Finding =>
  flag(cellRule(table, column, kind), column.name, value)

/** Place names become codes; what fits no place is told and left missing. */
const placeStep = (table: SourceTable, column: Column, known: Knowledge): Step => {
  const at = table.columns.indexOf(column)
  return (draft) => {
    const text = draft.values[at] ?? null
    if (text === null || known.placesAsNamed) return
    const found = known.places.find(text)
    draft.values[at] = found.kind === 'code' ? found.code : null
    if (found.kind !== 'code') draft.findings.push(cellFlag(table, column, `${found.kind}_place`, text))
    else if (column.name === 'area_code' && !known.isListed(found.code)) draft.findings.push(cellFlag(table, column, 'place_not_listed', text))
  }
}

const industryStep = (table: SourceTable, column: Column, known: Knowledge): Step => {
  const at = table.columns.indexOf(column)
  return (draft) => {
    const text = draft.values[at] ?? null
    if (text === null || known.industriesAsNamed) return
    const code = findIndustry(text)
    draft.values[at] = code
    if (code === null) draft.findings.push(cellFlag(table, column, 'unknown_industry', text))
  }
}

const namingOf = (draft: Draft, id: number, uscc: number, name: number): FirmNaming =>
  ({ id: draft.values[id] ?? null, uscc: draft.values[uscc] ?? null, name: draft.values[name] ?? null })

/** A text in the column for credit codes that is none (详见附件) identifies no firm by itself. */
const trusted = (naming: FirmNaming): FirmNaming =>
  naming.uscc !== null && naming.name !== null && checkCreditCode(naming.uscc) === 'malformed' ? { ...naming, uscc: null } : naming

const sizeStep = (table: SourceTable, known: Knowledge): Step => {
  const at = ['industry_code', 'employees', 'revenue_wan', 'assets_wan', 'size_class'].map(name => position(table, name))
  const [industry = -1, employees = -1, revenue = -1, assets = -1, size = -1] = at
  const numberAt = (draft: Draft, index: number): number | null => {
    const text = draft.values[index] ?? null
    return text === null ? null : Number(text)
  }
  return (draft) => {
    const derived = sizeClass(known.sizeRules, {
      industryCode: draft.values[industry] ?? null,
      employees: numberAt(draft, employees),
      revenueWan: numberAt(draft, revenue),
      assetsWan: numberAt(draft, assets),
    })
    const given = draft.values[size] ?? null
    if (derived === 'unknown') return
    if (given === null) draft.values[size] = derived
    else if (given !== 'unknown' && given !== derived) draft.findings.push(flag(findings.sizeDiffers, 'size_class', `${given} / ${derived}`))
  }
}

const enterpriseStep = (table: SourceTable, known: Knowledge): Step => {
  const at = ['enterprise_id', 'uscc', 'name', 'area_code', 'industry_code'].map(name => position(table, name))
  const [id = -1, uscc = -1, name = -1, area = -1, industry = -1] = at
  const placeOfName = new Map<string, string>()
  // Two firms of one name without codes are two firms where their committees differ, and one booked twice where they do not.
  const ownPseudonym = (naming: FirmNaming, place: string): string | null => {
    const own = firmPseudonym(naming, known.pseudonym)
    if (own === null || naming.id !== null || naming.uscc !== null) return own
    const first = placeOfName.get(own) ?? place
    placeOfName.set(own, first)
    return first === place ? own : known.pseudonym('name', `${own} ${place}`)
  }
  return (draft, ord) => {
    const code = draft.values[uscc] ?? null
    if (code !== null && checkCreditCode(code) !== 'valid') draft.findings.push(flag(findings.creditCode, 'uscc', code))
    const naming = trusted(namingOf(draft, id, uscc, name))
    const pseudonym = ownPseudonym(naming, draft.values[area] ?? '')
    draft.values[id] = pseudonym
    if (pseudonym === null) return
    known.firms.push({ ord, naming, firm: { id: pseudonym, area: draft.values[area] ?? null, industry: draft.values[industry] ?? null } })
  }
}

const matchFlag = (match: FirmMatch, column: string): Finding | null => {
  if (match.kind === 'unmatched') return flag(findings.unmatchedFirm, column, match.shown)
  return match.kind === 'ambiguous' ? flag(findings.ambiguousFirm, column, match.shown) : null
}

/** Disputes and workforce rows find their enterprise and take its place and industry where they have none. */
const firmStep = (table: SourceTable, known: Knowledge): Step => {
  const at = ['enterprise_id', 'uscc', 'enterprise_name', 'area_code', 'industry_code'].map(name => position(table, name))
  const [id = -1, uscc = -1, name = -1, area = -1, industry = -1] = at
  return (draft) => {
    const given = namingOf(draft, id, uscc, name)
    const naming = trusted(given)
    if (known.register === null) {
      draft.values[id] = firmPseudonym(naming, known.pseudonym)
      return
    }
    const match = known.register.match(naming, draft.values[area] ?? null)
    if (match.kind === 'none') return
    if (match.kind === 'matched') {
      draft.values[id] = match.firm.id
      draft.values[area] ??= match.firm.area
      draft.values[industry] ??= match.firm.industry
      return
    }
    draft.values[id] = match.id
    const found = matchFlag(match, naming.name !== null ? 'enterprise_name' : naming.uscc !== null ? 'uscc' : 'enterprise_id')
    if (found) draft.findings.push(found)
  }
}

const stepsOf = (table: SourceTable, known: Knowledge): readonly Step[] => {
  const places = table.name === 'areas' ? [] : table.columns.filter(column => column.name.endsWith('area_code'))
  const industries = table.columns.filter(column => column.name === 'industry_code')
  return [
    ...places.map(column => placeStep(table, column, known)),
    ...industries.map(column => industryStep(table, column, known)),
    ...(table.name === 'enterprises' ? [enterpriseStep(table, known), sizeStep(table, known)] : []),
    ...(position(table, 'enterprise_name') >= 0 ? [firmStep(table, known)] : []),
  ]
}

/** What is done to every draft of a table once its cells are read: places, industries, firms, size. */
export const finisher = (table: SourceTable, known: Knowledge): Finish => {
  const steps = stepsOf(table, known)
  return (draft, ord) => {
    for (const step of steps) step(draft, ord)
  }
}

import { checkCreditCode } from '../../../src/domain/reference/credit-code'
import { sizeClass } from '../../../src/domain/reference/size-rule'
import type { Column, SourceTable } from '../../../src/domain/tables/table'
import { findings } from '../check/texts'
import { findIndustry } from '../match/industries'
import { firmPseudonym, type FirmNaming } from '../match/register'
import { firmStep, namingOf, trusted } from './finish-firms'
import { otherSteps } from './finish-other'
import { unionSteps } from './finish-unions'
import type { Draft, Finish } from './intake'
import type { Knowledge } from './knowledge'
import { cellFlag, flag, position, type Step } from './steps'

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

const stepsOf = (table: SourceTable, known: Knowledge): readonly Step[] => {
  const places = table.name === 'areas' ? [] : table.columns.filter(column => column.name.endsWith('area_code'))
  const industries = table.columns.filter(column => column.name === 'industry_code')
  return [
    ...places.map(column => placeStep(table, column, known)),
    ...industries.map(column => industryStep(table, column, known)),
    ...unionSteps(table, known),
    ...(table.name === 'enterprises' ? [enterpriseStep(table, known), sizeStep(table, known)] : []),
    ...(table.name !== 'enterprises' && position(table, 'enterprise_id') >= 0 ? [firmStep(table, known)] : []),
    ...otherSteps(table, known),
  ]
}

/** What is done to every draft of a table once its cells are read: places, industries, unions, firms, size. */
export const finisher = (table: SourceTable, known: Knowledge): Finish => {
  const steps = stepsOf(table, known)
  return (draft, ord) => {
    for (const step of steps) step(draft, ord)
  }
}

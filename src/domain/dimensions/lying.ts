import { causes, type Cause } from '../reference/causes'

/** A place's code starts with those of the places it lies in; a district has 6 digits, a street 9. What is named without a code lies nowhere. */
export const placeOf = (digits: 6 | 9) => (code: string): string | null => (/^\d+$/.test(code) && code.length >= digits ? code.slice(0, digits) : null)

/** The section of a division: H of H62. */
export const sectionOf = (code: string): string | null => (/^[A-T]\d{2}$/.test(code) ? code.slice(0, 1) : null)

const isCause = (id: string): id is Cause => Object.hasOwn(causes, id)

export const causeClassOf = (id: string): string | null => (isCause(id) ? String(causes[id].lawClass) : null)

export const causeAreaOf = (id: string): string | null => (isCause(id) ? causes[id].area : null)

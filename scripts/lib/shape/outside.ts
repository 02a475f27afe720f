import type { Staged } from '../stage/staged'
import { exists } from './exists'
import { outsideSql } from './outside.sql'
import type { SubjectShape } from './subject'

const arbitration = (fails: string): string => `SELECT 1 FROM stage.external_cases WHERE channel = 'arbitration' AND ${fails}`
const coarse = (digits: number): string => arbitration(`NOT regexp_full_match(area_code, '\\d{${digits},}')`)

/**
 * What the outside registers can be split by without leaving cases aside: arbitration reported for a street as a whole
 * would leave its committees with none, and cases without a cause every cause with too few.
 */
const knownOfOutside = async (staged: Staged): Promise<string[]> => {
  const known = {
    'external_cases.place': !(await exists(staged, arbitration('length(area_code) < (SELECT max(length(area_code)) FROM stage.disputes)'))),
    'external_cases.subdistrict': !(await exists(staged, coarse(9))),
    'external_cases.district': !(await exists(staged, coarse(6))),
    'external_cases.causes': staged.recorded.has('external_cases.cause') && !(await exists(staged, arbitration('cause IS NULL AND (accepted > 0 OR bypassed > 0)'))),
  }
  return Object.entries(known).flatMap(([name, holds]) => (holds ? [name] : []))
}

export const outsideShape: SubjectShape = {
  id: 'outside',
  known: knownOfOutside,
  sql: ({ asOf }) => outsideSql(asOf),
}

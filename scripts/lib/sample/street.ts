import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeCases } from './cases'
import { FIRST_YEAR, years } from './days'
import { makeFirms } from './enterprises'
import { writeTableFiles } from './files'
import { ledgerOf } from './ledger'
import { writeLedger } from './ledger-file'
import { plantMistakes } from './mistakes'
import { randomStream } from './random'
import { writeAreas, writeUnions } from './reference-files'
import { REGISTER_WIDTH, registerRows } from './register'
import { adoptionsOf, quitsFactorOf, type Scenario } from './scenario'
import { withStatus } from './status'
import { makeLedgers } from './tables'
import { truthOf, type Street } from './truth'
import { writeWorkbook } from './workbook'
import { headcounts, makeWorkforce } from './workforce'
import { writeWorkforce } from './workforce-file'

const source = {
  name: 'zhijiang-xilu-sample',
  title: { zh: '芷江西路街道', en: 'Zhijiang Xilu Subdistrict' },
  apply: { zh: '示例：向所在居民区联合工会或街道劳动争议调解组织提出申请，也可拨打 12351 职工热线。', en: 'Example: apply to the joint union of your committee or the subdistrict\'s mediation body, or call the workers\' hotline 12351.' },
  synthetic: true,
  // The street's other ledgers begin with this year too.
  held_from: { contracts: `${FIRST_YEAR}-01`, congress_terms: `${FIRST_YEAR}-01`, enterprises: `${FIRST_YEAR}-01` },
}

/** The whole street in memory. The same seed and scenario give the same street; scenarios differ in what adoption does. */
export const makeStreet = (seed: number, scenario: Scenario = 'effect'): Street => {
  const firms = withStatus(randomStream(seed, 'status'), makeFirms(randomStream(seed, 'enterprises')))
  const adoptions = adoptionsOf(randomStream(seed, 'adoptions'))
  const months = makeWorkforce(seed, firms, quitsFactorOf(scenario, adoptions))
  const cases = makeCases(randomStream(seed, 'disputes'), firms)
  const ledgers = years.map((year) => ledgerOf(randomStream(seed, `ledger ${year}`), cases, year))
  const mistakes = plantMistakes(randomStream(seed, 'mistakes'), ledgers)
  return {
    scenario, firms, adoptions, months, heads: headcounts(months), cases, ledgers, mistakes,
    ...makeLedgers({ seed, firms, months, cases, adoptions }),
  }
}

const writeJson = (file: string, value: unknown): void => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)

/** Writes the street into a folder as a clerk would hand it over. Files of the same name are overwritten. */
export const writeStreet = (folder: string, seed: number, scenario: Scenario = 'effect'): Street => {
  const street = makeStreet(seed, scenario)
  const { firms, heads, reportedMonths, ledgers, tables } = street
  const path = (name: string): string => join(folder, name)
  mkdirSync(folder, { recursive: true })
  writeJson(path('source.json'), source)
  writeAreas(path('区划.csv'))
  writeUnions(path('工会组织.csv'), randomStream(seed, 'unions'), heads)
  writeWorkbook(path('企业台账.xlsx'), [{ name: '企业台账', rows: registerRows(randomStream(seed, 'register'), firms, heads), width: REGISTER_WIDTH }])
  for (const ledger of ledgers) writeLedger(path(`劳动争议台账_${ledger.year}.csv`), ledger)
  for (const year of years) writeWorkforce(path(`用工月报_${year}.csv`), reportedMonths, year)
  writeTableFiles(folder, seed, tables)
  writeJson(path('truth.json'), truthOf(seed, street))
  return street
}

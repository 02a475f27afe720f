import { sourceTables } from '../../../src/domain/tables/index'
import type { Column, SourceTable } from '../../../src/domain/tables/table'
import type { Rule } from './rule'

/** Units of what is counted or measured from nothing upwards. Money may be negative and has checks of its own. */
const countedUnits: ReadonlySet<string> = new Set(['person', 'enterprise', 'vote', 'item', 'case', 'response', 'entity', 'hour', 'minute'])

/** Monthly reports leave the whole row out: their counts make up one account. */
const ownRules: ReadonlySet<string> = new Set(['workforce_months'])

const negative = (table: SourceTable, { name, zh, required }: Column): Rule => {
  const rule = { id: `${table.name}.${name}.negative`, table: table.name, column: name, where: `"${name}" < 0` } as const
  return required === true
    ? { ...rule, severity: 'reject', zh: `${zh}为负数`, en: `negative number in ${name}` }
    : { ...rule, severity: 'flag', zh: `${zh}为负数，按空缺处理`, en: `negative number in ${name}; taken as missing`, blanks: [name] }
}

const rules = sourceTables.filter(({ name }) => !ownRules.has(name)).flatMap(table =>
  table.columns.filter(({ unit }) => unit !== undefined && countedUnits.has(unit)).map(column => negative(table, column)))

/** A row cannot do without a required count. */
export const countRejects: readonly Rule[] = rules.filter(({ severity }) => severity === 'reject')

export const countBlanks: readonly Rule[] = rules.filter(({ severity }) => severity === 'flag')

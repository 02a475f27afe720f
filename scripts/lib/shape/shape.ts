import type { Calendar } from '../../../src/domain/reference/calendar'
import type { Staged } from '../stage/staged'
import { makeWorkdays } from '../workdays'
import { commonSql } from './common.sql'
import { makeCrosswalks } from './crosswalks'
import { heldFromSql, knownMonthsSql } from './held-from'
import { subjects } from './subjects'

const hasAll = async (staged: Staged, wanted: readonly string[]): Promise<boolean> => {
  const made = new Set((await staged.connection.runAndReadAll(`SELECT table_name FROM information_schema.tables WHERE table_schema = 'fact'`)).getRows().map(([name]) => String(name)))
  return wanted.every((fact) => made.has(fact))
}

/**
 * Settles all that looks across rows – batches, maturity, states at dates, spells, pairs – and leaves the facts of the
 * catalogue in schema `fact`, or ends once those `wanted` are there. Expects schema `stage`. Gives what is recorded, ledger
 * columns and what they make together.
 */
export const shape = async (staged: Staged, calendar: Calendar, wanted?: readonly string[]): Promise<ReadonlySet<string>> => {
  const { connection, asOf } = staged
  await connection.run('CREATE SCHEMA shape; CREATE SCHEMA fact;')
  await makeCrosswalks(connection)
  await makeWorkdays(connection, 'shape', calendar)
  const known = await Promise.all(subjects.map((subject) => subject.known?.(staged) ?? []))
  const recorded: ReadonlySet<string> = new Set([...staged.recorded, ...known.flat()])
  await connection.run([heldFromSql(staged), commonSql(asOf), knownMonthsSql].join('\n'))
  for (const subject of subjects) {
    await subject.prepare?.(staged, calendar)
    await connection.run(subject.sql({ asOf, recorded }))
    if (wanted && (await hasAll(staged, wanted))) break
  }
  return recorded
}

import { cutOf } from '../../../src/domain/compile/cut'
import type { Calendar } from '../../../src/domain/reference/calendar'
import { sourceTables } from '../../../src/domain/tables/index'
import type { SourceTable } from '../../../src/domain/tables/table'
import { checkBook, type CheckBook, type Place } from '../check/book'
import { rejectDuplicateKeys, resolveRepeatedCases, resolveRepeatedSteps } from '../check/duplicates'
import { blankRules, flagRules, rejectRules } from '../check/rules'
import { runBlanks, runRejects, runRule, type CheckRun } from '../check/run'
import { findings } from '../check/texts'
import { declaredFrom } from '../mapping/held-from'
import { loadMapping } from '../mapping/load'
import type { Mapping } from '../mapping/schema'
import { openSecrets, type Secrets } from '../match/key'
import { placeBook, streetNamed, type Place as NamedPlace } from '../match/places'
import { firmRegister } from '../match/register'
import { unionBook, type NamedUnion } from '../match/unions'
import { readReference, type Reference } from '../reference'
import { makeWorkdays } from '../workdays'
import { asOfDate, localDay, requireAsOf } from './as-of'
import type { BoundSheet } from './bind-sheet'
import { emptyLedgers, emptyLines, requireRows } from './empty-ledgers'
import { finisher } from './finish'
import { openIntake } from './intake'
import { listedPlaces, type Knowledge } from './knowledge'
import { makePlan, sourceName, type Plan } from './plan'
import { progressOf } from './progress'
import { publish, recordedColumns } from './publish'
import { readSheetRows, type RowSink, type SheetPlan } from './sheet-rows'
import type { SourceFile, Staged } from './staged'
import { openStore, type Store } from './store'
import { requireMostKept } from './threshold'
import { isOwnExplanation, unreadLine } from './unread'

export interface StageOptions {
  readonly folder: string
  /** Path of a mapping; `source.json` in the folder where absent. */
  readonly mapping?: string
  /** ISO date; the last day in the data where absent. */
  readonly asOf?: string
  /** ISO date of the day it is; the machine's where absent. */
  readonly today?: string
  readonly keyFile?: string
  /** The as-of date is the end of the last quarter that is over by it. */
  readonly wholeQuarters?: boolean
  /** Share of a table's rows that may be left out before nothing is trusted; 0.2 where absent. */
  readonly maxRejected?: number
  readonly progress?: (line: string) => void
  /** Told once what the user should know, such as that a key was made. */
  readonly notice?: (line: string) => void
}

export interface StagedLedgers extends Staged {
  readonly keyFor: Secrets['keyFor']
  /** Closes the database and removes its temporary folder. */
  readonly close: () => void
}

const MAX_REJECTED = 0.2
const END_OF_TIME = '9999-12-31'
const sampleMark = '示例数据'

interface Work {
  readonly store: Store
  readonly book: CheckBook
  readonly plan: Plan
  readonly known: Knowledge
  readonly sink: RowSink
  readonly run: CheckRun
  readonly rows: number[]
  readonly calendar: Calendar
}

const textsOf = (sheet: BoundSheet): readonly string[] => [sheet.candidate.sheet.file, ...sheet.titles]

const isSample = (sheet: BoundSheet): boolean => textsOf(sheet).some(text => text.includes(sampleMark))

const startKnowledge = (options: StageOptions, mapping: Mapping, reference: Reference, plan: Plan): Knowledge => {
  const places = reference.areas.map((area): NamedPlace => ({ code: area.code, name: area.name.zh, level: area.level }))
  const street = mapping.street ?? streetNamed(plan.sheets.flatMap(textsOf), places)
  return {
    ...openSecrets({
      keyFile: options.keyFile,
      sample: mapping.synthetic || plan.sheets.every(isSample),
      notice: options.notice ?? (() => undefined),
    }),
    sizeRules: reference.sizeRules,
    placesAsNamed: mapping.places === 'as_named',
    industriesAsNamed: mapping.industries === 'as_named',
    places: placeBook(places, street),
    isListed: listedPlaces(places, false),
    firms: [],
    names: new Map(),
    register: null,
    unions: null,
  }
}

const startWork = (store: Store, options: StageOptions, mapping: Mapping, reference: Reference, plan: Plan): Work => {
  const book = checkBook()
  const known = startKnowledge(options, mapping, reference, plan)
  const intakes = new Map(sourceTables.map(table => [table.name, openIntake(table, store.writer, book, finisher(table, known))] as const))
  const bytes = plan.sheets.reduce((sum, sheet) => sum + (plan.identities.get(sheet.candidate.sheet.file)?.bytes ?? 0), 0)
  const places = plan.sheets.map((sheet): Place => ({ file: sheet.candidate.sheet.file, sheet: sheet.candidate.sheet.sheet }))
  return {
    store, book, plan, known,
    sink: { book, intakes, pseudonym: known.pseudonym, madeIds: new Map(), advance: progressOf(bytes, options.progress).advance },
    run: { connection: store.connection, book, places, recorded: new Set() },
    rows: plan.sheets.map(() => 0),
    calendar: reference.calendar,
  }
}

const readTable = async (work: Work, table: SourceTable): Promise<void> => {
  const sheets = work.plan.sheets.map((bound, source) => ({ bound, source })).filter(({ bound }) => bound.candidate.table === table)
  for (const { bound, source } of sheets) {
    const plan: SheetPlan = { sheet: bound.candidate.sheet, source, binding: bound.binding, header: bound.header, titles: bound.titles }
    work.rows[source] = await readSheetRows(plan, work.sink)
  }
}

const rowsOf = async (work: Work, sql: string): Promise<readonly (readonly unknown[])[]> =>
  (await work.store.connection.runAndReadAll(sql)).getRows()

const learnPlaces = async (work: Work, street: string | null): Promise<void> => {
  const rows = await rowsOf(work, 'SELECT area_code, name_zh, level FROM work.areas ORDER BY _ord')
  const places = rows.map((row): NamedPlace => ({ code: String(row[0]), name: String(row[1]), level: String(row[2]) }))
  work.known.places = placeBook(places, street)
  work.known.isListed = listedPlaces(places, true)
}

const learnFirms = async (work: Work): Promise<void> => {
  const { known } = work
  const kept = new Set((await rowsOf(work, 'SELECT _ord FROM work.enterprises')).map(row => Number(row[0])))
  const firms = known.firms.filter(firm => kept.has(firm.ord))
  known.register = firmRegister(firms.map(({ naming, firm }) => ({ ...naming, firm })), known.pseudonym)
  known.names = new Map(firms.flatMap(({ naming, firm }) => naming.name === null ? [] : [[firm.id, naming.name] as const]))
}

/** The unions by id and name; the unions above them may be written by name too. */
const learnUnions = async (work: Work): Promise<void> => {
  const rows = await rowsOf(work, 'SELECT union_id, name_zh, level, area_code FROM work.unions ORDER BY _ord')
  const unions = rows.map(([id, name, level, area]): NamedUnion => ({ id: String(id), name: String(name), level: String(level), area: String(area ?? '') }))
  const book = unionBook(unions, work.known.places)
  work.known.unions = book
  const parents = await rowsOf(work, 'SELECT DISTINCT parent_union_id FROM work.unions WHERE parent_union_id NOT IN (SELECT union_id FROM work.unions)')
  for (const [name] of parents) {
    const found = book.find(String(name))
    if (found.kind === 'id') await work.store.connection.run('UPDATE work.unions SET parent_union_id = $1 WHERE parent_union_id = $2', [found.id, String(name)])
  }
}

/** What later tables need of this one. */
const learn = async (work: Work, table: SourceTable, street: string | null): Promise<void> => {
  // A register without rows is none: nothing is missing from it.
  if (work.book.counts(table.name).read === 0) return
  if (table.name === 'areas') await learnPlaces(work, street)
  if (table.name === 'unions') await learnUnions(work)
  if (table.name === 'enterprises') await learnFirms(work)
}

const checkTable = async (work: Work, table: SourceTable): Promise<void> => {
  if (table.name !== 'disputes' && work.book.counts(table.name).read === 0) return
  await runRejects(work.run, rejectRules.filter(rule => rule.table === table.name))
  if (table.name === 'disputes') return resolveCases(work)
  await resolveRepeatedSteps(work.run, table)
  await rejectDuplicateKeys(work.run, table)
}

/** Steps of wide rows must be in the database before the case rows they belong to are chosen among. */
const resolveCases = async (work: Work): Promise<void> => {
  for (const table of sourceTables.filter(one => one.keys.flat().includes('dispute_id') && one.name !== 'disputes')) {
    await readTable(work, table)
    await work.store.load(table)
  }
  await resolveRepeatedCases(work.run)
}

const readAll = async (work: Work, mapping: Mapping): Promise<void> => {
  for (const table of sourceTables) {
    const isRead = table.name !== 'disputes' && table.keys.flat().includes('dispute_id')
    if (!isRead) {
      await readTable(work, table)
      await work.store.load(table)
    }
    await checkTable(work, table)
    await learn(work, table, mapping.street ?? null)
  }
  requireRows(work.plan.sheets, work.rows)
  noteEmpty(work)
}

/** Tables never begun are one line, however many; an empty sheet beside rows of its table may have lost its own and is listed. */
const noteEmpty = ({ book, plan, rows }: Work): void => {
  const empty = emptyLedgers(plan.sheets, rows, table => book.counts(table.name).read > 0)
  for (const { candidate: { sheet: { file, sheet }, table } } of empty.sheets) {
    book.find(table.name, { file, sheet }, null, null, { rule: findings.noRows, severity: 'ignore', column: null, value: null })
  }
  for (const line of emptyLines(empty)) book.say(line)
}

const noteSources = (work: Work): void => {
  for (const { file, sheet, why } of work.plan.notRead.filter(one => !isOwnExplanation(one))) {
    work.book.find('', { file, sheet }, null, null, { rule: findings.fileIgnored, severity: 'ignore', column: null, value: null, why })
  }
  const unread = unreadLine(work.plan.notRead, new Set(work.plan.identities.keys()))
  if (unread) work.book.say(unread)
  work.plan.sheets.forEach((sheet, source) => {
    const isScaled = sheet.titleUnit !== null && sheet.binding.columns.some(bound => bound.factor !== 1 && !bound.header.includes('('))
    if (!isScaled) return
    work.book.find(sheet.candidate.table.name, work.run.places[source] ?? null, null, null, { rule: findings.titleUnit, severity: 'flag', column: null, value: sheet.titleUnit })
  })
}

const sourcesOf = (work: Work): readonly SourceFile[] => work.plan.sheets.map((bound, source) => {
  const { sheet, table } = bound.candidate
  const identity = work.plan.identities.get(sheet.file)
  return {
    file: sheet.file, sheet: sheet.sheet, table: table.name, encoding: sheet.encoding,
    rows: work.rows[source] ?? 0, bytes: identity?.bytes ?? 0, sha256: identity?.sha256 ?? '',
  }
})

const finish = async (work: Work, options: StageOptions, mapping: Mapping): Promise<StagedLedgers> => {
  const { store, book, plan } = work
  for (const table of sourceTables) requireMostKept(book, table, options.maxRejected ?? MAX_REJECTED)
  const synthetic = mapping.synthetic || plan.sheets.some(isSample)
  // A made-up street has days of its own: it is the same on every machine, whatever the clock says.
  const reached = await asOfDate(work.run, options.asOf, synthetic ? END_OF_TIME : options.today ?? localDay())
  const asOf = options.wholeQuarters ? cutOf(reached, { lag: 0, part: null }, 'quarter').date : reached
  await runBlanks(work.run, blankRules.filter(rule => book.counts(rule.table).read > 0))
  const recorded = await recordedColumns(store.connection)
  await store.connection.run(`SET VARIABLE as_of = '${asOf}'; SET VARIABLE recorded = [${[...recorded].map(name => `'${name}'`).join(', ')}]::VARCHAR[]`)
  if (recorded.has('congress_meetings.reported_on')) await makeWorkdays(store.connection, 'work', work.calendar)
  const filled = new Set([...recorded].map(name => name.split('.')[0] ?? ''))
  for (const rule of flagRules.filter(one => filled.has(one.table))) await runRule({ ...work.run, recorded }, rule)
  await publish(store.connection, work.run.places)
  return {
    connection: store.connection,
    asOf,
    name: sourceName(options.folder, mapping),
    title: mapping.title ?? null,
    apply: mapping.apply ?? null,
    synthetic,
    heldFrom: declaredFrom(mapping),
    sources: sourcesOf(work),
    counts: new Map(sourceTables.map(table => [table.name, book.counts(table.name)] as const)),
    replaced: new Map(sourceTables.map(table => [table.name, book.counts(table.name).rejected - book.faults(table.name)] as const)),
    checks: book.lines,
    aloud: book.aloud,
    unknownColumns: plan.sheets.flatMap(({ candidate, binding }) =>
      binding.unknown.map(column => ({ file: candidate.sheet.file, sheet: candidate.sheet.sheet, column }))),
    names: work.known.names,
    recorded,
    keyFor: work.known.keyFor,
    close: store.close,
  }
}

/**
 * Reads a folder of ledgers, checks every row against the contract, matches firms and places, and leaves what is kept in a
 * DuckDB. Rejects with StageError or ReadError when nothing can be trusted; the temporary folder is then gone.
 */
export const stage = async (options: StageOptions): Promise<StagedLedgers> => {
  requireAsOf(options.asOf)
  const mapping = loadMapping(options.folder, options.mapping)
  const [reference, plan] = [await readReference(), await makePlan(options.folder, mapping)]
  const store = await openStore()
  try {
    const work = startWork(store, options, mapping, reference, plan)
    noteSources(work)
    await readAll(work, mapping)
    return await finish(work, options, mapping)
  } catch (error) {
    await store.settle()
    store.close()
    throw error
  }
}

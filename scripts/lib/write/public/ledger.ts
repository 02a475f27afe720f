import { createHmac } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { protectParameters } from '../../protect/parameters'
import { CommandError } from '../../command/command-error'

/** What was told of some cases that stood together in a cell. */
export interface Told {
  readonly n: number
  /** The cell they stood in last. */
  readonly cell: string
  /** First and last release in which it was told, counted from 1. */
  readonly from: number
  readonly to: number
}

export interface Release {
  readonly asOf: string
  /** Hash over the facts of the extract. */
  readonly content: string
}

/** What has been published, so that it is never told otherwise; stays in the house. */
export interface Ledger {
  readonly schema: 1
  readonly base: number
  readonly releases: readonly Release[]
  /** By subject, and by the keyed hash of the cases. */
  readonly told: Readonly<Record<string, Readonly<Record<string, Told>>>>
}

/** A cell of this release: its cases by keyed hash, and what is told of them. */
export interface ToldCell {
  readonly cell: string
  readonly records: string
  readonly n: number
}

export const emptyLedger = (base: number = protectParameters.base): Ledger => ({ schema: 1, base, releases: [], told: {} })

const whole = z.number().int().nonnegative()
const told = z.strictObject({ n: whole, cell: z.string(), from: whole, to: whole })
const form = z.strictObject({
  schema: z.literal(1),
  base: whole,
  releases: z.array(z.strictObject({ asOf: z.string(), content: z.string() })),
  told: z.record(z.string(), z.record(z.string(), told)),
}).refine(({ base, told: subjects }) => Object.values(subjects).every((cells) => Object.values(cells).every(({ n }) => n === 0 || n >= base)))

const unusable = (file: string, zh: string, en: string): CommandError => new CommandError(
  { zh: `公开台账 ${file} ${zh}。`, en: `The ledger of publications ${file} ${en}.` },
  { zh: '请找回上次发布后的那一份：没有它，这次公开的数可能与以往公开的数对照，暴露个案。', en: 'Bring back the one that was left by the last publication: without it, what is told now could be set against what was told before, and give cases away.' },
)

const isMissing = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'

/** Null where there is none yet. Rejects with CommandError where it is no ledger, or one of another base. */
export const readLedger = async (file: string, base: number = protectParameters.base): Promise<Ledger | null> => {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (cause) {
    if (isMissing(cause)) return null
    throw unusable(file, '无法读取', 'cannot be read')
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw unusable(file, '不完整或不是台账', 'is incomplete or no ledger')
  }
  const { data: ledger } = form.safeParse(json)
  if (!ledger) throw unusable(file, '不是本程序写的台账，或已损坏', 'was not written by this program, or is damaged')
  if (ledger.base !== base) throw unusable(file, `记的取整基数是 ${ledger.base}，现为 ${base}，不能混用`, `has numbers rounded to ${ledger.base}, now it is ${base}: they do not go together`)
  return ledger
}

/** Keyed hashes of cases: who has the ledger cannot try out which cases stand in a cell. */
export const recordsHash = (key: Uint8Array): ((records: string) => string) => (records) => createHmac('sha256', key).update(records).digest('hex').slice(0, 32)

/** By cell number what was told before of the same cases, of those that are small enough to be rounded. */
export const toldBefore = (ledger: Ledger, subject: string, counts: ArrayLike<number>, records: readonly string[]): Map<number, number> => {
  const known = ledger.told[subject] ?? {}
  return new Map(records.flatMap((hash, cell): [number, number][] => {
    const [count, told] = [counts[cell] ?? 0, known[hash]]
    return told && count > 0 && count < ledger.base ? [[cell, told.n]] : []
  }))
}

/** The ledger after a release. Throws where the same cases would be told in another way than before. */
export const addRelease = (ledger: Ledger, release: Release, cells: Readonly<Record<string, readonly ToldCell[]>>): Ledger => {
  const number = ledger.releases.length + 1
  const told: Record<string, Record<string, Told>> = {}
  for (const subject of new Set([...Object.keys(ledger.told), ...Object.keys(cells)])) {
    const all: Record<string, Told> = { ...ledger.told[subject] }
    for (const { cell, records, n } of cells[subject] ?? []) {
      const before = all[records]
      if (before && before.n !== n) throw new Error(`${subject} ${cell} was told as ${before.n} and would now be told as ${n}`)
      all[records] = { n, cell, from: before?.from ?? number, to: number }
    }
    told[subject] = all
  }
  return { ...ledger, releases: [...ledger.releases, release], told }
}

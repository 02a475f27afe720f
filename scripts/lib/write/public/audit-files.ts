import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Manifest } from '../../../../src/domain/manifest'
import { firstDayOf, lastDayOf, monthOfDate } from '../../../../src/domain/period'
import { listFiles } from '../../tooling/files.mjs'
import { secretFinder } from './secret-finder'

/** What the manifest lists, and itself with what the checks found: anything else has no business there. */
const strangers = (files: readonly string[], manifest: Manifest): string[] => {
  const listed = [...Object.values(manifest.facts), ...Object.values(manifest.answers), ...Object.values(manifest.results ?? {})].map(({ file }) => file)
  const known = new Set([...listed, 'manifest.json', 'checks.json'])
  return files.filter((file) => !known.has(file)).map((file) => `${file} is not listed`)
}

const day = /\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b/g

/** The day of one case is never the only thing a date can be: dates told are ends and beginnings of months. */
const isBoundary = (date: string): boolean => date === firstDayOf(monthOfDate(date)) || date === lastDayOf(monthOfDate(date))

const dateFaults = (file: string, text: string): string[] =>
  [...new Set(text.match(day) ?? [])].filter((date) => !isBoundary(date)).map((date) => `${file} names the day ${date}`)

/** Figures published elsewhere come with their sources, which have days of their own. */
const datedText = (file: string, text: string): string =>
  file === 'manifest.json' ? JSON.stringify({ ...(JSON.parse(text) as Manifest), benchmarks: [] }) : text

/** What stands in an extract's files though it may not; empty where nothing does. */
export const fileFaults = async (folder: string, manifest: Manifest, secrets: Iterable<string>): Promise<string[]> => {
  const [files, holdsSecret] = [listFiles(folder, '', true), secretFinder(secrets)]
  const faults = strangers(files, manifest)
  for (const file of files) {
    const bytes = await readFile(join(folder, file))
    if (holdsSecret(bytes)) faults.push(`${file} holds a name or an id of the ledgers`)
    if (file.endsWith('.json')) faults.push(...dateFaults(file, datedText(file, bytes.toString('utf8'))))
  }
  return faults
}

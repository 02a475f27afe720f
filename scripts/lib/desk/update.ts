import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { loadMapping } from '../mapping/load'
import { reportFolder } from '../report/write'
import { sourceName } from '../stage/plan'
import { placesOf, republish } from '../tooling/publish-site.mjs'

/** Where an update reads and writes: the folder of the program, that of the reports, and how an extract is made. */
export interface UpdatePlaces {
  readonly root: string
  readonly reports: string
  /** A program and its first arguments, to which those of `npm run extract` are added. */
  readonly extract: readonly string[]
}

export interface Outcome {
  readonly isDone: boolean
  /** The extract's name, which its address on the page carries; null where there is none. */
  readonly extract: string | null
  /** Where the check report lies, and which of its files this run wrote. */
  readonly folder: string
  readonly reports: readonly string[]
}

export interface Update {
  readonly outcome: Promise<Outcome>
  /** Ends it; the extract that was there stays. */
  readonly cancel: () => void
}

const reportFiles = ['report.md', 'checks.csv', 'names.csv'] as const

const finished = (child: ChildProcess): Promise<number> => new Promise((resolve, reject) => {
  child.once('error', reject)
  child.once('close', (code) => resolve(code ?? 1))
})

/** Null where the mapping beside the ledgers cannot be read, of which the run itself tells. */
const nameOf = (folder: string): string | null => {
  try {
    return sourceName(folder, loadMapping(folder))
  } catch {
    return null
  }
}

/** What a run before this one left would pass for its own. */
const writtenSince = (folder: string, start: number): string[] =>
  reportFiles.filter((file) => existsSync(join(folder, file)) && statSync(join(folder, file)).mtimeMs >= start)

/**
 * Makes an extract of a folder of ledgers in a process of its own and, where that went well, puts it on the page.
 * @param wishes further arguments of `npm run extract`
 * @param say takes each line of what happens
 */
export const update = ({ root, reports, extract: [program = '', ...first] }: UpdatePlaces, folder: string, wishes: readonly string[], say: (line: string) => void): Update => {
  const places = placesOf(root)
  // File systems keep times to two seconds at worst.
  const start = Date.now() - 2_000
  const child = spawn(program, [...first, folder, ...wishes, '--out', places.extracts, '--reports', reports, '--progress'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      lines.forEach(say)
    }).on('end', () => { if (rest !== '') say(rest) })
  }
  const publish = async (): Promise<void> => {
    say('正在更新网页 / bringing the page up to date')
    await republish(places)
  }
  const outcome = (async (): Promise<Outcome> => {
    const isDone = (await finished(child)) === 0
    if (isDone) await publish()
    const extract = nameOf(folder)
    const at = reportFolder(extract ?? '', reports)
    return { isDone, extract, folder: at, reports: extract === null ? [] : writtenSince(at, start) }
  })()
  return { outcome, cancel: () => void child.kill() }
}

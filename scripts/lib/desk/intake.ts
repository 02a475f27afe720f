import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Readable } from 'node:stream'
import { removeOnInterrupt } from '../command/interrupt'

/** Copies of a clerk's ledgers, in a folder that only this user can read and that goes as soon as an extract was made of it. */
export interface Intake {
  /** Named after the folder the ledgers come from: so is the extract. */
  readonly folder: string
  readonly add: (names: readonly string[], content: Readable) => Promise<void>
  readonly discard: () => Promise<void>
}

/** What one file of an intake may be called: nothing that leads elsewhere or that a system keeps for itself. */
const isFileName = (name: string): boolean =>
  name !== '' && name !== '.' && name !== '..' && name.length <= 255 && !/[/\\:*?"<>|]|\p{Cc}|[. ]$/u.test(name)

/** The names of a path within an intake; null where one of them may not be. */
export const namesOf = (encoded: string): string[] | null => {
  try {
    const names = encoded.split('/').map(decodeURIComponent)
    return names.length <= 16 && names.every(isFileName) ? names : null
  } catch {
    return null
  }
}

/** @param name of the folder the ledgers come from */
export const openIntake = async (name: string): Promise<Intake> => {
  const parent = await mkdtemp(join(tmpdir(), 'xieshang-ledgers-'))
  const forget = removeOnInterrupt(parent)
  const folder = join(parent, name)
  await mkdir(folder)
  return {
    folder,
    add: async (names, content) => {
      const path = join(folder, ...names)
      await mkdir(dirname(path), { recursive: true })
      await pipeline(content, createWriteStream(path, { mode: 0o600 }))
    },
    discard: async () => {
      await rm(parent, { recursive: true, force: true })
      forget()
    },
  }
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { ReadError } from '../../../../scripts/lib/read/read-error'
import type { Sheet, SheetRow } from '../../../../scripts/lib/read/sheet'

/** A temporary folder that goes away with the test file, and a function that writes files into it. */
export function temporaryFolder(): { readonly path: string, write(file: string, content: string | Buffer): string } {
  const path = mkdtempSync(join(tmpdir(), 'ledgers-'))
  afterAll(() => rmSync(path, { recursive: true, force: true }))
  return {
    path,
    write: (file, content) => {
      mkdirSync(dirname(join(path, file)), { recursive: true })
      writeFileSync(join(path, file), content)
      return file
    },
  }
}

export async function allRows(sheet: Sheet): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const batch of sheet.rows()) rows.push(...batch)
  return rows
}

/** The code of the ReadError that a promise fails with; fails the test when it does not. */
export async function failure(work: Promise<unknown>): Promise<string> {
  const error = await work.then(() => null, (cause: unknown) => cause)
  if (error instanceof ReadError) return error.code
  throw new Error(`expected a ReadError, got ${String(error)}`)
}

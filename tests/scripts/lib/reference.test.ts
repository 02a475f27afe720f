import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readReference } from '../../../scripts/lib/reference'

describe('readReference', () => {
  it('reads the repository\'s own tables', async () => {
    const reference = await readReference()
    expect(reference.areas).toHaveLength(49)
    expect(reference.sizeRules).toHaveLength(16)
    expect(reference.legal.mediation_days.value).toBe(15)
    expect(reference.calendar.mediationDeadline('2024-01-26')).toBe('2024-02-18')
  })

  it('fails on a folder without the tables', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'reference-'))
    await expect(readReference(folder)).rejects.toThrow(/\.csv/)
    await rm(folder, { recursive: true })
  })
})

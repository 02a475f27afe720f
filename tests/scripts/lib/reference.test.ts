import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readReference, referenceFolder } from '../../../scripts/lib/reference'
import { StageError } from '../../../scripts/lib/stage/error'

describe('readReference', () => {
  it('reads the repository\'s own tables', async () => {
    const reference = await readReference()
    expect(reference.areas).toHaveLength(49)
    expect(reference.sizeRules).toHaveLength(16)
    expect(reference.legal.mediation_days.value).toBe(15)
    expect(reference.calendar.mediationDeadline('2024-01-26')).toBe('2024-02-18')
  })

  it('names the tables that are not there, where and what to do', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'reference-'))
    const todo = { zh: '请从程序原有的 data/reference 中补回，再运行一次。', en: 'Put back what the program came with in data/reference, then run again.' }
    const fails = async (files: { zh: string; en: string }) => {
      const error: unknown = await readReference(folder).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(StageError)
      expect(error).toMatchObject({
        code: 'reference_missing', todo,
        why: { zh: `参考表文件夹 ${folder} 里没有 ${files.zh}。`, en: `The folder of reference tables ${folder} has no ${files.en}.` },
      })
    }
    await fails({ zh: 'areas.csv、benchmarks.csv、holidays.csv、legal-parameters.csv、size-rule.csv', en: 'areas.csv, benchmarks.csv, holidays.csv, legal-parameters.csv, size-rule.csv' })
    await cp(referenceFolder, folder, { recursive: true })
    await rm(join(folder, 'holidays.csv'))
    await fails({ zh: 'holidays.csv', en: 'holidays.csv' })
    await rm(folder, { recursive: true })
  })
})

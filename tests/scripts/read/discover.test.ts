import { describe, expect, it } from 'vitest'
import { discover } from '../../../scripts/lib/read/discover'
import { failure, temporaryFolder } from './support/folder'

const folder = temporaryFolder()

describe('discover', () => {
  it('lists ledgers at any depth in a fixed order and names what it cannot read', async () => {
    for (const file of [
      'b.csv', 'a/2024.XLSX', 'a/2023.tsv', 'z.txt', 'readme.md', 'old.xls', '~$2024.xlsx', '.hidden.csv', '.git/x.csv', 'source.json',
    ]) folder.write(file, 'x')
    expect(await discover(folder.path)).toEqual({
      files: ['a/2023.tsv', 'a/2024.XLSX', 'b.csv', 'z.txt'],
      ignored: ['old.xls', 'readme.md'],
    })
  })

  it('says so when there is no such folder, or when it is a file', async () => {
    expect(await failure(discover(`${folder.path}/nowhere`))).toBe('folder.missing')
    expect(await failure(discover(`${folder.path}/b.csv`))).toBe('folder.missing')
  })
})

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { publishExtract } from '../../../scripts/lib/write/publish'

const manifest = (content: string): string => JSON.stringify({ id: 'street', title: { zh: '街道', en: 'Street' }, asOf: '2024-01-01', synthetic: false, content })

describe('putting an extract in its place', () => {
  let out = ''
  const content = (): string => (JSON.parse(readFileSync(join(out, 'street/manifest.json'), 'utf8')) as { content: string }).content
  const publish = (text: string): Promise<string> => publishExtract(out, 'street', async (folder) => writeFileSync(join(folder, 'manifest.json'), manifest(text)))

  beforeEach(async () => {
    out = mkdtempSync(join(tmpdir(), 'xieshang-publish-'))
    await publish('first')
  })
  afterEach(() => rmSync(out, { recursive: true, force: true }))

  it('replaces the one before and lists it', async () => {
    await publish('second')
    expect(content()).toBe('second')
    expect(readdirSync(out).sort()).toEqual(['index.json', 'street'])
    expect(JSON.parse(readFileSync(join(out, 'index.json'), 'utf8'))).toMatchObject({ extracts: [{ id: 'street' }] })
  })

  it('keeps the one before when writing fails', async () => {
    await expect(publishExtract(out, 'street', () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full')
    expect(content()).toBe('first')
    expect(readdirSync(out).sort()).toEqual(['index.json', 'street'])
  })

  it('brings the one before back when the last step fails', async () => {
    const lost = publishExtract(out, 'street', async (folder) => rmSync(folder, { recursive: true }))
    await expect(lost).rejects.toThrow('ENOENT')
    expect(content()).toBe('first')
  })

  it('finds the one that a killed run had set aside', async () => {
    renameSync(join(out, 'street'), join(out, '.street.old'))
    mkdirSync(join(out, '.street.new'))
    await expect(publishExtract(out, 'street', () => Promise.reject(new Error('again')))).rejects.toThrow('again')
    expect(content()).toBe('first')
    expect(existsSync(join(out, '.street.new'))).toBe(false)
  })
})

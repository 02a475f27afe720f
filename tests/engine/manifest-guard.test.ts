import { describe, expect, it } from 'vitest'
import { EngineError } from '../../src/engine/errors'
import { readManifest } from '../../src/engine/manifest-guard'
import { sampleManifest } from './support/manifest'

const failure = (value: unknown): EngineError => {
  try {
    readManifest(value, 'x/manifest.json')
  } catch (error) {
    if (error instanceof EngineError) return error
    throw error
  }
  throw new Error('was let through')
}

/** The manifest with the value at a path replaced. */
const broken = (path: string, value: unknown): unknown => {
  const copy: unknown = JSON.parse(JSON.stringify(sampleManifest()))
  const steps = path.split('.')
  const last = steps.pop() as string
  let at = copy as Record<string, unknown>
  for (const step of steps) at = at[step] as Record<string, unknown>
  if (value === undefined) Reflect.deleteProperty(at, last)
  else at[last] = value
  return copy
}

const named = (path: string) => path.replace(/\.(\d+)/g, '[$1]')

describe('manifest at the border', () => {
  it('passes unchanged when right, also after JSON and with fields of tomorrow', () => {
    const manifest = sampleManifest()
    expect(readManifest(manifest, 'm')).toBe(manifest)
    expect(readManifest(JSON.parse(JSON.stringify(manifest)), 'm')).toEqual(manifest)
    expect(() => readManifest({ ...manifest, later: 1 }, 'm')).not.toThrow()
  })

  it.each([
    ['id', 1], ['title', 'x'], ['title.en', undefined], ['profile', 'secret'], ['detail', null], ['synthetic', 'true'],
    ['asOf', '2025-02-30'], ['asOf', '31.12.2025'], ['content', undefined], ['facts', []],
    ['facts.disputes.file', '../key'], ['facts.disputes.file', 'https://example.org/a'], ['facts.disputes.file', '/etc/passwd'],
    ['facts.disputes.rows', -1], ['facts.disputes.rows', 1.5], ['facts.disputes.n', '4'], ['facts.disputes.bytes', null],
    ['facts.disputes.sha256', 'abc'], ['facts.disputes.columns', {}], ['facts.disputes.columns.0.name', 5],
    ['facts.disputes.columns.0.type', undefined], ['facts.disputes.columns.0.recorded', 1], ['facts.disputes.covers.opened.from', '2020-01'],
    ['tables', null], ['tables.0.zh', undefined], ['tables.0.kept', 'x'], ['members.area', {}], ['members.area.0.parent', undefined],
    ['targets.0.value', '80%'], ['targets.0.area', 3], ['sources.0.sheet', 1], ['sources.0.sha256', ''], ['checks.disputes', 'many'],
    ['unknownColumns.0.column', null], ['answers.overview.file', 'answers/../../x.json'], ['answers.overview.bytes', undefined],
  ])('names %s when it is %j', (path, value) => {
    const error = failure(broken(path, value))
    expect(error.code).toBe('shape')
    expect(error.details.path).toBe(named(path))
    expect(error.message).toContain(`x/manifest.json is wrong at ${named(path)}: expected `)
  })

  it('calls a later format newer, not wrong', () => {
    const error = failure(broken('schema', 2))
    expect(error.code).toBe('newer_schema')
    expect(error.why('zh')).toBe('x/manifest.json 由更新版本的程序生成（格式 2）。')
    expect(error.todo('en')).toBe('Update this site, or make the extract with this version.')
  })

  it.each([[null], [[]], ['x'], [{}], [{ schema: '1' }], [{ schema: 0 }]])('refuses %j', (value) => {
    expect(failure(value)).toMatchObject({ code: 'shape', details: { path: 'schema' } })
  })
})

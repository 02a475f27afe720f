import { describe, expect, it } from 'vitest'
import { asEngineError, EngineError, engineErrors, isAbort, abortError, reasonOf } from '../../src/engine/errors'
import type { EngineErrorCode } from '../../src/engine/errors'

const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

describe('catalogue of engine errors', () => {
  it.each(Object.keys(engineErrors) as EngineErrorCode[])('%s says why and what to do in both languages', (code) => {
    const { why, todo } = engineErrors[code]
    expect(why.zh).toMatch(/[\u4e00-\u9fff].*。$/)
    expect(todo.zh).toMatch(/[\u4e00-\u9fff].*。$/)
    expect(why.en).toMatch(/^[{A-Z].*\.$/)
    expect(todo.en).toMatch(/^[A-Z].*\.$/)
    expect(names(why.zh)).toEqual(names(why.en))
  })

  it('keeps the original as cause and a catalogue error as it is', () => {
    const original = new Error('Out of Memory Error: could not allocate.\n  at wasm')
    const wrapped = asEngineError(original, 'load_failed', { file: 'disputes' })
    expect(wrapped.cause).toBe(original)
    expect(wrapped.message).toBe('disputes could not be loaded into the engine: Out of Memory Error: could not allocate.')
    expect(wrapped.why('zh')).toBe('数据 disputes 未能载入计算引擎：Out of Memory Error: could not allocate。')
    expect(asEngineError(wrapped, 'network')).toBe(wrapped)
    expect(reasonOf('plain')).toBe('plain')
  })

  it('knows what another bundle or a second try may mend', () => {
    expect(new EngineError('start_late').remedy).toBe('other_bundle')
    expect(new EngineError('engine_lost').remedy).toBe('restart')
    expect(new EngineError('fact_hash').remedy).toBe('none')
  })

  it('does not take a superseded question for an error', () => {
    expect(isAbort(abortError())).toBe(true)
    expect(isAbort(new EngineError('closed'))).toBe(false)
  })
})

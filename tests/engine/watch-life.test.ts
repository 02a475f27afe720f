import { expect, test } from 'vitest'
import { nameOfLife, watchLife } from '../../src/engine/watch-life'

const world = () => {
  const granted: (() => void)[] = []
  const listeners: ((event: MessageEvent | ErrorEvent) => void)[] = []
  const locks = { request: async (name: string, grant: () => void) => { granted.push(() => { asked.push(name); grant() }) } }
  const asked: string[] = []
  const worker = { addEventListener: (_: 'message', listener: (event: MessageEvent | ErrorEvent) => void) => { listeners.push(listener) } }
  const say = (data: unknown) => {
    let stopped = false
    for (const listener of listeners) listener({ data, stopImmediatePropagation: () => { stopped = true } } as MessageEvent<unknown>)
    return stopped
  }
  return { worker, locks, granted, asked, say }
}

test('the lock is asked for only once the worker holds it, and tells of its end', () => {
  const { worker, locks, granted, asked, say } = world()
  let gone = 0
  watchLife(worker, 'w1', () => { gone += 1 }, locks)
  expect(say({ type: 'OK' })).toBe(false)
  expect(granted).toHaveLength(0)
  expect(say({ holdsLife: true })).toBe(true)
  expect(gone).toBe(0)
  granted[0]?.()
  expect([gone, asked]).toEqual([1, ['w1']])
})

test('without locks nothing is watched, and names differ', () => {
  const { worker, say } = world()
  watchLife(worker, 'w1', () => { throw new Error('told') }, undefined)
  expect(say({ holdsLife: true })).toBe(false)
  expect(nameOfLife()).not.toBe(nameOfLife())
})

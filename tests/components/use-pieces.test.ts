import { expect, test } from 'vitest'
import { createPieces } from '../../src/composables/use-pieces'

const turn = () => new Promise((resolve) => { setTimeout(resolve) })

test('a page in pieces is whole once its last piece is made and the parts that come later are there', async () => {
  const pieces = createPieces()
  let came: () => void = () => undefined
  let isWhole = false
  expect(pieces.begin()).toBe(true)
  pieces.hold(() => new Promise<void>((resolve) => { came = resolve }))
  void pieces.whole().then(() => { isWhole = true })
  await turn()
  pieces.end()
  await turn()
  expect(isWhole).toBe(false)
  came()
  await turn()
  expect(isWhole).toBe(true)
  expect(pieces.begin()).toBe(false)
})

test('a part that never comes as it should holds nobody up', async () => {
  const pieces = createPieces()
  pieces.hold(() => Promise.reject(new Error('not there')))
  await pieces.whole()
  let asked = 0
  pieces.hold(() => Promise.resolve(asked += 1))
  expect(asked).toBe(0)
})

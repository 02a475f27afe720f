import { expect, test, vi } from 'vitest'
import { startOptions } from '../../../scripts/lib/tooling/start-options.mjs'

test.each([
  [[], { port: 4173, host: '127.0.0.1' }],
  [['--port', '8080'], { port: 8080, host: '127.0.0.1' }],
  [['--port=8080', '--host'], { port: 8080, host: '0.0.0.0' }],
  [['--host', '--port', '80'], { port: 80, host: '0.0.0.0' }],
  [['--host', '10.0.0.5'], { port: 4173, host: '10.0.0.5' }]
])('%j', (args, options) => {
  expect(startOptions(args)).toEqual(options)
})

test.each([[['--port', 'abc']], [['--port', '70000']], [['--prot', '80']], [['data']]])('%j is refused with a sentence', (args) => {
  expect(() => startOptions(args)).toThrow(/is not a port|用法：npm start/)
})

test('--help prints the usage and starts nothing', () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  expect(startOptions(['--help'])).toBeNull()
  expect(log).toHaveBeenCalledWith(expect.stringContaining('npm start -- [--port 4173]'))
  log.mockRestore()
})

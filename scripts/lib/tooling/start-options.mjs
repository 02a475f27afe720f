import { parseArgs } from 'node:util'
import { Failure } from './say.mjs'

/**
 * @param {string[]} args of `npm start --`
 * @returns {{ port: number, host: string }}
 * @throws {Failure} naming what was not understood
 */
export function startOptions(args) {
  const { values } = parsed(everyHostNamed(args))
  const port = Number(values.port ?? '4173')
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Failure(`端口 ${values.port} 无效。`, `${values.port} is not a port.`)
  }
  return { port, host: values.host ?? '127.0.0.1' }
}

/** @param {string[]} args */
function parsed(args) {
  try {
    return parseArgs({ args, options: { port: { type: 'string' }, host: { type: 'string' } } })
  } catch (error) {
    throw new Failure(
      '无法识别的参数。用法：npm start -- [--port 4173] [--host [地址]]',
      'Unknown argument. Usage: npm start -- [--port 4173] [--host [address]]',
      error
    )
  }
}

/**
 * A bare --host opens the page to the local network.
 * @param {string[]} args
 */
function everyHostNamed(args) {
  return args.flatMap((arg, index) => {
    const next = args[index + 1]
    return arg === '--host' && (next === undefined || next.startsWith('-')) ? ['--host', '0.0.0.0'] : [arg]
  })
}

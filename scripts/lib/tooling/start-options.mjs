import { parseArgs } from 'node:util'
import { Failure } from './say.mjs'

const usage = 'npm start -- [--port 4173] [--host [地址 address]]'

/**
 * @param {string[]} args of `npm start --`
 * @returns {{ port: number, host: string } | null} null once the usage was asked for and printed
 * @throws {Failure} naming what was not understood
 */
export function startOptions(args) {
  const { values } = parsed(everyHostNamed(args))
  if (values.help) {
    console.log(usage)
    return null
  }
  return { port: portOf(values.port ?? '4173'), host: values.host ?? '127.0.0.1' }
}

/**
 * @param {string} text
 * @throws {Failure} where it is none
 */
export function portOf(text) {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new Failure(`端口 ${text} 无效。`, `${text} is not a port.`)
}

/** @param {string[]} args */
function parsed(args) {
  try {
    return parseArgs({ args, options: { port: { type: 'string' }, host: { type: 'string' }, help: { type: 'boolean' } } })
  } catch (error) {
    throw new Failure(
      `无法识别的参数。用法：${usage}`,
      'Unknown argument; see the usage.',
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

import type { Bilingual } from '../../../src/domain/text'
import { ReferenceTableError } from '../../../src/domain/reference/csv'
import { ReadError } from '../read/read-error'
import { StageError } from '../stage/error'
import { Failure } from '../tooling/say.mjs'
import { CommandError } from './command-error'
import { watchInterrupts } from './interrupt'

const bilingual = (zh: string, en: string) => process.stderr.write(`${zh}\n${en}\n`)

/** Node says it in English only, and for who reads its documentation. */
const argumentsWords = (error: TypeError & { readonly code: unknown }): Bilingual => {
  const named = /'([^' ]+)/.exec(error.message)?.[1] ?? ''
  const option = /(--[\w-]+)/.exec(named)?.[1] ?? named
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return { zh: `没有“${option}”这个选项。`, en: `There is no option "${option}".` }
  if (error.code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return { zh: `多了“${named}”。`, en: `"${named}" is too much.` }
  return error.message.includes('does not take')
    ? { zh: `选项“${option}”后面不写值。`, en: `The option "${option}" takes no value.` }
    : { zh: `选项“${option}”后面要写一个值。`, en: `The option "${option}" needs a value.` }
}

/** The machine says no: a path that is a file, a folder that may not be written, a full disk. */
const isSystemError = (error: unknown): error is NodeJS.ErrnoException & { readonly code: string } =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'

/** What went wrong, where and what to do, on standard error; 2 for a wrong call, 1 for input that cannot be trusted. */
const report = (error: unknown): number => {
  if (error instanceof CommandError || error instanceof StageError || error instanceof ReadError) {
    bilingual(`错误：${error.why.zh}${error.todo.zh}`, `Error: ${error.why.en} ${error.todo.en}`)
    return error instanceof CommandError ? 2 : 1
  }
  if (error instanceof Failure) {
    process.stderr.write(`${error.message}\n`)
    return 1
  }
  if (error instanceof ReferenceTableError) {
    bilingual(`错误：${error.why.zh}`, `Error: ${error.why.en}`)
    return 1
  }
  if (isSystemError(error)) {
    bilingual(`错误：无法读写 ${error.path ?? ''}（${error.code}）。请检查路径、权限和磁盘空间。`, `Error: cannot read or write ${error.path ?? ''} (${error.code}). Check the path, its permissions and the disk.`)
    return 1
  }
  // parseArgs marks its own errors; anything else is a defect of the program and keeps its stack.
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
    const { zh, en } = argumentsWords(error)
    bilingual(`错误：${zh}用 --help 查看用法。`, `Error: ${en} See --help.`)
    return 2
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return 70
}

/** Runs a command and turns what it throws into a message and an exit code. */
export const runCommand = async (command: () => Promise<void>): Promise<void> => {
  watchInterrupts()
  try {
    await command()
  } catch (error) {
    process.exitCode = report(error)
  }
}

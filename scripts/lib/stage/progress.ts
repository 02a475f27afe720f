export interface Progress {
  readonly advance: (rows: number, characters: number) => void
}

const EVERY_MS = 500

const duration = (seconds: number): string => seconds >= 90 ? `${Math.round(seconds / 60)} min` : `${Math.ceil(seconds)} s`

/** Share read, judged by characters against bytes: Chinese takes two or three bytes a character. */
const share = (characters: number, bytes: number): number => Math.min(0.99, characters * 1.6 / Math.max(1, bytes))

/** Reports rows read, rate and time left at most twice a second, once the work has taken a second. */
export const progressOf = (bytes: number, report: ((line: string) => void) | undefined): Progress => {
  const start = Date.now()
  let last = start + EVERY_MS
  let rows = 0
  let characters = 0
  return {
    advance: (moreRows, moreCharacters) => {
      rows += moreRows
      characters += moreCharacters
      const now = Date.now()
      if (!report || now - last < EVERY_MS) return
      last = now
      const seconds = (now - start) / 1000
      const done = share(characters, bytes)
      const left = seconds / done - seconds
      report(`读取 / reading ${rows.toLocaleString('en-US')} 行 rows · ${Math.round(rows / seconds).toLocaleString('en-US')}/s · ${duration(left)}`)
    },
  }
}

/** Rewrites one line on standard error; undefined where that is no terminal, so that logs stay clean. */
export const terminalProgress = (stream: NodeJS.WriteStream = process.stderr): ((line: string) => void) | undefined =>
  stream.isTTY ? line => void stream.write(`\r\u001b[2K${line}`) : undefined

/** A line of its own each time, for a program that reads them. */
export const lineProgress = (stream: NodeJS.WritableStream = process.stderr): ((line: string) => void) => line => void stream.write(`${line}\n`)

/**
 * Prints one line, Chinese first with English beside.
 * @param {string} zh
 * @param {string} en
 */
export function say(zh, en) {
  console.log(`${zh} · ${en}`)
}

/** A failure the user can act on: shown as its two sentences, without a stack. */
export class Failure extends Error {
  /**
   * @param {string} zh
   * @param {string} en
   * @param {unknown} [cause]
   */
  constructor(zh, en, cause) {
    super(`${zh} · ${en}`, { cause })
    this.name = 'Failure'
  }
}

/**
 * Runs a command to its end; a Failure becomes one line and exit code 1, anything else keeps its stack.
 * @param {() => Promise<void>} main
 */
export async function runCommand(main) {
  try {
    await main()
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error)
    process.exitCode = 1
  }
}

import { spawn } from 'node:child_process'

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
}

/** Asks the system to show an address in the user's browser. Where it cannot, the printed address is there to be copied. */
export const showInBrowser = (url: string): void => {
  const [program = '', ...first] = openers[process.platform] ?? ['xdg-open']
  spawn(program, [...first, url], { stdio: 'ignore', detached: true }).on('error', () => undefined).unref()
}

import { chromium, type Browser } from 'playwright-core'
import { findChromium } from '../../../scripts/lib/tooling/chromium.mjs'

/**
 * No sandbox because root in a container has none; the rest keeps the browser from calling home. Every host but this
 * machine's own does not exist, whatever the machine could reach.
 */
const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'
]

/** Starts the installed browser, headless; throws where there is none. */
export async function launch(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('no Chrome or Chromium found: install chromium or set CHROME_PATH')
  return chromium.launch({ executablePath, args: flags, headless: true })
}

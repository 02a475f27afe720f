import { rmSync } from 'node:fs'

/** Folders that must not outlive a run, however it ends. */
const folders = new Set<string>()

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/** Has a folder removed when the run is interrupted. Call what it returns once the folder is gone or is to stay. */
export const removeOnInterrupt = (folder: string): (() => void) => {
  folders.add(folder)
  return () => void folders.delete(folder)
}

/** From here on Ctrl-C leaves nothing half made behind. */
export const watchInterrupts = (): void => {
  for (const [signal, code] of Object.entries(signals)) {
    process.once(signal, () => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
      process.stderr.write('\n已中断，原有数据包未改动。 / Interrupted; the extract that was there is untouched.\n')
      process.exit(code)
    })
  }
}

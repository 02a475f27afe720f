import { join } from 'node:path'
import type { Plugin } from 'vite'

const asked = /([\w-]+)\.worker\?worker$/
const marked = /^\0embedded-worker:(.*)$/
const start = join(import.meta.dirname, '..', '..', '..', 'src', 'engine', 'embedded', 'start-worker.ts')

/** `import SomeWorker from './some.worker?worker'` then starts the worker whose script stands in the page's own file. */
export function embeddedWorkers(): Plugin {
  return {
    name: 'embedded-workers',
    enforce: 'pre',
    resolveId(id) {
      const name = asked.exec(id)?.[1]
      return name === undefined ? null : `\0embedded-worker:${name}`
    },
    load(id) {
      const name = marked.exec(id)?.[1]
      if (name === undefined) return null
      return `import { startEmbedded } from ${JSON.stringify(start)}
export default class { constructor(options) { return startEmbedded(${JSON.stringify(name)}, options) } }`
    }
  }
}

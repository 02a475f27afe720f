import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'

const asked = /\?sha256$/

/** `import { hash } from 'some/file?sha256'`: the file's SHA-256 in hexadecimal digits, as it is when the page is built. */
export function fileHash(): Plugin {
  return {
    name: 'file-hash',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (!asked.test(id)) return null
      const file = await this.resolve(id.replace(asked, ''), importer)
      return file && `${file.id}?sha256`
    },
    async load(id) {
      if (!asked.test(id)) return null
      const hash = createHash('sha256').update(await readFile(id.replace(asked, ''))).digest('hex')
      return `export const hash = ${JSON.stringify(hash)}`
    }
  }
}

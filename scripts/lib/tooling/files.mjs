import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Every file under a folder, as paths with "/" relative to it, sorted; links are followed, hidden entries left out.
 * @param {string} folder
 * @param {string} [prefix]
 * @param {boolean} [hidden] whether hidden entries are listed too
 * @returns {string[]} empty where there is no such folder
 */
export function listFiles(folder, prefix = '', hidden = false) {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => hidden || !name.startsWith('.')).sort()
  return names.flatMap((name) => {
    const path = join(folder, name)
    const relative = prefix + name
    return statSync(path).isDirectory() ? listFiles(path, `${relative}/`, hidden) : [relative]
  })
}

/**
 * One hash over names and contents, the same on every machine.
 * @param {string} root
 * @param {readonly string[]} inputs files or folders relative to root; what does not exist counts as empty
 * @param {(path: string) => boolean} [keep] which of the files count
 */
export function fingerprint(root, inputs, keep = () => true) {
  const hash = createHash('sha256')
  for (const path of inputs.flatMap((input) => filesOf(root, input)).filter(keep)) {
    const content = readFileSync(join(root, path))
    hash.update(`${path}\n${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} input
 */
function filesOf(root, input) {
  const path = join(root, input)
  if (!existsSync(path)) return []
  return statSync(path).isDirectory() ? listFiles(path, `${input}/`) : [input]
}

import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Development tools of which no line is in a release. */
const toolsOnly = /^node_modules\/(@types|@eslint|@typescript-eslint|eslint|typescript|vitest|@vitest|vite|vue-tsc|@vue\/language|@volar|playwright|axe-core|fast-check|tsx|esbuild|@esbuild|rolldown|@rolldown|lightningcss)/

/**
 * Whose work a release may hold, with the words each asks to be passed on. Too many are named rather than one too few.
 * @param {string} root
 */
export function licences(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.keys(packages)
    .filter((path) => path !== '' && !toolsOnly.test(path) && existsSync(join(root, path)))
    .map((path) => `${path.replace(/^.*node_modules\//, '')} ${packages[path].version} · ${packages[path].license ?? ''}\n\n${licenceText(join(root, path))}`)
    .join(`\n${'='.repeat(72)}\n`)
}

/** @param {string} folder */
function licenceText(folder) {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying|notice)/i.test(name))
  return file ? `${readFileSync(join(folder, file), 'utf8').trim()}\n` : ''
}

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

const filesUnder = (...folders: string[]): string[] =>
  folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file.replaceAll('\\', '/')}`))
    .filter((file) => /\.(ts|mjs|vue)$/.test(file))
    .sort()

const sourceOf = (file: string): string => readFileSync(join(root, file), 'utf8')

/** Where each layer may import from, besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src/domain': [],
  'src/i18n': ['src/domain'],
  'src/engine': ['src/domain'],
  'src/charts': ['src/domain'],
  'src/files': ['src/domain', 'src/charts'],
  'src/offline': ['src/domain', 'src/engine'],
  'src/stores': ['src/domain', 'src/engine', 'src/i18n'],
  'src/composables': ['src/domain', 'src/engine', 'src/i18n', 'src/stores', 'src/charts'],
  'src/components': ['src/domain', 'src/engine', 'src/i18n', 'src/stores', 'src/composables', 'src/charts', 'src/files', 'src/styles'],
  'src/pages': ['src/domain', 'src/engine', 'src/i18n', 'src/stores', 'src/composables', 'src/components', 'src/styles'],
  'src/app': ['src/domain', 'src/engine', 'src/i18n', 'src/stores', 'src/composables', 'src/components', 'src/pages', 'src/styles', 'src/App.vue'],
  scripts: ['src/domain', 'src/engine'],
}

const layerOf = (path: string): string | null => Object.keys(mayImport).find((layer) => path === layer || path.startsWith(`${layer}/`)) ?? null

interface Import {
  readonly file: string
  readonly line: number
  readonly target: string
}

const scriptOf = (file: string): string => {
  const source = sourceOf(file)
  // Vue blocks keep their line numbers when all else is blanked.
  return file.endsWith('.vue') ? source.replace(/^[\s\S]*?<script[^>]*>|<\/script>[\s\S]*$/g, (text) => text.replace(/[^\n]/g, ' ')) : source
}

const importsOf = (file: string): Import[] => {
  const source = ts.createSourceFile(file, scriptOf(file), ts.ScriptTarget.Latest, true)
  const found: Import[] = []
  const visit = (node: ts.Node): void => {
    const specifier =
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : undefined
    if (specifier && ts.isStringLiteral(specifier)) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
      const text = specifier.text.replace(/\?.*$/, '')
      found.push({ file, line, target: text.startsWith('.') ? relative(root, resolve(root, dirname(file), text)).replaceAll('\\', '/') : text })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const offences = (files: readonly string[], wrong: (found: Import) => boolean): string[] =>
  files.flatMap(importsOf).filter(wrong).map(({ file, line, target }) => `${file}:${line} imports ${target}`)

describe('layers', () => {
  it('import only from the layers to their left', () => {
    const wrong = ({ file, target }: Import) => {
      const [from, to] = [layerOf(file), layerOf(target)]
      if (from === null || !(target.startsWith('src/') || target.startsWith('scripts/') || target.startsWith('tests/'))) return false
      return to !== from && !(mayImport[from] ?? []).some((layer) => target === layer || target.startsWith(`${layer}/`))
    }
    expect(offences(filesUnder('src', 'scripts'), wrong)).toEqual([])
  })

  it('keep the domain pure: no Vue, DOM, DuckDB or Node', () => {
    const allowed = (target: string) => target.startsWith('src/domain')
    expect(offences(filesUnder('src/domain'), ({ target }) => !allowed(target))).toEqual([])
    const globals = filesUnder('src/domain').filter((file) => /\b(window|document|localStorage|navigator|process|globalThis)\b\s*[.?[]/.test(sourceOf(file)))
    expect(globals).toEqual([])
  })

  it('keep the charts pure: shapes out of answers, whoever draws them', () => {
    expect(offences(filesUnder('src/charts'), ({ target }) => !target.startsWith('src/charts') && !target.startsWith('src/domain'))).toEqual([])
  })

  it('have no wildcard re-export', () => {
    const barrels = filesUnder('src', 'scripts').filter((file) => /^export \* from/m.test(sourceOf(file)))
    expect(barrels).toEqual([])
  })
})

const linesOf = (file: string): number => sourceOf(file).trimEnd().split('\n').length

// Plain data reads best in one piece.
const catalogues = /^src\/domain\/(enums|tables\/|metrics\/(?!metric\.ts|index\.ts)|dashboards\/(?!questions|dashboard)|dimensions\/index|facts\/|reference\/(industries|causes))|^src\/i18n\//

const functionLengths = (file: string): { name: string; lines: number; line: number }[] => {
  const source = ts.createSourceFile(file, scriptOf(file), ts.ScriptTarget.Latest, true)
  const found: { name: string; lines: number; line: number }[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const start = source.getLineAndCharacterOfPosition(node.getStart()).line
      const end = source.getLineAndCharacterOfPosition(node.getEnd()).line
      const { parent } = node
      const name = ts.isVariableDeclaration(parent) ? parent.name.getText() : ((node as { name?: ts.Node }).name?.getText() ?? '')
      found.push({ name, lines: end - start + 1, line: start + 1 })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

describe('sizes', () => {
  const code = filesUnder('src', 'scripts')

  it('no file is longer than 350 lines, and half are under 80', () => {
    const measured = code.filter((file) => !catalogues.test(file))
    expect(measured.filter((file) => linesOf(file) > 350)).toEqual([])
    expect(median(measured.map(linesOf))).toBeLessThan(80)
  })

  it('no component is longer than 150 lines', () => {
    expect(code.filter((file) => file.endsWith('.vue') && linesOf(file) > 150)).toEqual([])
  })

  it('no function is longer than 60 lines, and half are under 10', () => {
    const functions = code.filter((file) => !catalogues.test(file)).flatMap((file) => functionLengths(file).map((f) => ({ ...f, file })))
    expect(functions.filter((f) => f.lines > 60).map((f) => `${f.file}:${f.line} ${f.name} has ${f.lines} lines`)).toEqual([])
    expect(median(functions.map((f) => f.lines))).toBeLessThan(10)
  })
})

describe('text in the tree', () => {
  it('has no hole in the types or the lint', () => {
    const holes = /(:|<|\bas) any\b|@ts-(ignore|expect-error|nocheck)|(eslint|oxlint|biome)-disable/
    expect(filesUnder('src', 'scripts').filter((file) => holes.test(sourceOf(file)))).toEqual([])
  })

  it('turns no data into markup or code', () => {
    const ways = /v-html|innerHTML|outerHTML|insertAdjacentHTML|\beval\(|new Function\(/
    expect(filesUnder('src').filter((file) => ways.test(sourceOf(file)))).toEqual([])
  })
})

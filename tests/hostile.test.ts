import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { renderPage, bakePage } from '../src/app/server'
import { compile } from '../src/domain/compile/compile'
import { dashboardOf } from '../src/domain/dashboards/index'
import { questionsOf } from '../src/domain/dashboards/questions'
import { dimensions } from '../src/domain/dimensions/index'
import type { Manifest } from '../src/domain/manifest'
import { parseMetricRef } from '../src/domain/member-ref'
import { memberLabel } from '../src/domain/members'
import { parseNames } from '../src/domain/names'
import { parsePeriod } from '../src/domain/period'
import { questionKey } from '../src/domain/question'
import { settleView } from '../src/domain/settled-view'
import { unheardOf } from '../src/domain/unheard'
import { readView, writeQuery } from '../src/domain/view-url'
import { readAnswers } from '../src/engine/extract-files'
import { readManifest } from '../src/engine/manifest-guard'
import { memberTypeSql, tableSql } from '../src/engine/table-sql'
import { namesCsv } from '../scripts/lib/report/csv'
import { requestedPath } from '../scripts/lib/tooling/requested-path.mjs'
import { fakeAnswers, fakeManifest } from './components/support/fake-extract'
import { sampleManifest } from './engine/support/manifest'
import { formulaPayloads, keyPayloads, livePayloads, pathPayloads, payloads, wellFormed } from './support/payloads'
import { openWasm, type WasmDuckdb } from './support/wasm-duckdb'

const each = <T>(make: (payload: string) => T): T[] => payloads.map(make)
const wrong = (test: (payload: string) => boolean): string[] => payloads.filter((payload) => !test(payload))

/** What every object has, before any of this was read. */
const inherited = Object.getOwnPropertyNames(Object.prototype).sort()
afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(inherited)
  expect('hurt' in {}).toBe(false)
})

it('the corpus is several hundred, no two alike', () => {
  expect(payloads.length).toBeGreaterThan(400)
  expect(new Set(payloads).size).toBe(payloads.length)
})

describe('in the address', () => {
  const parameters = ['period', 'compare', 'lang', 'theme', 'extract']
  const plain = readView('disputes', {})
  const travelled = (query: Readonly<Record<string, string>>) => Object.fromEntries(new URLSearchParams(new URLSearchParams(query).toString()))

  it('what no parameter knows is as if it were not there', () => {
    // A name of an extract may hold letters of any script.
    const isName = (payload: string) => /^[\p{L}\p{N}_.-]{1,80}$/u.test(payload)
    expect(wrong((payload) => {
      const view = readView('disputes', travelled(Object.fromEntries(parameters.map((name) => [name, payload]))))
      return JSON.stringify({ ...view, extract: null, period: null }) === JSON.stringify(plain) &&
        (view.extract === null || (isName(payload) && !payload.includes('..'))) && (view.period === null || parsePeriod(payload) !== null)
    })).toEqual([])
  })

  it('a parameter nobody knows is not read, whatever it is called', () => {
    expect(wrong((payload) => dimensions.some(({ id }) => id === payload) || JSON.stringify(readView('disputes', JSON.parse(`{${JSON.stringify(payload)}:"x"}`))) === JSON.stringify(plain))).toEqual([])
  })

  it('a member stays the text that it is, there and back', () => {
    expect(wrong((payload) => {
      const view = readView('disputes', { union: wellFormed(payload) })
      return JSON.stringify(readView('disputes', travelled(writeQuery(view)))) === JSON.stringify(view) && view.where.every(({ dimension, members }) => dimension === 'union' && members.every((member) => member === null || member.length <= 120))
    })).toEqual([])
  })

  it('a member that no extract has filters nothing, and is told as a text', () => {
    expect(wrong((payload) => {
      const query = { union: payload, period: payload, compare: payload, extract: payload }
      const settled = settleView(readView('disputes', query), fakeManifest)
      return settled.where.every(({ members }) => members.every((member) => member === null || fakeManifest.members['union']?.some(({ id }) => id === member))) && unheardOf(query, settled).every(({ zh, en }) => zh.length < 200 && en.length < 200)
    })).toEqual([])
  })

  it('a metric is one of the catalogue or none', () => {
    expect(each(parseMetricRef).filter((found) => found !== null)).toEqual([])
    expect(each((payload) => parseMetricRef(`disputes.opened[${payload}=x]`)).filter((found) => found !== null && found.member !== null)).toEqual([])
  })
})

describe('in a question', () => {
  const period = { from: 24240, to: 24251 }
  const of = (members: readonly (string | null)[]) => compile(questionsOf(dashboardOf('disputes')!, { period, where: [{ dimension: 'union', members }], compare: 'yoy' }, fakeManifest).slice(0, 6).map(({ question }) => question), fakeManifest)

  it('no member becomes SQL: the statements are those of a harmless one, and the text is among the parameters', () => {
    const texts = of(['U1']).statements.map(({ sql }) => sql)
    expect(wrong((payload) => {
      const { statements } = of([payload])
      return statements.map(({ sql }) => sql).join('\n') === texts.join('\n') && statements.some(({ parameters }) => parameters.includes(payload))
    })).toEqual([])
  })

  it('a dimension is one of the catalogue or the answer is missing; its name is never written out', () => {
    expect(wrong((payload) => {
      try {
        const { statements } = compile([{ kind: 'measure', metrics: ['disputes.opened'], by: [payload], where: [{ dimension: payload, members: ['x'] }], grain: 'all', compare: 'none', period }], fakeManifest)
        return payload.length < 3 || statements.every(({ sql }) => !sql.includes(payload))
      } catch (error) {
        return error instanceof Error
      }
    })).toEqual([])
  })

  it('two different members are two different questions', () => {
    const keys = each((payload) => questionKey({ kind: 'list', list: 'due_soon', period, where: [{ dimension: 'union', members: [payload] }] }))
    // NUL stands for «not recorded», which no address and no ledger can write.
    expect(new Set(keys).size).toBe(payloads.length)
  })
})

describe('in a manifest', () => {
  it('no file leads out of the extract', () => {
    const escapes = pathPayloads.filter((path) => {
      const manifest = sampleManifest()
      const named = { ...manifest, facts: { disputes: { ...manifest.facts['disputes'], file: path } } }
      try {
        readManifest(named, 'manifest.json')
      } catch {
        return false
      }
      const address = new URL(`extracts/sample/${path.split('/').map(encodeURIComponent).join('/')}`, 'http://site.example/folder/')
      return address.origin !== 'http://site.example' || !address.pathname.startsWith('/folder/extracts/sample/') || address.search !== '' || address.hash !== ''
    })
    expect(escapes).toEqual([])
  })

  it('a name of a column, a type or a table that no fact has makes no SQL', () => {
    const none = new Set<string>()
    expect(wrong((payload) => /^[a-z][a-z0-9_]*$/.test(payload) || [
      () => tableSql(payload, [{ name: 'n', type: 'INTEGER' }], none),
      () => tableSql('disputes', [{ name: payload, type: 'INTEGER' }], none),
      () => memberTypeSql(payload),
    ].every((make) => { try { make(); return false } catch { return true } }))).toEqual([])
    expect(wrong((payload) => { try { tableSql('disputes', [{ name: 'n', type: payload }], none); return false } catch { return true } })).toEqual([])
  })

  it('keys that every object has are data like others', () => {
    for (const key of keyPayloads) {
      const text = JSON.stringify(sampleManifest()).replace('"area":[', `${JSON.stringify(key)}:[],"area":[`)
      const manifest = readManifest(JSON.parse(text), 'manifest.json')
      expect(memberLabel(manifest, 'area', key, 'zh')).toBe(key)
      const answers = readAnswers(JSON.parse(`{"schema":1,"extract":"c0ffee","answers":{${JSON.stringify(key)}:{"kind":"measure"}}}`), 'x', 'c0ffee')
      expect(Object.keys(answers.answers)).toEqual([key])
    }
  })
})

describe('in the engine', () => {
  let engine: WasmDuckdb
  beforeAll(async () => {
    engine = await openWasm()
    engine.lock()
  })
  afterAll(() => engine.close())

  it('every text is a member that is found again, and no table comes or goes', () => {
    // A mark of byte order at the head of a text is not kept as part of it.
    const members = [...new Set(payloads.map(wellFormed))].filter((text) => !text.startsWith('\uFEFF'))
    engine.declare({ union: members })
    engine.create('disputes', [{ name: 'union', type: 'VARCHAR' }])
    const tables = () => engine.query("SELECT CAST(string_agg(table_name, ',' ORDER BY table_name) AS VARCHAR) AS all_tables FROM information_schema.tables").columns['all_tables']
    const before = tables()
    const lost = members.filter((member) => {
      const found = engine.query('SELECT CAST(CAST(CAST(? AS VARCHAR) AS member_of_union) AS VARCHAR) AS text', [member]).columns['text']
      return found?.kind !== 'texts' || found.words[0] !== member
    })
    expect(lost).toEqual([])
    expect(tables()).toEqual(before)
    expect(before).toMatchObject({ words: ['disputes,members'] })
  })
})

/** Elements of a piece of HTML with the names of their attributes, one a line. */
const skeleton = (html: string): string =>
  [...html.replace(/="[^"]*"/g, '').matchAll(/<(\/?[a-zA-Z][^>]*)>/g)].map(([, tag = '']) => tag.trim().replace(/\s+/g, ' ')).join('\n')

describe('in a page', () => {
  /** A manifest whose names are these texts in turn. */
  const named = (texts: readonly string[]): Manifest => {
    let next = 0
    const text = () => texts[next++ % texts.length] ?? ''
    const name = () => ({ zh: text(), en: text() })
    return {
      ...fakeManifest,
      title: name(),
      members: Object.fromEntries(Object.entries(fakeManifest.members).map(([dimension, all]) => [dimension, all.map((member) => ({ ...member, ...name() }))])),
      tables: fakeManifest.tables.map((table) => ({ ...table, zh: text() })),
      sources: texts.map((file) => ({ file, sheet: file, table: 'disputes', encoding: file, rows: 1, bytes: 1, sha256: 'a'.repeat(64) })),
      unknownColumns: texts.map((column) => ({ file: column, column })),
    }
  }
  const tagsOf = (html: string) => [...new Set([...html.matchAll(/<([a-zA-Z][^\s/>]*)/g)].map(([, tag]) => tag))].sort()
  const handlers = (html: string) => skeleton(html).split('\n').filter((line) => /\son\w+/.test(line))
  const short = payloads.filter((text) => text.length < 300)

  it('names of ledgers, sheets, columns and files are text', async () => {
    const render = (texts: readonly string[]) => renderPage({ page: 'data', view: readView('data', {}), manifest: named(texts), answers: {} })
    const html = await render(short)
    expect(tagsOf(html)).toEqual(tagsOf(await render(short.map(() => '名'))))
    expect(handlers(html)).toEqual([])
  })

  it('names of places in charts, tips and tables are text', async () => {
    const view = readView('disputes', {})
    const render = (texts: readonly string[]) => renderPage({ page: 'disputes', view, manifest: named(texts), answers: fakeAnswers('disputes', view) })
    const html = await render(livePayloads)
    const known = new Set(tagsOf(await render(['名'])))
    expect(tagsOf(html).filter((tag) => !known.has(tag))).toEqual([])
    expect(handlers(html)).toEqual([])
  })

  it('the document around it takes one in nine of them as text too', async () => {
    for (const text of payloads.filter((_, i) => i % 9 === 0)) {
      const html = await bakePage({ template: '<title>-</title><div id="app"></div>', page: 'dictionary', manifest: { ...fakeManifest, title: { zh: text, en: text }, content: text }, answers: {} }).then((whole) => whole.slice(0, whole.indexOf('<div class="app"')))
      expect(skeleton(html)).toBe('title\n/title\ndiv id data-baked')
    }
  })
})

describe('in files', () => {
  it('names of enterprises come back as they were, and a spreadsheet runs none', () => {
    // Blanks around a name are none of it.
    const written = [...payloads.map((payload) => payload.trim()), ...formulaPayloads].filter((payload) => payload.trim() !== '')
    const names = new Map(written.map((payload, i) => [`e${i}`, payload]))
    const csv = namesCsv(names)
    expect(parseNames(csv)).toEqual(names)
    const plain = namesCsv(new Map(formulaPayloads.map((payload, i) => [`e${i}`, payload])))
    expect(plain.split(/\r\n(?=e\d)/).slice(1).map((line) => line.replace(/^e\d+,"?/, '')).filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell))).toEqual([])
  })

  it('a name of an enterprise is nobody\'s property', () => {
    const names = parseNames(namesCsv(new Map(keyPayloads.map((key) => [key, key]))))
    for (const key of keyPayloads) expect(names.get(key)).toBe(key)
  })

  it('an address means a file in the folder or none', () => {
    expect(wrong((payload) => {
      return [payload, `/${payload}`, `/extracts/${payload}`, `/${encodeURIComponent(wellFormed(payload))}`].every((address) => {
        const names = requestedPath(address)
        return typeof names === 'number' || names.every((name) => name !== '' && !/^\.|[/\\:\0]/.test(name))
      })
    })).toEqual([])
  })
})

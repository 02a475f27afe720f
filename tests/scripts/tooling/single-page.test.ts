import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it, test } from 'vitest'
import { hashOf, scriptText, singlePage } from '../../../scripts/lib/tooling/single-page.mjs'
import { livePayloads } from '../../support/payloads'

const shell = `<!doctype html>
<html>
  <head>
    <meta charset="utf-8">
    <title>-</title>
    <link rel="icon" href="/icons/icon.svg" type="image/svg+xml">
    <link rel="apple-touch-icon" href="/icons/icon-180.png">
    <link rel="manifest" href="/manifest.webmanifest" crossorigin="use-credentials">
  </head>
  <body>
    <div id="app"></div>
    <script type="module" src="/src/main.ts"></script>
  </body>
</html>
`
const script = 'const a = "</script><!--<script>$&"\r\nconst b = `<\\/SCRIPT>`'
const style = 'p { color: red }\r\n'
const manifest = JSON.stringify({ title: livePayloads })

const made = (parts: { readonly script?: string; readonly style?: string } = {}) => singlePage({
  shell, script, style, icon: '<svg/>', bake: (template) => Promise.resolve(template.replace('<div id="app"></div>', '<div id="app">42</div>')),
  files: new Map([['extracts/街/manifest.json', Buffer.from(manifest)]]),
  facts: new Map([['extracts/街/disputes.parquet', Buffer.from('PAR1')]]),
  workers: new Map([['parquet', livePayloads.join('\n')]]),
  modules: new Map([['duckdb-eh', gzipSync('wasm')]]),
  ...parts,
})

/** Blocks as a browser reads them: each ends with the first `</script`. */
const scriptsOf = (page: string) => [...page.matchAll(/<script([^>]*)>([\s\S]*?)<\/script/gi)].map(([, attributes = '', text = '']) => ({ attributes, text }))
const blockOf = (page: string, name: string) => scriptsOf(page).find(({ attributes }) => attributes.includes(`data-file="${name}"`))?.text ?? ''
const policyOf = (page: string) => /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? ''

describe('a script in a page', () => {
  it('neither ends nor hides its own end, and means what it meant', () => {
    const text = scriptText(script)
    expect(text).not.toMatch(/<\/script|<script|<!--/i)
    const value = (code: string) => /"(.*)"/.exec(code)?.[1]
    expect(JSON.parse(`"${value(text)?.replaceAll('\\x3c', '\\u003c') ?? ''}"`)).toBe(value(script))
  })

  it('leaves other signs of less as they are', () => {
    expect(scriptText('a<b&&c</d/.test(x)')).toBe('a<b&&c</d/.test(x)')
  })
})

test('the policy allows the script and the style that stand in the page, by their hashes, and nothing from elsewhere', async () => {
  const page = await made()
  const [own] = scriptsOf(page).filter(({ attributes }) => attributes === ' type="module" async')
  const css = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1]
  expect(policyOf(page)).toContain(`script-src '${hashOf(own?.text ?? '')}' 'wasm-unsafe-eval';`)
  expect(policyOf(page)).toContain(`style-src '${hashOf(css ?? '')}';`)
  expect(policyOf(page)).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|'self'|\*/)
  expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<title>'))
  expect(`${own?.text ?? ''}${css ?? ''}`).not.toContain('\r')
})

test('what the page is read for comes first, then what the script needs, the script, and what it need not wait for', async () => {
  const page = await made()
  const places = ['42', 'manifest.json"', 'workers/parquet.js', '<script type="module"', 'disputes.parquet', 'workers/duckdb-eh.wasm'].map((text) => page.indexOf(text))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places[0]).toBeGreaterThan(0)
})

test('data come back as they were and cannot leave their blocks, whatever they say', async () => {
  const page = await made()
  expect(gunzipSync(Buffer.from(blockOf(page, 'extracts/街/manifest.json'), 'base64')).toString()).toBe(manifest)
  expect(JSON.parse(blockOf(page, 'workers/parquet.js'))).toBe(livePayloads.join('\n'))
  expect(gunzipSync(Buffer.from(blockOf(page, 'workers/duckdb-eh.wasm'), 'base64')).toString()).toBe('wasm')
  expect(scriptsOf(page)).toHaveLength(5)
  for (const { text, attributes } of scriptsOf(page)) if (attributes.includes('data-file')) expect(text).not.toContain('<')
})

test('nothing leads to another file', async () => {
  const head = (await made()).replace(/<script[\s\S]*?<\/script>/g, '')
  expect([...head.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address).filter((address) => !address?.startsWith('data:'))).toEqual([])
})

test('a style with its own end in it, and a page that has changed its form, are refused', async () => {
  await expect(made({ style: 'p::after { content: "</style>" }' })).rejects.toThrow('end')
  await expect(singlePage({ shell: '<html></html>', script, style, icon: '', bake: (template) => Promise.resolve(template), files: new Map(), facts: new Map(), workers: new Map(), modules: new Map() })).rejects.toThrow('lacks')
})

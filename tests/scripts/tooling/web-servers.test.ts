import { describe, expect, test } from 'vitest'
import { contentSecurityPolicy, framedPages, metaPolicy } from '../../../scripts/lib/tooling/content-policy.mjs'
import { compressedExtensions } from '../../../scripts/lib/tooling/precompress.mjs'
import { cacheControl, keptForever, mimeTypes, securityHeaders } from '../../../scripts/lib/tooling/response-headers.mjs'
import { apacheConfig } from '../../../scripts/lib/tooling/web-servers/apache.mjs'
import { iisConfig } from '../../../scripts/lib/tooling/web-servers/iis.mjs'
import { nginxConfig } from '../../../scripts/lib/tooling/web-servers/nginx.mjs'

const configs = [['nginx', nginxConfig], ['Apache', apacheConfig], ['IIS', iisConfig]] as const
const times = (text: string, part: string) => text.split(part).length - 1

describe.each(configs)('%s', (_name, config) => {
  test('says the policy, and another only for pages that may be framed', () => {
    expect(times(config, contentSecurityPolicy(''))).toBe(1)
    expect(times(config, contentSecurityPolicy('embed.html'))).toBe(framedPages.length)
    expect(times(config, 'frame-ancestors')).toBe(1 + framedPages.length)
  })

  test('says every header and every type that our own server says', () => {
    for (const [name, value] of Object.entries(securityHeaders)) expect(config).toMatch(new RegExp(`${name}.{1,10}"${value}"`))
    for (const [extension, type] of Object.entries(mimeTypes)) {
      const lines = config.split('\n').filter((line) => line.includes(type.split(';')[0] ?? '') && line.includes(extension.slice(1)))
      expect(lines.length, extension).toBeGreaterThan(0)
    }
  })

  test('keeps hashed names and asks again for all else', () => {
    expect(config).toContain('immutable')
    expect(config).toMatch(/no-cache|DisableCache/)
  })
})

/** What a pattern of a configuration makes of a path, as the servers' regular expressions and ours read it alike. */
const patternsIn = (config: string, around: RegExp): RegExp[] => [...config.matchAll(around)].map(([, pattern = '']) => new RegExp(pattern))

test.each([
  ['nginx', patternsIn(nginxConfig, /"~([^"]+)" "public, max-age/g)],
  ['Apache', patternsIn(apacheConfig, /m#([^#]+)#/g)]
])('%s keeps the very paths that our own server keeps', (_name, patterns) => {
  expect(patterns).toHaveLength(2)
  for (const path of [
    'assets/index-AdGbaFvg.js', 'assets/duckdb-eh-9ubY-jlA.wasm', 'assets/logo.svg', 'index.html', 'disputes.html', 'sw.js', 'publication.json', 'manifest.webmanifest', 'icons/icon.svg', 'extracts/index.json', 'extracts/street/manifest.json',
    'extracts/street/7b3d68b2b88844a9/disputes.parquet', 'extracts/街道/7b3d68b2b88844a9/answers/overview.json', 'extracts/street/disputes.parquet', 'extracts/street/answers/overview.json'
  ]) {
    for (const folder of ['/', '/labor/']) expect(patterns.some((pattern) => pattern.test(folder + path)), path).toBe(cacheControl(path) === keptForever)
  }
})

test('Apache sends the packed forms of what is packed, with their own types', () => {
  for (const extension of compressedExtensions) expect(apacheConfig).toContain(`<FilesMatch "\\${extension}\\.(br|gz)$">\n    ForceType "${mimeTypes[extension]}"`)
})

test('IIS reads well-formed XML', () => {
  const open: string[] = []
  for (const [, closing, name = '', own] of iisConfig.replace(/<\?.*?\?>|<!--[\s\S]*?-->/g, '').matchAll(/<(\/?)([\w.]+)(?:\s+[\w]+="[^"<]*")*\s*(\/?)>/g)) {
    if (closing) expect(open.pop()).toBe(name)
    else if (!own) open.push(name)
  }
  expect(open).toEqual([])
  expect(iisConfig.replace(/<\?.*?\?>|<!--[\s\S]*?-->|<\/?[\w.]+(?:\s+[\w]+="[^"<]*")*\s*\/?>/g, '').trim()).toBe('')
})

test('what stands in a page cannot say who may frame it', () => {
  expect(metaPolicy).not.toContain('frame-ancestors')
  expect(contentSecurityPolicy('').startsWith(`${metaPolicy}; `)).toBe(true)
  expect(metaPolicy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/)
})

test('the settings of one server are not handed out by another', () => {
  expect(nginxConfig).toContain('location ~ /web\\.config$ { return 404; }')
  expect(apacheConfig).toContain('RedirectMatch 404 "/web\\.config$"')
})

test('nginx may follow links: with disable_symlinks its brotli module finds no packed form, and nothing says so', () => {
  expect(nginxConfig).not.toMatch(/^\s*disable_symlinks/m)
})

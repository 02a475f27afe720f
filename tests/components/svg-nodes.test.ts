import { renderToString } from '@vue/server-renderer'
import { createSSRApp, h } from 'vue'
import { describe, expect, it } from 'vitest'
import { svgNodes } from '../../src/components/svg-nodes'

const through = (svg: string) => renderToString(createSSRApp({ render: () => h('div', svgNodes(svg)) }))

describe('SVG text as nodes', () => {
  it('comes out as it went in', async () => {
    const svg = '<svg viewBox="0 0 10 10" role="img" aria-label="a &amp; b"><g clip-path="url(#x)"><path d="M0 0L1 1" stroke="var(--ink)"></path><text x="1">1 &lt; 2</text></g></svg>'
    expect(await through(svg)).toBe(`<div>${svg}</div>`)
  })

  it('keeps a hostile label a text', async () => {
    expect(await through('<svg><text>&lt;script&gt;alert(1)&lt;/script&gt;</text></svg>')).toBe('<div><svg><text>&lt;script&gt;alert(1)&lt;/script&gt;</text></svg></div>')
  })

  it('leaves out handlers and links', async () => {
    expect(await through('<svg onload="alert(1)" xlink:href="x" width="3"/>')).toBe('<div><svg width="3"></svg></div>')
  })

  it.each(['<svg><script>alert(1)</script></svg>', '<svg><foreignObject></foreignObject></svg>', '<svg><image href="x"/></svg>', '<svg><g></svg>', '<svg>', '<svg><!-- x --></svg>'])('refuses %s', (svg) => {
    expect(() => svgNodes(svg)).toThrow(TypeError)
  })
})

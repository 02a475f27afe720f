import { renderToString } from '@vue/server-renderer'
import type { Manifest } from '../domain/manifest'
import { pageIds, type PageId } from '../domain/pages'
import type { View } from '../domain/view'
import { readView, writeQuery } from '../domain/view-url'
import { zh } from '../i18n/zh'
import type { AtHand } from '../stores/answers'
import { createXieshangApp } from './create-app'
import { documentTitle } from './document'
import { pathOf } from './paths'

export interface RenderedPage {
  readonly page: PageId
  readonly view: View
  readonly manifest: Manifest
  /** Answers by question key, as an extract's `answers/<page>.json` keeps them. */
  readonly answers: AtHand
  /** What addresses in links begin with: `#` for a file that holds all pages; none where absent. */
  readonly base?: string
}

/** The page's inside as HTML with its charts as SVG at all three sizes, the same a browser makes from the same answers. */
export const renderPage = async ({ page, view, manifest, answers, base }: RenderedPage): Promise<string> => {
  const query = new URLSearchParams(writeQuery(view)).toString()
  const { app } = await createXieshangApp({ url: query ? `${pathOf(page)}?${query}` : pathOf(page), base, preload: { manifest, answers } })
  return renderToString(app)
}

const place = '<div id="app"></div>'
const title = /<title>[^<]*<\/title>/

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

export interface BakedPage extends Pick<RenderedPage, 'page' | 'manifest' | 'answers' | 'base'> {
  /** The built page as it is served without an extract. */
  readonly template: string
}

/** The whole document of a page with an extract's default view in it. Throws where the template has no place for it. */
export const bakePage = async ({ template, page, manifest, answers, base }: BakedPage): Promise<string> => {
  if (!template.includes(place) || !title.test(template)) throw new Error(`The built page lacks ${place} or a title`)
  const inside = await renderPage({ page, view: readView(page, {}), manifest, answers, base })
  const named = documentTitle(zh.page[page], manifest.title.zh, zh.product)
  return template
    .replace(title, () => `<title>${escaped(named)}</title>`)
    .replace(place, () => `<div id="app" data-baked="${escaped(manifest.content)}">${inside}</div>`)
}

/** Every page there is, whether an extract has answers for it or not, with its file within the site. */
export const pages: readonly { readonly id: PageId; readonly file: string }[] = pageIds.map((id) => ({ id, file: pathOf(id).slice(1) || 'index.html' }))

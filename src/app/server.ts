import { renderToString } from '@vue/server-renderer'
import type { Manifest } from '../domain/manifest'
import type { PageId } from '../domain/pages'
import type { View } from '../domain/view'
import { writeQuery } from '../domain/view-url'
import type { AtHand } from '../stores/answers'
import { createXieshangApp } from './create-app'
import { pathOf } from './paths'

export interface RenderedPage {
  readonly page: PageId
  readonly view: View
  readonly manifest: Manifest
  /** Answers by question key, as an extract's `answers/<page>.json` keeps them. */
  readonly answers: AtHand
}

/** The page's inside as HTML with its charts as SVG at all three sizes, the same a browser makes from the same answers. */
export const renderPage = async ({ page, view, manifest, answers }: RenderedPage): Promise<string> => {
  const query = new URLSearchParams(writeQuery(view)).toString()
  const { app } = await createXieshangApp({ url: query ? `${pathOf(page)}?${query}` : pathOf(page), preload: { manifest, answers } })
  return renderToString(app)
}

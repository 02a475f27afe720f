import type { App } from 'vue'
import { toSvg } from '../charts/svg'
import { svgRenderer } from '../composables/svg-renderer'

/** Makes an app draw its charts as it renders, for where no browser will mount them. */
export const drawChartsAsSvg = (app: App): void => {
  app.provide(svgRenderer, toSvg)
}

import type { InjectionKey } from 'vue'
import type { BuiltChart } from '../charts/context'

/** Draws a chart as SVG text where there is no browser; provided there only. `id` makes inner references unique on the page. */
export type SvgRenderer = (built: BuiltChart, width: number, id: string) => string

export const svgRenderer: InjectionKey<SvgRenderer> = Symbol('svg renderer')

import { h, type FunctionalComponent } from 'vue'

/**
 * The place of one chart at one size. `svg` is given outside a browser only, by the chart renderer, which escapes every
 * text it writes; a browser leaves the inside to the live chart.
 */
export const ChartHost: FunctionalComponent<{ svg: string | null }> = ({ svg }) => h('div', svg === null ? {} : { innerHTML: svg })

ChartHost.props = ['svg']

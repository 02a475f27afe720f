import { h, type FunctionalComponent, type VNode } from 'vue'

/** The place of one chart at one size. It is drawn into outside a browser only; a browser leaves the inside to the live chart. */
export const ChartHost: FunctionalComponent<{ drawing: VNode[] | null }> = ({ drawing }) => (drawing ? h('div', drawing) : h('div'))

ChartHost.props = ['drawing']

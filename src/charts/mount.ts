import type { BuiltChart } from './context'
import type { Filter } from '../domain/question'
import { startChart } from './register'

export interface MountedChart {
  /** Draws another chart in place; marks that stay move, the rest comes and goes. */
  update(built: BuiltChart, width: number): void
  dispose(): void
}

interface Clicked {
  readonly seriesIndex?: number
  readonly dataIndex?: number
}

const describe = (element: HTMLElement, summary: string, width: number, height: number): void => {
  const svg = element.querySelector('svg')
  // On paper it is scaled.
  svg?.setAttribute('viewBox', `0 0 ${width} ${height}`)
  svg?.setAttribute('role', 'img')
  svg?.setAttribute('aria-label', summary)
}

/** No movement for who asked for none. */
const calm = (): boolean => globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? true

/** Starts a live chart in an element. `onPick` hears the filter a click means; clicks on anything else are silent. */
export const mountChart = (element: HTMLElement, built: BuiltChart, width: number, onPick: (filter: Filter) => void): MountedChart => {
  const chart = startChart(element, null, { renderer: 'svg', width, height: built.height })
  let current = built
  let pointed = false
  const draw = (animation: boolean): void => {
    const { tooltip, ...rest } = current.option
    chart.setOption({ ...rest, ...(pointed ? { tooltip } : {}), animation }, { replaceMerge: ['series', 'xAxis', 'yAxis', 'grid'] })
    describe(element, current.summary, chart.getWidth(), chart.getHeight())
  }
  /** A tooltip makes every drawing measure the page anew, and most charts are never pointed at. */
  const point = (): void => {
    pointed = true
    chart.setOption({ tooltip: current.option.tooltip })
  }
  element.addEventListener('pointerenter', point, { once: true })
  chart.on('click', (event: Clicked) => {
    const filter = current.pick(event.seriesIndex ?? -1, event.dataIndex ?? -1)
    if (filter) onPick(filter)
  })
  draw(false)
  return {
    update: (next, nextWidth) => {
      // Asked for the size it has, a chart would lay itself out all the same.
      if (nextWidth !== chart.getWidth() || next.height !== chart.getHeight()) chart.resize({ width: nextWidth, height: next.height, silent: true })
      current = next
      draw(!calm())
    },
    dispose: () => {
      element.removeEventListener('pointerenter', point)
      chart.dispose()
    },
  }
}

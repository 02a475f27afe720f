import { BarChart, CustomChart, LineChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, setPlatformAPI, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { textWidth } from './measure'

/** Exactly the parts the builders use. */
use([BarChart, CustomChart, LineChart, GridComponent, TooltipComponent, SVGRenderer])

const sizeOf = (font: string): number => Number(/(\d+(?:\.\d+)?)px/.exec(font)?.[1] ?? 12)

/** The library measures text as the builders do, so that a server's drawing and a browser's are the same. */
setPlatformAPI({ measureText: (text: string, font?: string) => ({ width: textWidth(text, sizeOf(font ?? '')) }) as TextMetrics })

export const startChart = init

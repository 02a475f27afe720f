import type { Size } from './context'
import type { Panel } from '../domain/dashboards/dashboard'

/** Width of one of the twelve columns and of the gap between two, in pixels: 12 × 78 + 11 × 24 = 1200. */
const column = 78
const gap = 24

/** The width a panel's chart is laid out for, in pixels. Only `wide` depends on the panel's span. */
export const chartWidth = (span: Panel['span'], size: Size): number => {
  if (size === 'narrow') return 336
  if (size === 'medium') return 696
  return span * column + (span - 1) * gap
}

import type { Answer } from '../answer'
import type { Panel } from '../dashboards/dashboard'
import { distributionTwin } from './distribution'
import { listTwin } from './list'
import { measureTwin } from './measure'
import { notesOf } from './notes'
import { transitionTwin } from './transition'
import type { Twin, TwinContext } from './twin'

const bodyOf = (panel: Panel, answer: Answer, context: TwinContext): Twin => {
  const caption = panel.title[context.language]
  switch (answer.kind) {
    case 'measure': return measureTwin(answer.cells, caption, context, panel.chart === 'table')
    case 'distribution': return distributionTwin(panel, answer, caption, context)
    case 'list': return listTwin(answer, caption, panel.chart === 'list' ? panel.list : '', context)
    case 'transition': return transitionTwin(answer, caption, panel.chart === 'transition' ? panel.transition : '', context)
  }
}

/**
 * The chart as a complete table: every value with numerator, denominator, interval, comparison and change where there is one,
 * and a reason in words where there is no value. Rows keep the answer's order.
 */
export const tableOf = (panel: Panel, answer: Answer, context: TwinContext): Twin => ({ ...bodyOf(panel, answer, context), notes: notesOf(panel, answer, context) })

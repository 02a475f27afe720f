import { cellsOf, wholeReason } from './cells'
import { emptyChart, type Builder } from './frame'
import { rungSentence, rungsOf } from './ladder-model'
import { drawNarrow } from './ladder-narrow'
import { drawWide } from './ladder-wide'
import { listed, stop } from './words'

/** The ladder of handling: what enters each rung leaves it settled, waiting, ended otherwise or passed on to the next. */
export const buildLadder: Builder<'ladder'> = (answer, _panel, context) => {
  const rungs = rungsOf(answer, context)
  if (rungs.length === 0 || rungs.every((rung) => rung.entered === null)) return emptyChart(wholeReason(cellsOf(answer)), context, cellsOf(answer))
  const { marks, height } = context.size === 'narrow' ? drawNarrow(rungs, context) : drawWide(rungs, context)
  return {
    width: context.width,
    height,
    cells: rungs.flatMap((rung) => rung.cells),
    summary: listed(rungs.map((rung) => rungSentence(rung, context)), context.language) + stop(context.language),
    layers: [{ id: 'ladder', marks }],
  }
}

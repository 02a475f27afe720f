import { dashboardOf } from '../../../src/domain/dashboards/index'
import { questionsOf } from '../../../src/domain/dashboards/questions'
import { shownMetric } from '../../../src/domain/verdict/card-words'
import { answerNatively } from '../../../scripts/lib/bake/native'
import type { OpenExtract } from '../../../scripts/lib/ask/open-extract'

/** Twelve digits: what two machines agree on, and far more than is shown. */
const digits = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(12)))

/** The default view of a page's cards, one line each: number, parts, and what it is compared with. */
export const cardLines = async ({ connection, manifest }: OpenExtract, id: string): Promise<string[]> => {
  const dashboard = dashboardOf(id)
  if (!dashboard) throw new Error(`${id} is no dashboard`)
  const asked = questionsOf(dashboard, { period: null, where: [], compare: 'yoy' }, manifest)
  const answers = await answerNatively(connection, asked.map(({ question }) => question), manifest)
  return dashboard.cards.map((card) => {
    const answer = answers[asked.findIndex(({ slot }) => slot === `card:${card.id}`)]
    const cells = answer?.kind === 'measure' ? answer.cells : []
    const metric = shownMetric(card, cells)
    const cell = cells.find((one) => one.metric === metric)
    if (!cell) throw new Error(`${id} has no answer for ${card.id}`)
    const { value, missing, numerator, denominator, compared } = cell
    return JSON.stringify({ card: card.id, metric, value: digits(value), missing, of: [digits(numerator), digits(denominator)], before: digits(compared?.value ?? null) })
  })
}

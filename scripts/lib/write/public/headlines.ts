import type { DuckDBConnection } from '@duckdb/node-api'
import type { Answer } from '../../../../src/domain/answer'
import { dashboards } from '../../../../src/domain/dashboards'
import { heldPart } from '../../../../src/domain/dashboards/held-part'
import { questionsOf } from '../../../../src/domain/dashboards/questions'
import type { Manifest } from '../../../../src/domain/manifest'
import { mayShow } from '../../../../src/domain/navigation'
import { answerNatively } from '../../bake/native'

/** A number on a card as the public is told it, and as it is; in the metric's own unit. */
export interface Headline {
  readonly page: string
  readonly metric: string
  readonly told: number | null
  readonly exact: number | null
}

const valuesOf = (answer: Answer): { metric: string; value: number | null }[] => (answer.kind === 'measure' ? answer.cells.map(({ metric, value }) => ({ metric, value })) : [])

/** Every card of every page at its default view, told beside exact. Schemas `kept` and `exact` hold the same rows with either number. */
export const headlinesOf = async (connection: DuckDBConnection, manifest: Manifest): Promise<Headline[]> => {
  const asked = dashboards.filter(({ id }) => mayShow(id, manifest)).flatMap((dashboard) =>
    questionsOf(heldPart(dashboard, manifest), { period: null, where: [], compare: 'none' }, manifest).filter(({ slot }) => slot.startsWith('card:')).map(({ question }) => ({ page: dashboard.id, question })))
  const answersFrom = async (schema: 'kept' | 'exact') => {
    await connection.run(`USE ${schema}`)
    return answerNatively(connection, asked.map(({ question }) => question), manifest)
  }
  const [told, exact] = [await answersFrom('kept'), await answersFrom('exact')]
  return asked.flatMap(({ page }, i) => {
    const [mine, theirs] = [told[i] ? valuesOf(told[i]) : [], exact[i] ? valuesOf(exact[i]) : []]
    return mine.map(({ metric, value }, at) => ({ page, metric, told: value, exact: theirs[at]?.value ?? null }))
  })
}

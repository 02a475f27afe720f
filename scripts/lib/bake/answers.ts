import type { DuckDBConnection } from '@duckdb/node-api'
import type { Answer } from '../../../src/domain/answer'
import { dashboards } from '../../../src/domain/dashboards'
import { heldPart } from '../../../src/domain/dashboards/held-part'
import type { Dashboard } from '../../../src/domain/dashboards/dashboard'
import { questionsOf } from '../../../src/domain/dashboards/questions'
import type { Manifest } from '../../../src/domain/manifest'
import { mayShow } from '../../../src/domain/navigation'
import { questionKey } from '../../../src/domain/question'
import type { AnswersFile } from '../../../src/engine/extract-files'
import { resultsFor, type PageResults } from './known-results'
import { answerNatively } from './native'

const bakePage = async (connection: DuckDBConnection, dashboard: Dashboard, manifest: Manifest): Promise<AnswersFile> => {
  const slotted = questionsOf(dashboard, { period: null, where: [], compare: 'yoy' }, manifest)
  const questions = [...new Map(slotted.map(({ question }) => [questionKey(question), question])).values()]
  const answers = await answerNatively(connection, questions, manifest)
  return { schema: 1, extract: manifest.content, answers: Object.fromEntries(questions.map((q, i) => [questionKey(q), answers[i] as Answer])) }
}

/** What a page's file of answers holds, and what its likely questions are answered from. */
export interface BakedPage {
  readonly answers: AnswersFile
  readonly known: PageResults
}

/** The default view of every page the extract may show, and the results behind what is likely asked next, computed by the same SQL as in the browser. */
export const bakeAnswers = async (connection: DuckDBConnection, manifest: Manifest): Promise<Map<string, BakedPage>> => {
  const pages = new Map<string, BakedPage>()
  for (const whole of dashboards.filter(({ id }) => mayShow(id, manifest))) {
    const dashboard = heldPart(whole, manifest)
    pages.set(dashboard.id, { answers: await bakePage(connection, dashboard, manifest), known: await resultsFor(connection, dashboard, manifest) })
  }
  return pages
}

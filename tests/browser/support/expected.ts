import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer } from '../../../src/domain/answer'
import type { Panel } from '../../../src/domain/dashboards/dashboard'
import { dashboardOf } from '../../../src/domain/dashboards/index'
import { questionsOf } from '../../../src/domain/dashboards/questions'
import { gridOf } from '../../../src/domain/figures/grid'
import { shownTable } from '../../../src/domain/figures/shown-table'
import { caseListOf } from '../../../src/domain/lists/index'
import { memberLabel } from '../../../src/domain/members'
import { metricOf } from '../../../src/domain/metrics/index'
import { settleView } from '../../../src/domain/settled-view'
import { tableOf } from '../../../src/domain/table-twin'
import { shownMetric } from '../../../src/domain/verdict/card-words'
import { readView } from '../../../src/domain/view-url'
import type { ExtractIndex } from '../../../src/engine/extract-files'
import { openExtract, type OpenExtract } from '../../../scripts/lib/ask/open-extract'
import { answerNatively } from '../../../scripts/lib/bake/native'
import { built } from './built'
import type { PageRead } from './read-page'

/** The extract the built page shows by itself, the first of the index, opened in native DuckDB. */
export const openShown = async (): Promise<OpenExtract> => {
  const folder = join(built, 'extracts')
  const { extracts } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as ExtractIndex
  return openExtract(join(folder, extracts[0]?.id ?? ''))
}

const text = (value: number | string | null | undefined): string => (value === null || value === undefined ? '' : String(value))

/** A grid is drawn as a table of signs. */
const gridRows = (panel: Extract<Panel, { readonly chart: 'grid' }>, answer: Answer): string[][] =>
  gridOf(answer, panel).rows.map(({ member, fields, failed }) => [text(member), ...fields.map(({ missing, sign }) => missing ?? sign), text(failed)])

/** What a page must read like at an address, computed by native DuckDB from the same facts: `ladder?stage=tier2`. */
export const expectedAt = async ({ connection, manifest }: OpenExtract, address: string): Promise<PageRead> => {
  const [name = '', query = ''] = address.split('?')
  const dashboard = dashboardOf(name)
  if (!dashboard) throw new Error(`${name} is no dashboard`)
  const view = settleView(readView(name, Object.fromEntries(new URLSearchParams(query))), manifest)
  const asked = questionsOf(dashboard, view, manifest)
  const answers = await answerNatively(connection, asked.map(({ question }) => question), manifest)
  const answerAt = (slot: string) => {
    const answer = answers[asked.findIndex((one) => one.slot === slot)]
    if (!answer) throw new Error(`nothing was asked for ${slot}`)
    return answer
  }
  const label = (dimension: string, member: string | null) => memberLabel(manifest, dimension, member, view.language)
  const column = (list: string, key: string) => caseListOf(list).columns.find((one) => one.name === key)?.label[view.language] ?? key
  return {
    cards: dashboard.cards.map((card) => {
      const answer = answerAt(`card:${card.id}`)
      const cells = answer.kind === 'measure' ? answer.cells : []
      const metric = shownMetric(card, cells)
      const cell = cells.find((one) => one.metric === metric)
      return { metric, value: text(cell?.value), missing: text(cell?.missing), numerator: text(cell?.numerator), denominator: text(cell?.denominator) }
    }),
    tables: Object.fromEntries(dashboard.panels.map((panel) => {
      const answer = answerAt(`panel:${panel.id}`)
      if (panel.chart === 'grid') return [panel.id, gridRows(panel, answer)]
      const twin = tableOf(panel, answer, { language: view.language, label, metric: metricOf, column })
      return [panel.id, shownTable(panel, twin, view.language, label).rows.map((row) => row.cells.map((cell) => cell.missing ?? text(cell.raw)))]
    })),
  }
}

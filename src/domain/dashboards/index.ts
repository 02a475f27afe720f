import { citizenPage } from './citizen'
import { congressPage } from './congress'
import { coveragePage } from './coverage'
import type { Dashboard } from './dashboard'
import { dataPage } from './data'
import { disputesPage } from './disputes'
import { evaluationPage } from './evaluation'
import { investmentPage } from './investment'
import { investorPage } from './investor'
import { ladderPage } from './ladder'
import { outreachPage } from './outreach'
import { overview } from './overview'
import { ticketsPage } from './tickets'
import { turnoverPage } from './turnover'

/** Pages made of cards and panels, in the order of the navigation. */
export const dashboards: readonly Dashboard[] = [
  overview,
  disputesPage,
  ladderPage,
  turnoverPage,
  coveragePage,
  congressPage,
  outreachPage,
  ticketsPage,
  evaluationPage,
  investmentPage,
  investorPage,
  citizenPage,
  dataPage,
]

/** Null for pages that are no dashboard, such as the dictionary. */
export const dashboardOf = (id: string): Dashboard | null => dashboards.find((d) => d.id === id) ?? null

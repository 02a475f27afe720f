import type { Dashboard } from './dashboard'
import { disputesPage } from './disputes'
import { ladderPage } from './ladder'
import { overview } from './overview'

/** Pages made of cards and panels, in the order of the navigation. */
export const dashboards: readonly Dashboard[] = [overview, disputesPage, ladderPage]

/** Null for pages that are no dashboard, such as the dictionary. */
export const dashboardOf = (id: string): Dashboard | null => dashboards.find((d) => d.id === id) ?? null

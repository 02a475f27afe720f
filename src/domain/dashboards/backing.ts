import type { Backing } from './dashboard'

/** Every page is about them: how many there are, and of how many the headcount is known. */
export const enterprisesAndWorkers: readonly Backing[] = [{ metric: 'enterprises.count' }, { metric: 'enterprises.workers', beside: 'enterprises.heads_known' }]

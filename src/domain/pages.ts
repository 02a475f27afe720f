/** The pages in the order of the navigation; each id is also the name of its HTML file, and the overview is index.html. */
export const pageIds = [
  'overview', 'disputes', 'ladder', 'turnover', 'coverage', 'congress', 'outreach', 'tickets', 'evaluation', 'investment', 'investor', 'citizen', 'data', 'dictionary',
] as const

export type PageId = (typeof pageIds)[number]

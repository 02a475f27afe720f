import type { View } from '../domain/view'
import { defaultCompare } from '../domain/view-url'
import type { ExtractReader } from '../engine/fetch-extract'
import { findManifest, type DataStores } from './start-data'

/** Whether an address asks for the numbers that a page was baked with; others never wait behind these. */
export const asksForBaked = ({ extract, period, where, compare }: View): boolean =>
  extract === null && period === null && where.length === 0 && compare === defaultCompare

/**
 * Brings what a baked page is taken over with, so that nothing on it goes blank: its manifest and its page's answers.
 * What does not come is asked for again once the page stands, which then says what is missing.
 */
export const bringFirst = async (reader: ExtractReader, { extract, view, answers }: Pick<DataStores, 'extract' | 'view' | 'answers'>): Promise<void> => {
  try {
    const manifest = await findManifest(reader, extract, view.view.extract)
    const file = await reader.answers(manifest, view.view.page)
    if (file) answers.keepAtHand(file.answers)
    extract.adopt(manifest)
  } catch {
    return
  }
}

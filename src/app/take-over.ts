import { heldPart } from '../domain/dashboards/held-part'
import { dashboardOf } from '../domain/dashboards/index'
import type { Dashboard } from '../domain/dashboards/dashboard'
import { questionsOf } from '../domain/dashboards/questions'
import type { Manifest } from '../domain/manifest'
import type { View } from '../domain/view'
import { defaultCompare } from '../domain/view-url'
import type { ExtractReader } from '../engine/fetch-extract'
import { describeError } from '../stores/describe-error'
import type { Trouble } from '../stores/trouble'
import type { ResultsAhead } from './known-results'
import { findManifest, type DataStores } from './start-data'

/** Whether an address asks for the numbers that a page was baked with; others never wait behind these. */
export const asksForBaked = ({ extract, period, where, compare }: View): boolean =>
  extract === null && period === null && where.length === 0 && compare === defaultCompare

export interface TakeOverTools {
  readonly reader: Pick<ExtractReader, 'index' | 'manifest' | 'answers'>
  /** What the page's filters will be answered from is fetched here, and nothing waits for it. */
  readonly results: Pick<ResultsAhead, 'fetch'>
  /** Says on the page why its numbers cannot be taken over yet; null once nothing stands in the way. */
  readonly tell: (trouble: Trouble | null) => void
  /** Resolves when it is worth trying again. */
  readonly again: () => Promise<void>
  /** Lets the engine answer what stands in the slots, where the page's own answers do not come; resolves once it has. */
  readonly compute: () => Promise<void>
}

type Taken = Pick<DataStores, 'extract' | 'view' | 'answers'>

/** Tries until it succeeds; every failure is told, and the page keeps what it was baked with. */
const persist = async <T>(work: () => Promise<T>, { tell, again }: TakeOverTools): Promise<T> => {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      tell(describeError(error))
      await again()
    }
  }
}

/** From their file, which is asked for again whenever it is worth it, or from the engine, whichever comes first. */
const answersFor = async (manifest: Manifest, { view, answers }: Taken, tools: TakeOverTools): Promise<void> => {
  const whole = dashboardOf(view.view.page)
  const page = whole && heldPart(whole, manifest)
  let computed: Promise<boolean> | null = null
  const compute = (asked: Dashboard): Promise<boolean> => {
    void answers.ask(asked.id, questionsOf(asked, view.view, manifest))
    return tools.compute().then(() => true)
  }
  for (;;) {
    try {
      const file = await tools.reader.answers(manifest, view.view.page)
      if (file) answers.keepAtHand(file.answers)
      return
    } catch (error) {
      if (!page) return
      tools.tell(describeError(error))
      computed ??= compute(page)
      if (await Promise.race([computed, tools.again().then(() => false)])) return
    }
  }
}

/**
 * Brings what a baked page is taken over with, so that nothing on it goes blank: its manifest, and its page's answers from
 * their file or else from the engine. Resolves once all of it is there; until then the baked page stays.
 */
export const bringFirst = async (stores: Taken, tools: TakeOverTools): Promise<void> => {
  const { extract, view } = stores
  const manifest = await persist(() => findManifest(tools.reader, extract, view.view.extract), tools)
  extract.adopt(manifest)
  tools.results.fetch(manifest, view.view.page)
  if (asksForBaked(view.view)) await answersFor(manifest, stores, tools)
  tools.tell(null)
}

import type { View } from '../../../src/domain/view'

/** What a change cost, in milliseconds: until every card and panel was painted with the engine's numbers, until the tables that only a screen reader meets stood too, and the engine's part in it. */
export interface Refresh {
  readonly drawn: number
  readonly whole: number
  readonly messages: number
  readonly engine: number
  readonly longest: number
}

/** What is used of the page's stores. */
interface ViewStore {
  consider(changes: readonly Partial<View>[]): void
  choose(change: Partial<View>): void
}
interface AnswersStore {
  readonly slots: ReadonlyMap<string, { readonly key: string; readonly origin: string | null; readonly fresh: boolean }>
}

interface LaterStore {
  readonly busy: boolean
}

interface Mounted extends Element {
  readonly __vue_app__: { config: { globalProperties: { $pinia: { _s: Map<string, unknown> } } } }
}

interface Watched {
  readonly sent: number[]
  readonly answered: number[]
}

declare global {
  var watchedWorkers: Watched
}

/** Runs in the page before anything of it: notes when messages go to the engine and replies come. */
export const watchWorkers = (): void => {
  const watched: Watched = { sent: [], answered: [] }
  globalThis.watchedWorkers = watched
  const Plain = globalThis.Worker
  globalThis.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      const post = this.postMessage.bind(this) as (message: unknown, transfer: Transferable[]) => void
      this.postMessage = (message: { messageId?: number }, transfer?: Transferable[] | StructuredSerializeOptions) => {
        if (message.messageId !== undefined) watched.sent.push(performance.now())
        post(message, Array.isArray(transfer) ? transfer : [])
      }
      this.addEventListener('message', ({ data }: MessageEvent<{ requestId?: number }>) => {
        if (data.requestId !== undefined) watched.answered.push(performance.now())
      })
    }
  }
}

/** Runs in the page: waits until the engine has been left alone for a second; it goes on loading after the page is ready. */
export const quiet = async (): Promise<void> => {
  const { answered } = globalThis.watchedWorkers
  const end = performance.now() + 30_000
  while (performance.now() < end && performance.now() - (answered.at(-1) ?? 0) < 1000) await new Promise((resolve) => { setTimeout(resolve, 100) })
}

/** Runs in the page: points at a change without making it. */
export const consider = (change: Partial<View>): void => {
  const view = (document.querySelector('#app') as Mounted).__vue_app__.config.globalProperties.$pinia._s.get('view') as ViewStore
  view.consider([change])
}

/** Runs in the page: makes a change and waits until the page is drawn from fresh answers. */
export const refresh = async (change: Partial<View>): Promise<Refresh> => {
  const stores = (document.querySelector('#app') as Mounted).__vue_app__.config.globalProperties.$pinia._s
  const view = stores.get('view') as ViewStore
  const answers = stores.get('answers') as AnswersStore
  const later = stores.get('later') as LaterStore
  const { sent, answered: replies } = globalThis.watchedWorkers
  /** Milliseconds until the first frame in which something is true has been painted: the next task runs before what the page itself has put off until then. */
  const paintedOnce = (done: () => boolean) => new Promise<number>((resolve, reject) => {
    const look = () => {
      if (performance.now() - start > 30_000) reject(new Error(`No fresh answers for ${JSON.stringify(change)}`))
      else if (done()) void globalThis.scheduler.postTask(() => { resolve(performance.now() - start) }, { priority: 'user-blocking' })
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  const before = [...answers.slots.values()].map(({ key }) => key).join()
  const long: number[] = []
  const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)))
  observer.observe({ entryTypes: ['longtask'] })
  sent.length = replies.length = 0
  const start = performance.now()
  view.choose(change)
  const settled = () => {
    const slots = [...answers.slots.values()]
    return slots.map(({ key }) => key).join() !== before && slots.every((slot) => slot.origin === 'engine' && slot.fresh)
  }
  const [drawn, whole] = await Promise.all([paintedOnce(settled), paintedOnce(() => settled() && !later.busy)])
  await new Promise((resolve) => { setTimeout(resolve) })
  long.push(...observer.takeRecords().map(({ duration }) => duration))
  observer.disconnect()
  const cost = { drawn, whole, messages: sent.length, engine: sent.length > 0 ? (replies.at(-1) ?? NaN) - (sent[0] ?? NaN) : 0, longest: Math.max(0, ...long) }
  await new Promise((resolve) => setTimeout(resolve, 60))
  return cost
}

/** What is noted of a page as it comes, in milliseconds since it was asked for; null where it has not come to that. */
export interface LoadMarks {
  /** All that was baked into the document has been painted: headline numbers, charts, tables. */
  numbers: number | null
  /** The program has taken the page over. */
  taken: number | null
  /** Every filter that the page offers is answered from what is there. */
  knows: number | null
  /** The engine stands. */
  engine: number | null
  readonly tasks: { readonly at: number; readonly long: number }[]
}

interface Stores {
  get(id: 'answers'): { readonly knows: boolean } | undefined
  get(id: 'engine'): { readonly state: string } | undefined
}
interface Mounted extends Element {
  readonly __vue_app__?: { config: { globalProperties: { $pinia: { _s: Stores } } } }
}

declare global {
  var loadMarks: LoadMarks
}

/** Runs in the page before anything of it. */
export const watchLoad = (): void => {
  // In milliseconds; looking must not cost what is measured.
  const every = 10
  const marks: LoadMarks = { numbers: null, taken: null, knows: null, engine: null, tasks: [] }
  globalThis.loadMarks = marks
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) marks.tasks.push({ at: startTime, long: duration })
  }).observe({ type: 'longtask', buffered: true })
  const painted = () => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      marks.numbers ??= performance.now()
      port1.close()
    }
    port2.postMessage(null)
  })
  // A deferred script would run before this event; the parser is done earlier.
  document.addEventListener('readystatechange', () => { if (document.readyState === 'interactive') painted() })
  const look = () => {
    const app = document.querySelector('#app') as Mounted | null
    const stores = app?.__vue_app__?.config.globalProperties.$pinia._s
    if (stores) marks.taken ??= performance.now()
    if (stores?.get('answers')?.knows) marks.knows ??= performance.now()
    if (stores?.get('engine')?.state === 'ready') marks.engine ??= performance.now()
    if (marks.engine === null) setTimeout(look, every)
  }
  look()
}

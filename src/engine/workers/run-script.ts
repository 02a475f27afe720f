/**
 * Runs a classic script in this worker. Built workers are classic and load it on the spot. The development server makes
 * every worker a module: there it is imported, and what was posted meanwhile is handed on when it has arrived.
 */
export const runScript = (url: string): void => {
  if (!import.meta.env.DEV) return importScripts(url)
  const early: MessageEvent[] = []
  const keep = (event: MessageEvent) => { early.push(event) }
  globalThis.addEventListener('message', keep)
  void import(/* @vite-ignore */ url).then(() => {
    globalThis.removeEventListener('message', keep)
    for (const event of early) globalThis.dispatchEvent(new MessageEvent('message', { data: event.data }))
  })
}

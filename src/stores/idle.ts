/** Calls back when nothing else is to be done. Old browsers lack idle callbacks; a short delay after painting does as well. */
export const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in globalThis) globalThis.requestIdleCallback(() => work(), { timeout: 2000 })
  else setTimeout(work, 300)
}

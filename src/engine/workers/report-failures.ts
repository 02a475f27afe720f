import type { WorkerFailure } from './failure'

/*
 * A rejected promise inside a worker reaches nobody: DuckDB-WASM's instantiate() then never settles. Imported before
 * anything else in a worker, so that a wasm that is missing, blocked or broken is known at once.
 */
const post = (reason: unknown) => {
  const failure: WorkerFailure = { workerFailure: reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason) }
  globalThis.postMessage(failure)
}

globalThis.addEventListener('unhandledrejection', (event) => {
  event.preventDefault()
  post(event.reason)
})
globalThis.addEventListener('error', (event) => {
  event.preventDefault()
  post(event.error ?? event.message)
})

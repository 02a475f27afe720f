import { EngineError } from '../errors'
import { keptMark } from '../workers/wasm-message'
import type { PackedWasm } from '../workers/packed-wasm'
import { blockComing, blockOf } from './blocks'

/** Of each script, where the browser holds it: made once, as an engine may be started again. */
const addresses = new Map<string, string>()

const addressOf = (name: string): string => {
  const script = blockOf(`workers/${name}.js`)
  if (script === null) throw new EngineError('engine_absent')
  const known = addresses.get(name) ?? URL.createObjectURL(new Blob([JSON.parse(script) as string], { type: 'text/javascript' }))
  addresses.set(name, known)
  return known
}

/** A worker whose script stands in the page's own file, with the module it needs. Throws `engine_absent` where it does not. */
export const startEmbedded = (name: string, options: WorkerOptions): Worker => {
  const worker = new Worker(addressOf(name), options)
  if (!options?.name?.endsWith(keptMark)) {
    void blockComing(`workers/${name}.wasm`).then((packedWasm) => {
      if (packedWasm !== null) worker.postMessage({ packedWasm } satisfies PackedWasm)
    })
  }
  return worker
}

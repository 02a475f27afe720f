import { unpack } from '../embedded/unpack'

/** What a worker is posted whose module stands in the page's own file: gzip in base64. */
export interface PackedWasm {
  readonly packedWasm: string
}

const isPackedWasm = (data: unknown): data is PackedWasm => typeof data === 'object' && data !== null && 'packedWasm' in data

/** The module the page posts, as if it were fetched. */
export const postedWasm = (): Promise<Response> => new Promise((resolve) => {
  const take = (event: MessageEvent<unknown>) => {
    if (!isPackedWasm(event.data)) return
    event.stopImmediatePropagation()
    globalThis.removeEventListener('message', take)
    resolve(unpack(event.data.packedWasm, 'application/wasm'))
  }
  globalThis.addEventListener('message', take)
})

import { sha256Of } from '../sha256'

/**
 * Lets this worker run no other module than the one with this hash. A module of which one bit is wrong mostly compiles,
 * starts, and answers; it is compiled while it comes, but nobody gets it before the whole of it was found right.
 */
export const runOnly = (expected: string): void => {
  const { instantiate, instantiateStreaming } = WebAssembly
  const check = async (bytes: ArrayBuffer): Promise<void> => {
    const found = await sha256Of(bytes)
    if (found !== expected) throw new Error(`the engine's wasm has the hash ${found}, not ${expected}`)
  }
  const guards = {
    instantiate: async (module: BufferSource, imports: WebAssembly.Imports) => {
      await check(ArrayBuffer.isView(module) ? new Uint8Array(module.buffer as ArrayBuffer, module.byteOffset, module.byteLength).slice().buffer : module)
      return instantiate(module, imports)
    },
    ...(instantiateStreaming && {
      instantiateStreaming: async (coming: Response | Promise<Response>, imports: WebAssembly.Imports) => {
        const response = await coming
        const whole = response.clone().arrayBuffer().then(check)
        const [made] = await Promise.all([instantiateStreaming(response, imports), whole])
        return made
      },
    }),
  }
  Object.assign(WebAssembly, guards)
}

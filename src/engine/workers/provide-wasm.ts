import { bodyOf } from '../body'
import { sha256Of } from '../sha256'
import { isKeptModule, keptMark, type WasmNews } from './wasm-message'

/** How often the page is told that the module is still coming, in milliseconds. */
const telling = 500

const post = (news: WasmNews) => globalThis.postMessage(news)

/** Says now and then that more of the module has come. */
const teller = (): (() => void) => {
  let told = -Infinity
  return () => {
    if (performance.now() - told < telling) return
    told = performance.now()
    post({ wasm: 'coming' })
  }
}

/** Compiled while it comes. What is not called wasm is compiled once it is whole. */
const compile = (response: Response, whole: Promise<ArrayBuffer>): Promise<WebAssembly.Module> =>
  WebAssembly.compileStreaming(response).catch(async () => WebAssembly.compile(await whole))

const received = async (coming: Promise<Response>, hash: string): Promise<WebAssembly.Module> => {
  const response = await coming
  if (!response.ok) throw new Error(`${String(response.status)} ${response.url}`)
  const whole = bodyOf(response.clone(), teller())
  const module = compile(response, whole)
  // A wrong file is told by its hash, whatever the compiler made of it.
  module.catch(() => undefined)
  const found = await sha256Of(await whole)
  if (found !== hash) throw new Error(`${response.url || 'The module'} has the hash ${found}, not ${hash}`)
  return module
}

/** The smallest module there is. Where none may run it throws, before megabytes are fetched in vain. */
const tryWasm = () => new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))

const handed = (): Promise<WebAssembly.Module> => new Promise((resolve) => {
  globalThis.addEventListener('message', (event) => {
    if (!isKeptModule(event.data)) return
    event.stopImmediatePropagation()
    resolve(event.data.keptModule)
  })
})

/**
 * Gives the engine's script, which comes after this, its module: the one an earlier worker of the page compiled, else the
 * file, which comes while the script is still read, and is checked, since a module of which one bit is wrong mostly compiles,
 * starts, and answers. The engine cannot fetch anything itself.
 */
export const provideWasm = (bring: () => Promise<Response>, hash: string): void => {
  tryWasm()
  const { instantiate } = WebAssembly
  const isKept = (globalThis as unknown as { readonly name: string }).name.endsWith(keptMark)
  const module = isKept ? handed() : received(bring(), hash)
  if (!isKept) void module.then((made) => post({ wasm: made }), () => undefined)
  Object.assign(WebAssembly, {
    instantiateStreaming: async (_coming: unknown, imports: WebAssembly.Imports): Promise<WebAssembly.WebAssemblyInstantiatedSource> => {
      const made = await module
      return { module: made, instance: await instantiate(made, imports) }
    },
  })
  globalThis.fetch = () => Promise.resolve(new Response(null))
}

/** What an engine's worker posts of its module: that more of it has come, then the whole, compiled and checked. */
export interface WasmNews {
  readonly wasm: 'coming' | WebAssembly.Module
}

export const isWasmNews = (data: unknown): data is WasmNews => typeof data === 'object' && data !== null && 'wasm' in data

/** What a worker is posted whose name ends with `keptMark`: the module an earlier one compiled. */
export interface KeptModule {
  readonly keptModule: WebAssembly.Module
}

export const isKeptModule = (data: unknown): data is KeptModule => typeof data === 'object' && data !== null && 'keptModule' in data

export const keptMark = ' kept'

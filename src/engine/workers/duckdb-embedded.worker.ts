import './report-failures'
import '../polyfills'
import './hold-life'
import { hash } from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?sha256'
import { postedWasm } from './packed-wasm'
import { provideWasm } from './provide-wasm'

// The engine's own script follows this one in the same worker.
provideWasm(postedWasm, hash)

import './report-failures'
import '../polyfills'
import './hold-life'
import script from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url'
import { hash } from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?sha256'
import wasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url'
import { provideWasm } from './provide-wasm'
import { runScript } from './run-script'

provideWasm(() => fetch(wasm), hash)
runScript(script)

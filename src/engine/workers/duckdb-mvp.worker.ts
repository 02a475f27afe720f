import './report-failures'
import '../polyfills'
import './hold-life'
import script from '@duckdb/duckdb-wasm/dist/duckdb-browser-mvp.worker.js?url'
import { hash } from '@duckdb/duckdb-wasm/dist/duckdb-mvp.wasm?sha256'
import wasm from '@duckdb/duckdb-wasm/dist/duckdb-mvp.wasm?url'
import { provideWasm } from './provide-wasm'
import { runScript } from './run-script'

provideWasm(() => fetch(wasm), hash)
runScript(script)

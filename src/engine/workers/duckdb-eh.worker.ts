import './report-failures'
import './hold-life'
import script from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url'
import { runScript } from './run-script'

runScript(script)

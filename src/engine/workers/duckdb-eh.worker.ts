import './report-failures'
import './hold-life'
import script from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url'
import { hash } from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?sha256'
import { runOnly } from './checked-wasm'
import { runScript } from './run-script'

runOnly(hash)
runScript(script)

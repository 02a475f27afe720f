import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import page from '../../../vite.config.ts'
import { embeddedWorkers } from './embedded-workers.ts'
import { fileHash } from './file-hash.ts'

/** One script and one style for a page that holds everything itself; in the mode `worker`, the script its engine begins with. */
export default defineConfig(({ mode }) => {
  const [name, input, plugins] = mode === 'worker'
    ? ['duckdb-eh', 'src/engine/workers/duckdb-embedded.worker.ts', [fileHash()]]
    : ['page', 'src/single-file.ts', [vue(), embeddedWorkers()]]
  return {
    publicDir: false,
    define: page.define,
    resolve: page.resolve,
    plugins,
    build: {
      target: page.build?.target,
      reportCompressedSize: false,
      // One script is all there is.
      chunkSizeWarningLimit: Infinity,
      emptyOutDir: false,
      cssCodeSplit: false,
      rolldownOptions: { checks: page.build?.rolldownOptions?.checks, input, output: { format: mode === 'worker' ? 'iife' : 'es', codeSplitting: false, entryFileNames: `${name}.js`, assetFileNames: 'style[extname]' } }
    }
  }
})

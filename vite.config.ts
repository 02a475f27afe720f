import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { fileHash } from './scripts/lib/tooling/file-hash.ts'
import { pageCopies } from './scripts/lib/tooling/page-copies.ts'
import { policyMeta } from './scripts/lib/tooling/policy-meta.ts'
import { pageIds } from './src/domain/pages.ts'

/** How long plugins took says something of the machine, nothing of the page. */
const checks = { pluginTimings: false }

export default defineConfig({
  // Relative addresses: the page works in any folder of any host.
  base: './',
  plugins: [vue(), fileHash(), policyMeta(), pageCopies(pageIds.filter((id) => id !== 'overview'))],
  // The way in `fflate/browser` stays open: it is the module that stands in for the other.
  resolve: { alias: [{ find: /^fflate$/, replacement: fileURLToPath(new URL('src/files/zip-at-once.ts', import.meta.url)) }] },
  define: { __VUE_PROD_DEVTOOLS__: 'false', __VUE_OPTIONS_API__: 'false', __INTLIFY_PROD_DEVTOOLS__: 'false' },
  // A classic worker: the engine's own worker file is loaded with importScripts, which a module worker lacks.
  worker: { format: 'iife', plugins: () => [fileHash()], rolldownOptions: { checks } },
  build: {
    target: 'chrome86',
    sourcemap: false,
    // The build step brings public/ itself, also when nothing else changed.
    copyPublicDir: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      checks,
      output: {
        codeSplitting: {
          groups: [
            // With the compiler's own helpers: whoever needs one must not load, and run, all of the engine's part for it.
            { name: 'shell', test: /node_modules[\\/](vue|@vue|vue-router|pinia|vue-i18n|@intlify)[\\/]|@oxc-project[\\/+]runtime/, priority: 3 },
            { name: 'engine', test: /node_modules[\\/](@duckdb|apache-arrow|flatbuffers|hyparquet|hyparquet-compressors|fzstd)[\\/]/, priority: 1 }
          ]
        }
      }
    }
  }
})

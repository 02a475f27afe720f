import { defineConfig } from 'vite'

/** The service worker is one plain script under a name that stays, at the site's root: it answers for nothing above its own folder. */
export default defineConfig({
  publicDir: false,
  build: {
    target: 'chrome86',
    emptyOutDir: false,
    rolldownOptions: { input: 'src/offline/worker.ts', output: { format: 'iife', entryFileNames: 'sw.js' } }
  }
})

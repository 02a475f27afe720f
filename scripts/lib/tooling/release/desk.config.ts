import { defineConfig } from 'vite'

/**
 * The desk and the extract tool with what they need, in files that Node runs as they are. Only the database stays outside:
 * its part in machine code is another on each platform.
 */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, external: ['@duckdb/node-api'] },
  build: {
    target: 'node20',
    ssr: 'scripts/desk.ts',
    emptyOutDir: false,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { output: { entryFileNames: 'desk.js', chunkFileNames: '[name]-[hash].js' } }
  }
})

import { defineConfig, mergeConfig } from 'vite'
import page from '../../../../vite.config.ts'

/** The page for the command line with all it needs in it: a release has no packages beside it. */
export default mergeConfig(page, defineConfig({ ssr: { noExternal: true }, build: { emptyOutDir: false } }))

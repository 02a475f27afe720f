import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildIsCurrent } from '../../../scripts/lib/tooling/build-app.mjs'
import { root } from '../../../scripts/lib/tooling/root.mjs'
import { serve } from '../../../scripts/lib/tooling/server.mjs'
import { built } from './built'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built page is served, with a slash at its end. */
    pageUrl: string
  }
}

/** Serves the built page to every browser test; tests read its address with inject('pageUrl'). */
export async function setup(project: TestProject) {
  if (!existsSync(join(built, 'index.html'))) throw new Error(`${built} holds no page: run npm run build first`)
  if (!buildIsCurrent(root)) console.warn('dist/ is older than the sources: npm run build brings it up to date')
  const server = await serve({ root: built, port: 0 })
  project.provide('pageUrl', server.url)
  return server.close
}

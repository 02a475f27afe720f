import { resolve } from 'node:path'
import { root } from '../../../scripts/lib/tooling/root.mjs'

/** The folder of the built page: `dist`, or the one TEST_DIST names. */
export const built: string = resolve(root, process.env['TEST_DIST'] ?? 'dist')

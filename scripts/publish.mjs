import { requireNode } from './lib/tooling/node-version.mjs'
import { runCommand } from './lib/tooling/say.mjs'

requireNode()
// Read only after the check: what follows uses what an older Node does not have.
import('./lib/tooling/publish-command.mjs').then(({ publish }) => runCommand(publish))

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { apacheConfig } from './apache.mjs'
import { iisConfig } from './iis.mjs'
import { nginxConfig } from './nginx.mjs'

/**
 * Settings for the usual web servers, from what our own server goes by. Apache and IIS read theirs in the served folder;
 * nginx has its own place for them.
 * @param {{ site: string, deploy: string }} folders
 */
export function writeServerConfigs({ site, deploy }) {
  mkdirSync(deploy, { recursive: true })
  writeFileSync(join(site, '.htaccess'), apacheConfig)
  writeFileSync(join(site, 'web.config'), iisConfig)
  writeFileSync(join(deploy, 'nginx.conf'), nginxConfig)
}

import type { Plugin } from 'vite'
import { metaPolicy } from './content-policy.mjs'

const charset = /<meta charset="utf-8">/i

/**
 * Puts the policy into the built page, for hosts that send no header. It stands before all that it binds, and after the
 * encoding, which must come first. The development server's own scripts would not run under it.
 */
export function policyMeta(): Plugin {
  return {
    name: 'policy-meta',
    apply: 'build',
    transformIndexHtml(html) {
      if (!charset.test(html)) throw new Error('The page names no encoding, after which its policy would stand')
      return html.replace(charset, (meta) => `${meta}\n    <meta http-equiv="Content-Security-Policy" content="${metaPolicy}">`)
    }
  }
}

import { contentSecurityPolicy, framedPages } from '../content-policy.mjs'
import { keptForever, mimeTypes, securityHeaders } from '../response-headers.mjs'

const attribute = (/** @type {string} */ text) => `"${text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')}"`

/** @param {string} name @param {string} value */
const header = (name, value) => `<add name=${attribute(name)} value=${attribute(value)} />`

const types = Object.entries(mimeTypes).map(([extension, type]) =>
  `      <remove fileExtension=${attribute(extension)} /><mimeMap fileExtension=${attribute(extension)} mimeType=${attribute(type)} />`)

/** @param {string} page */
const framed = (page) => `  <location path=${attribute(page)}>
    <system.webServer>
      <httpProtocol><customHeaders>
        <remove name="Content-Security-Policy" />
        ${header('Content-Security-Policy', contentSecurityPolicy(page))}
      </customHeaders></httpProtocol>
    </system.webServer>
  </location>`

const [, seconds = '0'] = /max-age=(\d+)/.exec(keptForever) ?? []

/**
 * The site's `web.config`, out of what IIS 8 and later have built in. IIS packs by itself and keeps what it packed; it cannot
 * tell the versions of an extract by a pattern, so these are asked for again with their ETag.
 */
export const iisConfig = `<?xml version="1.0" encoding="utf-8"?>
<!-- npm run build 写出的文件；改动请改在别处。 Written by npm run build. -->
<configuration>
  <system.webServer>
    <defaultDocument><files><clear /><add value="index.html" /></files></defaultDocument>
    <directoryBrowse enabled="false" />
    <urlCompression doStaticCompression="true" doDynamicCompression="false" />
    <staticContent>
      <clientCache cacheControlMode="DisableCache" />
${types.join('\n')}
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
        ${[['Content-Security-Policy', contentSecurityPolicy('')], ...Object.entries(securityHeaders)].map(([name = '', value = '']) => header(name, value)).join('\n        ')}
      </customHeaders>
    </httpProtocol>
    <security>
      <requestFiltering allowDoubleEscaping="false">
        <verbs allowUnlisted="false"><clear /><add verb="GET" allowed="true" /><add verb="HEAD" allowed="true" /></verbs>
        <requestLimits maxUrl="8192" maxQueryString="8192" />
        <denyUrlSequences><add sequence="/." /></denyUrlSequences>
      </requestFiltering>
    </security>
  </system.webServer>
  <location path="assets">
    <system.webServer>
      <staticContent><clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="${Number(seconds) / 86_400}.00:00:00" cacheControlCustom="public, immutable" /></staticContent>
    </system.webServer>
  </location>
${framedPages.map(framed).join('\n')}
</configuration>
`

import { contentSecurityPolicy, framedPages } from '../content-policy.mjs'
import { compressedExtensions } from '../precompress.mjs'
import { askedAgain, hashedPaths, keptForever, mimeTypes, securityHeaders } from '../response-headers.mjs'

const types = Object.entries(mimeTypes)
const packable = compressedExtensions.map((one) => one.slice(1)).join('|')

/**
 * A condition on paths within the site, in whatever folder it lies; a packed file has a suffix.
 * @param {RegExp} pattern
 */
const isAt = (pattern) => `"expr=%{REQUEST_URI} =~ m#${pattern.source.replace(/^\^/, '/').replaceAll('\\/', '/').replace(/\$$/, '(\\.br|\\.gz)?$')}#"`

/** @param {string} extension */
const packedType = (extension) => `  <FilesMatch "\\${extension}\\.(br|gz)$">
    ForceType "${mimeTypes[extension]}"
  </FilesMatch>`

/** @param {string} page */
const framed = (page) => `  <FilesMatch "^${page.replaceAll('.', '\\.')}(\\.br|\\.gz)?$">
    Header always set Content-Security-Policy "${contentSecurityPolicy(page)}"
  </FilesMatch>`

/** @param {'br' | 'gzip'} name @param {string} suffix */
const packed = (name, suffix) => `  RewriteCond %{HTTP:Accept-Encoding} \\b${name}\\b
  RewriteCond %{HTTP:Range} ^$
  RewriteCond %{REQUEST_FILENAME}${suffix} -s
  RewriteRule ^(.+\\.(?:${packable}))$ $1${suffix} [L]`

/** The site's `.htaccess`: works where `AllowOverride All` holds and mod_headers and mod_rewrite are on. */
export const apacheConfig = `# npm run build 写出的文件；改动请改在别处。需要 AllowOverride All 和 mod_headers、mod_rewrite、mod_alias。
# Written by npm run build. Needs AllowOverride All and mod_headers, mod_rewrite, mod_alias.

Options -Indexes -MultiViews +SymLinksIfOwnerMatch
DirectoryIndex index.html
RedirectMatch 404 "/\\."
RedirectMatch 404 "/web\\.config$"

RemoveType .gz
RemoveLanguage .br
${types.map(([extension, type]) => `AddType "${type}" ${extension}`).join('\n')}
AddEncoding br .br
AddEncoding gzip .gz

# 没有 mod_headers 就没有响应头里的策略，应当报错而不是悄悄放行，所以不写 IfModule。
# Without mod_headers there is no policy in the headers: an error is better than silence, so there is no IfModule.
Header always set Content-Security-Policy "${contentSecurityPolicy('')}"
${Object.entries(securityHeaders).map(([name, value]) => `Header always set ${name} "${value}"`).join('\n')}
Header set Cache-Control "${askedAgain}"
${hashedPaths.map((pattern) => `Header set Cache-Control "${keptForever}" ${isAt(pattern)}`).join('\n')}
${framedPages.map(framed).join('\n').replace(/^ {2}/gm, '')}

<LimitExcept GET HEAD>
  Require all denied
</LimitExcept>

<IfModule mod_rewrite.c>
  RewriteEngine On
${packed('br', '.br')}
${packed('gzip', '.gz')}
  <FilesMatch "\\.(${packable})(\\.br|\\.gz)?$">
    Header merge Vary Accept-Encoding
  </FilesMatch>
${compressedExtensions.filter((extension) => mimeTypes[extension]).map(packedType).join('\n')}
</IfModule>
`

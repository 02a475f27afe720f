import { contentSecurityPolicy, framedPages } from '../content-policy.mjs'
import { askedAgain, hashedPaths, keptForever, mimeTypes, securityHeaders } from '../response-headers.mjs'

const quoted = (/** @type {string} */ text) => `"${text.replace(/[\\"]/g, '\\$&')}"`

/**
 * A pattern over paths within the site, as nginx matches whole addresses, in whatever folder the site lies.
 * @param {RegExp} pattern
 */
const anywhere = (pattern) => `"~${pattern.source.replace(/^\^/, '/').replaceAll('\\/', '/')}"`

const types = Object.entries(mimeTypes).map(([extension, type]) => `    ${type.split(';')[0]} ${extension.slice(1)};`)
const texts = [...new Set(Object.values(mimeTypes).filter((type) => type.includes('charset')).map((type) => type.split(';')[0]))]

/** A file for nginx's `conf.d`, which lies within `http { }`. */
export const nginxConfig = `# npm run build 写出的文件；改动请改在别处。放到 /etc/nginx/conf.d/，改好 server_name 和 root。
# Written by npm run build. Put it into /etc/nginx/conf.d/ and set server_name and root.

map $uri $xieshang_policy {
  default ${quoted(contentSecurityPolicy(''))};
${framedPages.map((page) => `  "~/${page.replaceAll('.', '\\.')}$" ${quoted(contentSecurityPolicy(page))};`).join('\n')}
}

map $uri $xieshang_kept {
  default ${quoted(askedAgain)};
${hashedPaths.map((pattern) => `  ${anywhere(pattern)} ${quoted(keptForever)};`).join('\n')}
}

server {
  listen 80;
  server_name xieshang.example;
  root /var/www/xieshang/current;
  index index.html;

  # 工作线程只受它自己那个响应的策略约束，所以每个响应都带；别在 location 里另写 add_header，那会使这里的失效。
  # A worker is bound by its own response's policy alone, so every response has it; an add_header within a location would undo these.
  add_header Content-Security-Policy $xieshang_policy always;
  add_header Cache-Control $xieshang_kept;
${Object.entries(securityHeaders).map(([name, value]) => `  add_header ${name} ${quoted(value)} always;`).join('\n')}

  types {
${types.join('\n')}
  }
  default_type application/octet-stream;
  charset utf-8;
  charset_types ${texts.filter((type) => type !== 'text/html').join(' ')};

  # 已经压好的 .gz、.br 与文件放在一起。brotli_static 需要 ngx_brotli 模块，装了再去掉井号。
  # The .gz and .br lie beside the files. brotli_static needs the module ngx_brotli: take the # away where it is installed.
  gzip_static on;
  gzip_vary on;
  # brotli_static on;

  server_tokens off;
  large_client_header_buffers 4 8k;

  if ($request_method !~ ^(GET|HEAD)$) { return 405; }
  location ~ /\\. { return 404; }
  location ~ /web\\.config$ { return 404; }
}
`

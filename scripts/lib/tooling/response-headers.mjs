import { extname } from 'node:path'

/** On every response, beside its policy. */
export const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin'
}

/** @type {Readonly<Record<string, string>>} */
export const mimeTypes = {
  '.bin': 'application/octet-stream',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.parquet': 'application/vnd.apache.parquet',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2'
}

/** @param {string} path */
export function mimeType(path) {
  return mimeTypes[extname(path).toLowerCase()] ?? 'application/octet-stream'
}

/** Paths whose name carries a hash of the content: built files, and the versions of an extract. */
export const hashedPaths = [/^assets\/.+-[\w-]{8}\.\w+$/, /^extracts\/[^/]+\/[0-9a-f]{16}\/.+$/]

export const keptForever = 'public, max-age=31536000, immutable'
export const askedAgain = 'no-cache'

/**
 * Only what is named after its content may be kept without asking again; everything else is asked for with its ETag.
 * @param {string} path within the served folder, with "/"
 */
export function cacheControl(path) {
  return hashedPaths.some((pattern) => pattern.test(path)) ? keptForever : askedAgain
}

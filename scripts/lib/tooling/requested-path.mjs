/** As long as the servers in front of which this one may stand take it, in bytes. */
const longestAddress = 8192

/** Never part of the site, though it may lie in its folder: settings of another web server. */
const settings = new Set(['web.config'])

/**
 * The file a request's address means, as names below the served folder.
 * @param {string} address as it came over the wire: a path with its query, or the same behind a host
 * @returns {string[] | 400 | 404 | 414} the status to refuse with where it is malformed, too long, or leads out of the folder or to a hidden file
 */
export function requestedPath(address) {
  if (address.length > longestAddress) return 414
  const [encoded = '/'] = address.replace(/^https?:\/\/[^/?#]*/i, '').split(/[?#]/)
  if (encoded !== '' && !encoded.startsWith('/')) return 400
  const names = (encoded || '/').split('/').slice(1).map(decoded)
  if (!isText(names)) return 400
  if (names.at(-1) === '') names[names.length - 1] = 'index.html'
  return names.every(isPlainName) ? names : 404
}

/** @param {string} part */
function decoded(part) {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/**
 * @param {readonly (string | null)[]} names
 * @returns {names is string[]}
 */
function isText(names) {
  return names.every((name) => name !== null && !/\p{Cc}/u.test(name))
}

/**
 * Whether a name is that of one file, hidden from nobody. A colon is a drive or a stream on Windows, which also drops a
 * dot or a space at a name's end and writes a long name short with a tilde; slashes here were encoded ones.
 * @param {string} name
 */
export function isPlainName(name) {
  return name !== '' && !name.startsWith('.') && !/[/\\:]|[. ]$|~\d/.test(name) && !settings.has(name.toLowerCase())
}

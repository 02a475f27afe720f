import { isIP } from 'node:net'

/** @param {string} host */
export function isLoopback(host) {
  return host === 'localhost' || host === '::1' || /^127\./.test(host)
}

/**
 * Whether a request names a host that this server may be meant by. Any page on the web can point a name of its own at
 * 127.0.0.1 and then read, as its own, what is served there; numbers and `localhost` cannot be pointed elsewhere.
 * @param {string | undefined} header the request's Host
 * @param {string} boundTo what the server listens on; one opened to the network takes every name
 */
export function isNamedHere(header, boundTo) {
  if (header === undefined || !isLoopback(boundTo)) return true
  const name = header.replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1').toLowerCase()
  return isIP(name) !== 0 || name === 'localhost' || name.endsWith('.localhost')
}

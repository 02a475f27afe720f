/** Paths of files within the site, as a publication names them, and their addresses. */
export interface Addresses {
  /** Null for what lies outside the site. */
  pathOf(address: string): string | null
  addressOf(path: string): string
}

/** Names are compared as they read: a browser writes Chinese ones in percent signs. */
const decoded = (path: string): string | null => {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

/** `scope` is the address of the site's folder. */
export const createAddresses = (scope: string): Addresses => {
  const { origin, pathname } = new URL(scope)
  return {
    pathOf: (address) => {
      const url = new URL(address, scope)
      if (url.origin !== origin || !url.pathname.startsWith(pathname)) return null
      return decoded(url.pathname.slice(pathname.length))
    },
    addressOf: (path) => new URL(path.split('/').map(encodeURIComponent).join('/'), scope).href,
  }
}

/** The file a page's address leads to: that of the folder is the overview. */
export const pageFile = (path: string): string => path || 'index.html'

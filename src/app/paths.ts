import { pageIds, type PageId } from '../domain/pages'

/** The address of a page within the site's folder; the overview is the folder itself. */
export const pathOf = (page: PageId): string => (page === 'overview' ? '/' : `/${page}.html`)

/** The short form of a page's address, as links behind a `#` write it; it leads on to the page's own address. */
export const shortPathOf = (page: PageId): string => `/${page}`

/** The folder a page lies in: everything relative starts there. */
export const folderOf = (pathname: string): string => pathname.replace(/[^/]*$/, '')

export const isPage = (name: unknown): name is PageId => pageIds.some((id) => id === name)
